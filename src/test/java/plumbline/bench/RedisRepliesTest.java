package plumbline.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedisRepliesTest {
  private ServerSocket server;
  private RedisWire wire;
  private Socket peer;

  @BeforeEach
  void connect() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    wire = RedisWire.open("redis://127.0.0.1:" + server.getLocalPort());
    peer = server.accept();
    peer.setTcpNoDelay(true);
  }

  @AfterEach
  void disconnect() throws IOException {
    wire.close();
    peer.close();
    server.close();
  }

  /** Sends replies in pieces of an odd length, so that they are cut anywhere. */
  private RedisReplies replies(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    Thread sender =
        new Thread(
            () -> {
              try {
                OutputStream out = peer.getOutputStream();
                for (int i = 0; i < bytes.length; i += 7919) {
                  out.write(bytes, i, Math.min(7919, bytes.length - i));
                }
                peer.shutdownOutput();
              } catch (IOException e) {
                // What the reader makes of it is what the test is about.
              }
            });
    sender.setDaemon(true);
    sender.start();
    return new RedisReplies(wire);
  }

  private static final String REPLY = "$10\r\n0123456789\r\n";

  private static RedisReplies.Known known() {
    return new RedisReplies.Known(REPLY.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void aMillionBytesOfRightRepliesAreAccepted() {
    RedisReplies replies = replies(REPLY.repeat(60_000));
    RedisReplies.Known known = known();
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
    RedisReplies replies = replies(text.toString());
    assertThatThrownBy(() -> replies.expect(known(), 20_000))
        .isInstanceOf(WrongAnswerException.class)
        .hasMessage("GET did not return the value that was set");
  }

  @Test
  void anErrorAmongTheRepliesIsToldInRedisWords() {
    RedisReplies replies =
        replies(REPLY.repeat(100) + "-OOM command not allowed\r\n" + REPLY.repeat(3));
    assertThatThrownBy(() -> replies.expect(known(), 104))
        .isInstanceOf(WrongAnswerException.class)
        .hasMessage("Redis answered -OOM command not allowed");
  }

  @Test
  void aConnectionThatEndsIsNoAnswer() {
    RedisReplies replies = replies(REPLY.repeat(3));
    assertThatThrownBy(() -> replies.expect(known(), 4)).isInstanceOf(EOFException.class);
  }

  private static String integers(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i <= to; i++) {
      text.append(':').append(i).append("\r\n");
    }
    return text.toString();
  }

  @Test
  void integersThatCountAreAccepted() throws IOException {
    RedisReplies replies = replies(integers(1, 50_000));
    assertThat(replies.expectCounting(0, 20_000)).isEqualTo(20_000);
    assertThat(replies.expectCounting(20_000, 30_000)).isEqualTo(50_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ":1,:2,:4, | INCR gave 4 after 2",
        ":1,:2,:2, | INCR gave 2 after 2",
        ":1,-ERR no integer,:3, | Redis answered -ERR no integer",
        ":1,+OK,:3, | Redis answered with type '+'",
        ":1,:2x,:3, | Redis answered with a number that is none",
      })
  void integersThatDoNotCountAreNoticed(String lines, String message) {
    RedisReplies replies = replies(lines.replace(",", "\r\n"));
    assertThatThrownBy(() -> replies.expectCounting(0, 3))
        .isInstanceOf(WrongAnswerException.class)
        .hasMessage(message);
  }

  private static String ids(String... ids) {
    StringBuilder text = new StringBuilder();
    Arrays.stream(ids)
        .forEach(id -> text.append('$').append(id.length()).append("\r\n" + id + "\r\n"));
    return text.toString();
  }

  @Test
  void idsThatRiseAreAcceptedAcrossBatches() {
    RedisReplies replies = replies(ids("1700-0", "1700-1", "1701-0", "1800-0"));
    assertThatCode(
            () -> {
              replies.expectRisingIds(2);
              replies.expectRisingIds(2);
            })
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"1700-1", "1700-0", "1699-7"})
  void idsThatDoNotRiseAreNoticed(String second) {
    RedisReplies replies = replies(ids("1700-1", second));
    assertThatThrownBy(() -> replies.expectRisingIds(2))
        .isInstanceOf(WrongAnswerException.class)
        .hasMessage("XADD gave " + second + " after 1700-1");
  }

  @Test
  void aBatchIsTheCommandAsOftenAsWasSaid() throws IOException {
    // More than fits into one part.
    byte[] command = RedisWire.encode(java.util.List.of("SET", "key", "v".repeat(50_000)));
    Thread sender =
        new Thread(
            () -> {
              try {
                new RedisBatch(wire, command, 13).send();
                wire.close();
              } catch (IOException e) {
                // Then the other side reads too little.
              }
            });
    sender.setDaemon(true);
    sender.start();
    assertThat(peer.getInputStream().readAllBytes()).isEqualTo(Repeated.of(command, 13));
  }
}
