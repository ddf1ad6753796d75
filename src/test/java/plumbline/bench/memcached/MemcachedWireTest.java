package plumbline.bench.memcached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.spotify.folsom.guava.HostAndPort;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.bench.shape.Counting;
import plumbline.bench.shape.WrongAnswerException;
import plumbline.bench.shape.wire.FakeServer;
import plumbline.system.memcached.MemcachedSystem;
import plumbline.system.spi.Removal;

class MemcachedWireTest {
  private FakeServer server;
  private MemcachedWire memcached;

  @BeforeEach
  void connect() throws Exception {
    server = new FakeServer();
    memcached = open("MN");
  }

  private MemcachedWire open(String answer) throws Exception {
    HostAndPort address = HostAndPort.fromParts("127.0.0.1", server.address().getPort());
    CompletableFuture<MemcachedWire> opening =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return MemcachedWire.open(address, "key");
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    server.accept();
    server.answerAndGoOn(answer + "\r\n");
    return opening.get(10, TimeUnit.SECONDS);
  }

  @AfterEach
  void disconnect() throws IOException {
    memcached.wire().close();
    server.close();
  }

  private static String value(String text) {
    return "VA " + text.length() + "\r\n" + text + "\r\n";
  }

  /** Sets a value that the server acknowledges; what else it says is the answer to a GET. */
  private byte[] set(String text, String replies) throws IOException {
    server.answerAndGoOn("HD\r\n");
    byte[] expected = memcached.set(text.getBytes(StandardCharsets.ISO_8859_1));
    server.answerAndGoOn(replies);
    return expected;
  }

  @Test
  void whatWasSetIsAcceptedAndNothingElseIsSent() throws IOException {
    byte[] expected = set("0123456789", value("0123456789").repeat(2));
    assertThat(memcached.get()).isEqualTo(expected);
    assertThat(memcached.get()).isEqualTo(expected);
    server.answerAndGoOn(value("1"));
    assertThat(memcached.increment()).isEqualTo(1);
    memcached.wire().close();
    assertThat(new String(server.received(), StandardCharsets.ISO_8859_1))
        .isEqualTo(
            String.join(
                "\r\n",
                "mn",
                "ms key 10 T3600",
                "0123456789",
                "mg key v",
                "mg key v",
                "ma key N3600 J1 v",
                ""));
  }

  /** What the clean-up promises is what the benchmarks do. */
  @Test
  void keysExpireWhenTheSystemSaysSo() {
    Removal.Expires expires =
        (Removal.Expires) new MemcachedSystem().dialect().foreseenRemoval().orElseThrow();

    assertThat(expires.within()).isEqualTo(Duration.ofSeconds(Memcached.TTL_SECONDS));
  }

  @Test
  void anyByteOfAValueSurvivesInPiecesToo() throws IOException {
    byte[] value = new byte[100_000];
    for (int i = 0; i < value.length; i++) {
      value[i] = (byte) i;
    }
    String text = new String(value, StandardCharsets.ISO_8859_1);
    byte[] expected = set(text, value(text));
    assertThat(memcached.get()).isEqualTo(expected);
    assertThat(Arrays.copyOfRange(expected, "VA 100000\r\n".length(), expected.length - 2))
        .isEqualTo(value);
  }

  @Test
  void aWrongByteIsInWhatIsCompared() throws IOException {
    byte[] expected = set("0123456789", value("012345x789"));
    assertThat(memcached.get()).isNotEqualTo(expected);
  }

  /** Nothing would follow: who waited for the rest would find out after ten seconds, if at all. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EN                      | Memcached answered EN",
        "SERVER_ERROR            | Memcached answered SERVER_ERROR",
        // As long as the value.
        "CLIENT_ERROR 012345     | Memcached answered CLIENT_ERROR 012345",
        "VA 9                    | GET did not return the value that was set"
      })
  void aReplyThatIsNoValueIsNoticedAtOnce(String line, String message) throws IOException {
    set("0123456789", line + "\r\n");
    assertThatThrownBy(memcached::get).isInstanceOf(WrongAnswerException.class).hasMessage(message);
  }

  @Test
  void aServerThatGoesAwayIsNoAnswer() throws IOException {
    set("0123456789", "");
    server.answer(value("0123456789").substring(0, 9));
    assertThatThrownBy(memcached::get)
        .isInstanceOf(EOFException.class)
        .hasMessage("Memcached closed the connection");
  }

  @Test
  void anErrorOfACommandThatPreparesIsToldInMemcachedsWords() {
    server.answer("SERVER_ERROR out of memory storing object\r\n");
    assertThatThrownBy(() -> memcached.set(new byte[1]))
        .isInstanceOf(WrongAnswerException.class)
        .hasMessage("Memcached answered SERVER_ERROR out of memory storing object");
  }

  @Test
  void aKeyThatHasExpiredNeedNotBeDeleted() throws IOException {
    server.answerAndGoOn("NF\r\n");
    assertThatCode(memcached::close).doesNotThrowAnyException();
    assertThat(new String(server.received(), StandardCharsets.ISO_8859_1))
        .isEqualTo("mn\r\nmd key\r\n");
  }

  @Test
  void aKeyThatIsNotDeletedIsAnError() {
    server.answer("SERVER_ERROR\r\n");
    assertThatThrownBy(memcached::close)
        .isInstanceOf(WrongAnswerException.class)
        .hasMessage("Memcached answered SERVER_ERROR");
  }

  @Test
  void aServerBeforeMetaCommandsIsNamed() throws Exception {
    disconnect();
    server = new FakeServer();
    assertThatThrownBy(() -> open("ERROR"))
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseInstanceOf(WrongAnswerException.class)
        .hasRootCauseMessage(
            "Memcached does not know meta commands, which came with 1.6: it answered ERROR");
  }

  private void expectCounting(int count) throws IOException {
    Counting counting = new Counting();
    for (int i = 0; i < count; i++) {
      counting.verify(memcached.increment());
    }
  }

  @Test
  void numbersThatCountAreAccepted() {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= 5_000; i++) {
      text.append(value(Integer.toString(i)));
    }
    server.answerAndGoOn(text.toString());
    assertThatCode(() -> expectCounting(5_000)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "VA 1,1,VA 1,2,VA 1,4, | INCR gave 4 after 2",
        "VA 1,1,VA 1,2,VA 1,2, | INCR gave 2 after 2",
        "VA 1,1,NF,VA 1,3, | Memcached answered NF",
        "VA 1,1,CLIENT_ERROR cannot increment, | Memcached answered CLIENT_ERROR cannot increment",
        "VA 1,1,VA 2,2x,VA 1,3, | Memcached answered with a number that is none",
        "VA 1,1,VA x,2,VA 1,3, | Memcached answered with a number that is none",
      })
  void numbersThatDoNotCountAreNoticed(String lines, String message) {
    server.answerAndGoOn(lines.replace(",", "\r\n"));
    assertThatThrownBy(() -> expectCounting(3))
        .isInstanceOf(WrongAnswerException.class)
        .hasMessage(message);
  }

  @Test
  void aNumberThatIsCutOffIsNoAnswer() {
    server.answer("VA 1\r\n1\r\nVA 1\r\n");
    assertThatThrownBy(() -> expectCounting(2))
        .isInstanceOf(EOFException.class)
        .hasMessage("Memcached closed the connection");
  }
}
