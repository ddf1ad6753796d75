package plumbline.bench.shape.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.bench.shape.WrongAnswerException;

class RepliesTest {
  private static final String REPLY = "$10\r\n0123456789\r\n";

  private FakeServer server;
  private Wire wire;

  @BeforeEach
  void connect() throws IOException {
    server = new FakeServer();
    wire = Wire.connect("Redis", new Socket(), server.address());
    server.accept();
  }

  @AfterEach
  void disconnect() throws IOException {
    wire.close();
    server.close();
  }

  private Replies replies(String text) {
    server.answer(text);
    return new Replies(wire);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static RepeatedReply known() {
    return new RepeatedReply(bytes(REPLY));
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void aMillionBytesOfRightRepliesAreAccepted(boolean actively) {
    if (actively) {
      wire.waitActively();
    }
    Replies replies = replies(REPLY.repeat(60_000));
    RepeatedReply known = known();
    assertThatCode(
            () -> {
              // Batches that end within a buffer, so that the next begins there.
              replies.expect(known, 1);
              replies.expect(known, 59_998);
              replies.expect(known, 1);
            })
        .doesNotThrowAnyException();
  }

  @Test
  void oneWrongByteAmongThousandsOfRepliesIsNoticed() {
    StringBuilder text = new StringBuilder(REPLY.repeat(20_000));
    text.setCharAt(12_345 * REPLY.length() + 8, 'x');
    Replies replies = replies(text.toString());
    assertThatThrownBy(() -> replies.expect(known(), 20_000))
        .isInstanceOf(WrongAnswerException.class)
        .hasMessage("GET did not return the value that was set");
  }

  @Test
  void anErrorAmongTheRepliesIsToldInTheServersWords() {
    Replies replies = replies(REPLY.repeat(100) + "-OOM command not allowed\r\n" + REPLY.repeat(3));
    assertThatThrownBy(() -> replies.expect(known(), 104))
        .isInstanceOf(WrongAnswerException.class)
        .hasMessage("Redis answered -OOM command not allowed");
  }

  @Test
  void aConnectionThatEndsIsNoAnswer() {
    Replies replies = replies(REPLY.repeat(3));
    assertThatThrownBy(() -> replies.expect(known(), 4))
        .isInstanceOf(EOFException.class)
        .hasMessage("Redis closed the connection");
  }

  @Test
  void aLineIsReadToItsEndAndNoFurther() throws IOException {
    Replies replies = replies("+OK\r\n:12\r\n");
    assertThat(replies.line()).isEqualTo("+OK");
    replies.begin(':');
    assertThat(replies.number('\r')).isEqualTo(12);
  }

  @Test
  void aBatchIsTheCommandAsOftenAsWasSaid() throws IOException {
    // More than fits into one part.
    byte[] command = bytes("SET key " + "v".repeat(50_000));
    Thread sender =
        new Thread(
            () -> {
              try {
                new Commands(wire, command, 13).send();
                wire.close();
              } catch (IOException e) {
                // Then the other side reads too little.
              }
            });
    sender.setDaemon(true);
    sender.start();
    assertThat(server.received()).isEqualTo(Repeated.of(command, 13));
  }
}
