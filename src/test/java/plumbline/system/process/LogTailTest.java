package plumbline.system.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
  @TempDir Path folder;

  private Path log(String text) throws Exception {
    return Files.writeString(folder.resolve("x.log"), text);
  }

  @Test
  void causeIsTheExceptionOfTheFirstError() throws Exception {
    Path log =
        log(
            """
            [2026-01-01T00:00:00.000Z] INFO kafka.Kafka - starting
            [2026-01-01T00:00:00.000Z] ERROR kafka.Kafka - Exiting Kafka due to fatal exception
            java.lang.IllegalArgumentException: requirement failed
            \tat scala.Predef$.require(Predef.scala:337)
            [2026-01-01T00:00:00.000Z] ERROR kafka.Kafka - cannot stop
            java.lang.IllegalStateException: not started
            [2026-01-01T00:00:00.000Z] INFO kafka.Kafka - an exception is no error
            """);

    assertThat(LogTail.cause(log, 0)).contains("IllegalArgumentException: requirement failed");
  }

  @Test
  void frontOfALineIsNotPartOfTheCause() throws Exception {
    assertThat(
            LogTail.cause(log("[2026-01-01T00:00:00.000Z] ERROR kafka.Kafka$ - Cannot bind\n"), 0))
        .contains("Cannot bind");
    assertThat(
            LogTail.cause(log("4711:C 24 Nov 2026 07:00:00.000 # Failed listening on port 1\n"), 0))
        .contains("Failed listening on port 1");
  }

  @Test
  void warningOfTheStartIsNoCauseAndTheLastWordsAre() throws Exception {
    String front = "2004:M 27 Nov 2026 07:52:38.684 ";
    String start =
        front
            + "# WARNING Memory overcommit must be enabled! Without it, a save may fail\n"
            + (front + "* Ready to accept connections\n");

    assertThat(LogTail.cause(log(start + front + "# User requested shutdown...\n"), 0))
        .contains("User requested shutdown...");
    assertThat(LogTail.cause(log(start + front + "# Can't save: No space left\n" + start), 0))
        .contains("Can't save: No space left");
  }

  @Test
  void whatAnEarlierStartWroteIsNoCauseOfThisOne() throws Exception {
    String earlier = "Address already in use\n";
    Path log = log(earlier + "Ready to accept connections\n");

    assertThat(LogTail.namesTakenPort(log, earlier.length())).isFalse();
    assertThat(LogTail.namesTakenPort(log, 0)).isTrue();
    assertThat(LogTail.cause(log, earlier.length())).contains("Ready to accept connections");
  }

  @Test
  void logThatIsNotThereHasNoCause() {
    assertThat(LogTail.cause(folder.resolve("none"), 0)).isEmpty();
  }
}
