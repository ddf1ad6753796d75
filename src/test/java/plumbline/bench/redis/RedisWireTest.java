package plumbline.bench.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.bench.shape.Pipeline;
import plumbline.bench.shape.WrongAnswerException;
import plumbline.bench.shape.wire.FakeServer;

class RedisWireTest {
  private FakeServer server;
  private RedisWire redis;

  @BeforeEach
  void connect() throws IOException {
    server = new FakeServer();
    redis = RedisWire.open("redis://127.0.0.1:" + server.address().getPort(), "key");
    server.accept();
  }

  @AfterEach
  void disconnect() throws IOException {
    redis.wire().close();
    server.close();
  }

  private static String value(String text) {
    return "$" + text.length() + "\r\n" + text + "\r\n";
  }

  /** Sets a value that the server acknowledges; what else it says is the answer to a GET. */
  private byte[] set(String text, String replies) throws IOException {
    server.answerAndGoOn("+OK\r\n");
    byte[] expected = redis.set(text.getBytes(StandardCharsets.ISO_8859_1));
    server.answerAndGoOn(replies);
    return expected;
  }

  @Test
  void whatWasSetIsAcceptedAndNothingElseIsSent() throws IOException {
    byte[] expected = set("0123456789", value("0123456789").repeat(2));
    assertThat(redis.get()).isEqualTo(expected);
    assertThat(redis.get()).isEqualTo(expected);
    redis.wire().close();
    String get = "*2\r\n$3\r\nGET\r\n$3\r\nkey\r\n";
    assertThat(new String(server.received(), StandardCharsets.ISO_8859_1))
        .isEqualTo("*3\r\n$3\r\nSET\r\n$3\r\nkey\r\n" + value("0123456789") + get + get);
  }

  @Test
  void anyByteOfAValueSurvivesInPiecesToo() throws IOException {
    byte[] value = new byte[100_000];
    for (int i = 0; i < value.length; i++) {
      value[i] = (byte) i;
    }
    String text = new String(value, StandardCharsets.ISO_8859_1);
    byte[] expected = set(text, value(text));
    assertThat(redis.get()).isEqualTo(expected);
    assertThat(Arrays.copyOfRange(expected, "$100000\r\n".length(), expected.length - 2))
        .isEqualTo(value);
  }

  @Test
  void aWrongByteIsInWhatIsCompared() throws IOException {
    byte[] expected = set("0123456789", value("012345x789"));
    assertThat(redis.get()).isNotEqualTo(expected);
  }

  /** Nothing would follow: who waited for the rest would find out after ten seconds, if at all. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-ERR no          | Redis answered -ERR no",
        // As long as the value.
        "-ERR 0123456789  | Redis answered -ERR 0123456789",
        "$-1              | GET did not return the value that was set"
      })
  void aReplyThatIsNoValueIsNoticedAtOnce(String line, String message) throws IOException {
    set("0123456789", line + "\r\n");
    assertThatThrownBy(redis::get).isInstanceOf(WrongAnswerException.class).hasMessage(message);
  }

  @Test
  void aServerThatGoesAwayIsNoAnswer() throws IOException {
    set("0123456789", "");
    server.answer(value("0123456789").substring(0, 9));
    assertThatThrownBy(redis::get).isInstanceOf(EOFException.class);
  }

  @Test
  void anErrorOfACommandThatPreparesIsToldInRedisWords() {
    server.answer("-READONLY You can't write against a read only replica.\r\n");
    assertThatThrownBy(() -> redis.set(new byte[1]))
        .isInstanceOf(WrongAnswerException.class)
        .hasMessage("Redis answered -READONLY You can't write against a read only replica.");
  }

  @Test
  void aBatchOfGetsIsComparedToTheLastByte() throws Exception {
    String right = value("0123456789");
    server.answer("+OK\r\n" + right.repeat(2_000) + right.replace('9', 'x'));
    Pipeline.Batch batch = redis.gets("0123456789".getBytes(StandardCharsets.US_ASCII), 1_000);
    batch.exchange();
    batch.exchange();
    assertThatThrownBy(batch::exchange).hasMessage("GET did not return the value that was set");
  }

  @Test
  void integersThatCountAreAcceptedAcrossBatches() throws Exception {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= 50_000; i++) {
      text.append(':').append(i).append("\r\n");
    }
    server.answer(text.toString());
    Pipeline.Batch batch = redis.increments(25_000);
    batch.exchange();
    batch.exchange();
    assertThatThrownBy(batch::exchange).isInstanceOf(EOFException.class);
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
    assertThatThrownBy(redis.increments(3)::exchange)
        .isInstanceOf(WrongAnswerException.class)
        .hasMessage(message);
  }

  @Test
  void manyKeysAreStoredTogetherAskedForByNumberAndRemoved() throws IOException {
    server.answerAndGoOn("+OK\r\n" + value("v0"));
    redis.store(2, number -> ("v" + number).getBytes(StandardCharsets.US_ASCII));
    server.answerAndGoOn(value("v1"));
    redis.use(1);
    assertThat(redis.get()).isEqualTo(value("v1").getBytes(StandardCharsets.US_ASCII));
    server.answerAndGoOn(":1000001\r\n:0\r\n:2\r\n");
    assertThat(redis.increment()).isEqualTo(1_000_001);
    redis.close();
    String keys = value("key-00000000") + "|" + value("key-00000001");
    String[] key = keys.split("\\|");
    assertThat(new String(server.received(), StandardCharsets.ISO_8859_1))
        .isEqualTo(
            ("*5\r\n" + value("MSET") + key[0] + value("v0") + key[1] + value("v1"))
                + ("*2\r\n" + value("GET") + key[0])
                + ("*2\r\n" + value("GET") + key[1])
                + ("*2\r\n" + value("INCR") + key[1])
                + ("*2\r\n" + value("DEL") + value("key"))
                + ("*3\r\n" + value("UNLINK") + key[0] + key[1]));
  }

  @Test
  void aServerThatKeepsNotAllKeysIsToldWhatItNeeds() {
    server.answer("+OK\r\n$-1\r\n");
    assertThatThrownBy(() -> redis.store(2, number -> new byte[10]))
        .isInstanceOf(WrongAnswerException.class)
        .hasMessage(
            "Redis did not keep 2 keys, and may need more memory: GET did not return the value that"
                + " was set");
  }

  @Test
  void aServerWithoutMemoryForTheKeysIsToldInItsWords() {
    server.answer("-OOM command not allowed when used memory > 'maxmemory'.\r\n");
    assertThatThrownBy(() -> redis.store(2, number -> new byte[10]))
        .isInstanceOf(WrongAnswerException.class)
        .hasMessage("Redis answered -OOM command not allowed when used memory > 'maxmemory'.");
  }

  private Pipeline.Batch adds(int count, String... ids) {
    StringBuilder text = new StringBuilder();
    Arrays.stream(ids).forEach(id -> text.append(value(id)));
    server.answer(text.toString());
    return redis.adds(new byte[10], 100, count);
  }

  @Test
  void idsThatRiseAreAcceptedAcrossBatches() {
    Pipeline.Batch adds = adds(2, "1700-0", "1700-1", "1701-0", "1800-0");
    assertThatCode(
            () -> {
              adds.exchange();
              adds.exchange();
            })
        .doesNotThrowAnyException();
  }

  @Test
  void anIdThatDoesNotRiseIsNoticed() {
    assertThatThrownBy(adds(2, "1700-1", "1700-1")::exchange)
        .isInstanceOf(WrongAnswerException.class)
        .hasMessage("XADD gave 1700-1 after 1700-1");
  }
}
