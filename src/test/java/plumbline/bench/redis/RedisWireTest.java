package plumbline.bench.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.bench.shape.Counting;
import plumbline.bench.shape.WrongAnswerException;
import plumbline.bench.shape.wire.FakeServer;

class RedisWireTest {
  private FakeServer server;
  private RedisWire redis;

  @BeforeEach
  void connect() throws IOException {
    server = new FakeServer();
    redis = RedisWire.open("redis://127.0.0.1:" + server.address().getPort());
    server.accept();
  }

  @AfterEach
  void disconnect() throws IOException {
    redis.close();
    server.close();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Test
  void commandsAreArraysOfStringsWithTheirLengths() {
    assertThat(text(redis.get("key"))).isEqualTo("*2\r\n$3\r\nGET\r\n$3\r\nkey\r\n");
    assertThat(text(redis.increment("n"))).isEqualTo("*2\r\n$4\r\nINCR\r\n$1\r\nn\r\n");
  }

  @Test
  void anyByteOfAValueSurvives() {
    byte[] value = new byte[256];
    for (int i = 0; i < value.length; i++) {
      value[i] = (byte) i;
    }
    byte[] reply = redis.valueReply(value);
    assertThat(Arrays.copyOfRange(reply, "$256\r\n".length(), reply.length - 2)).isEqualTo(value);
    byte[] command = RedisWire.encode(List.of("SET", "k"), value);
    assertThat(Arrays.copyOfRange(command, command.length - 258, command.length - 2))
        .isEqualTo(value);
  }

  @Test
  void anErrorOfACommandThatPreparesIsToldInRedisWords() {
    server.answer("-READONLY You can't write against a read only replica.\r\n");
    assertThatThrownBy(() -> redis.set("key", new byte[1]))
        .isInstanceOf(WrongAnswerException.class)
        .hasMessage("Redis answered -READONLY You can't write against a read only replica.");
  }

  private void expectCounting(Counting counting, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      counting.verify(redis.readCounter());
    }
  }

  @Test
  void integersThatCountAreAccepted() {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= 50_000; i++) {
      text.append(':').append(i).append("\r\n");
    }
    server.answer(text.toString());
    assertThatCode(() -> expectCounting(new Counting(), 50_000)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ":1,:2,:4, | INCR gave 4 after 2",
        ":1,:2,:2, | INCR gave 2 after 2",
        ":1,-ERR no integer,:3, | Redis answered -ERR no integer",
        ":1,+OK,:3, | Redis answered +OK",
        ":1,:2x,:3, | Redis answered with a number that is none",
      })
  void integersThatDoNotCountAreNoticed(String lines, String message) {
    server.answer(lines.replace(",", "\r\n"));
    assertThatThrownBy(() -> expectCounting(new Counting(), 3))
        .isInstanceOf(WrongAnswerException.class)
        .hasMessage(message);
  }

  private RisingIds ids(String... ids) {
    StringBuilder text = new StringBuilder();
    Arrays.stream(ids)
        .forEach(id -> text.append('$').append(id.length()).append("\r\n" + id + "\r\n"));
    server.answer(text.toString());
    return new RisingIds(redis.replies());
  }

  @Test
  void idsThatRiseAreAcceptedAcrossBatches() {
    RisingIds ids = ids("1700-0", "1700-1", "1701-0", "1800-0");
    assertThatCode(
            () -> {
              ids.expect(2);
              ids.expect(2);
            })
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"1700-1", "1700-0", "1699-7"})
  void idsThatDoNotRiseAreNoticed(String second) {
    RisingIds ids = ids("1700-1", second);
    assertThatThrownBy(() -> ids.expect(2))
        .isInstanceOf(WrongAnswerException.class)
        .hasMessage("XADD gave " + second + " after 1700-1");
  }
}
