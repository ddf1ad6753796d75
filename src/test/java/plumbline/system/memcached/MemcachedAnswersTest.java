package plumbline.system.memcached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.problem.BadInputException;
import plumbline.system.process.Ports;
import plumbline.system.process.ProgramPath;
import plumbline.system.spi.Address;
import plumbline.system.spi.NoAnswerException;
import plumbline.system.spi.Offer;
import plumbline.system.spi.ProcessRecipe;
import plumbline.system.spi.ServerRequest;

/** What is said to the user where there is no Memcached, or something else in its place. */
class MemcachedAnswersTest {
  private static final Duration LIMIT = Duration.ofMillis(500);

  @TempDir private Path folder;

  private final MemcachedSystem system = new MemcachedSystem();

  private ServerRequest request() {
    return ServerRequest.of(folder, "plumbline-answers-");
  }

  private NoAnswerException noAnswer(int port) {
    Throwable problem =
        org.assertj.core.api.Assertions.catchThrowable(
            () -> system.dialect().ping(Map.of("address", "127.0.0.1:" + port), LIMIT));
    assertThat(problem).isInstanceOf(NoAnswerException.class);
    return (NoAnswerException) problem;
  }

  /** Answers one connection with a text, and nothing more. */
  private NoAnswerException noAnswer(String text) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> answering =
          CompletableFuture.runAsync(
              () -> {
                try (Socket socket = server.accept()) {
                  socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
                  socket.shutdownOutput();
                  socket.getInputStream().readAllBytes();
                } catch (IOException e) {
                  // The one who asked has gone; what it made of the answer is what counts.
                }
              });
      NoAnswerException problem = noAnswer(server.getLocalPort());
      answering.join();
      return problem;
    }
  }

  @Test
  void nobodyThereMayPass() {
    NoAnswerException problem = noAnswer(Ports.free(1).get(0));

    assertThat(problem).hasMessage("does not answer: Connection refused");
    assertThat(problem.isDecided()).isFalse();
  }

  @Test
  void silenceMayPass() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      NoAnswerException problem = noAnswer(server.getLocalPort());

      assertThat(problem).hasMessage("does not answer as Memcached within 0.5 s");
      assertThat(problem.isDecided()).isFalse();
    }
  }

  @Test
  void aConnectionThatEndsMayPass() throws IOException {
    assertThat(noAnswer("").isDecided()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-ERR unknown command | does not answer as Memcached but '-ERR unknown command'",
        "CLIENT_ERROR unauthenticated"
            + " | asks for a password, which Plumbline does not have for Memcached",
      })
  void anotherServerIsDecided(String answer, String message) throws IOException {
    NoAnswerException problem = noAnswer(answer + "\r\n");

    assertThat(problem).hasMessage(message);
    assertThat(problem.isDecided()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:11211", "cache.example:1", "[::1]:65535", "10.0.0.1:11211"})
  void anAddressIsHostAndPort(String text) {
    assertThat(system.external(request().with(MemcachedSystem.ADDRESS, text)))
        .map(Address::display)
        .hasValue(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost", ":11211", "::1", "::1:11211", "host:0", "host:65536", "host:x", ""})
  void anythingElseIsNot(String text) {
    assertThatThrownBy(() -> system.external(request().with(MemcachedSystem.ADDRESS, text)))
        .isInstanceOf(BadInputException.class)
        .hasMessage("--memcached must be host:port or [IPv6]:port, not '" + text + "'");
  }

  @Test
  void withoutTheProgramItIsSaidHowToInstallIt() {
    Offer<ProcessRecipe> offer =
        MemcachedRecipes.process(request(), new ProgramPath(folder.toString()));

    assertThat(offer.isPresent()).isFalse();
    assertThat(offer.obstacle())
        .isEqualTo(
            "there is no memcached on the PATH: install it (apt-get install memcached, or brew"
                + " install memcached), or use --memcached-server PATH or --memcached HOST:PORT");
  }

  @Test
  void aProgramThatCannotBeRunIsBadInput() throws IOException {
    Path file = Files.writeString(folder.resolve("memcached"), "");
    for (String program : new String[] {file.toString(), folder.toString(), "/no/such"}) {
      assertThatThrownBy(
              () ->
                  MemcachedRecipes.process(
                      request().with(MemcachedSystem.BINARY, program), new ProgramPath("")))
          .isInstanceOf(BadInputException.class)
          .hasMessage(
              "--memcached-server must be a program that can be run, such as /usr/bin/memcached,"
                  + " not '"
                  + program
                  + "'");
    }
  }

  @Test
  void anImageOfTheUsersIsTaken() {
    assertThat(MemcachedRecipes.container(request()).image()).isEqualTo("memcached:1.6");
    assertThat(
            MemcachedRecipes.container(
                    request().with(MemcachedSystem.IMAGE, "memcached:1.6-alpine"))
                .image())
        .isEqualTo("memcached:1.6-alpine");
  }
}
