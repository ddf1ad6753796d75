package plumbline.run.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import plumbline.result.Finding;
import plumbline.result.Metric;
import plumbline.result.Round;
import plumbline.result.Warning;
import plumbline.testing.MadeManifest;
import plumbline.testing.MadeRun;

/** A benchmark in a fork, to which something happens while it is measured. */
final class ForkUnderFault {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** What JMH prints when the measured iteration begins. */
  private static final String MEASURED = "\nIteration   1: ";

  private ForkUnderFault() {}

  /** What happens. */
  interface Fault {
    void happen() throws Exception;
  }

  /** Runs a benchmark; the fault begins so long after the measured time has begun. */
  static Round run(
      Path endpoints,
      Path logs,
      String benchmark,
      Map<String, List<String>> params,
      Duration warmup,
      Duration measure,
      Duration after,
      Fault fault)
      throws Exception {
    Path own = Files.createTempDirectory(logs, "fork-");
    CompletableFuture<Round> round =
        CompletableFuture.supplyAsync(
            () -> OneFork.run(endpoints, own, benchmark, params, warmup, measure));
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> round.isDone() || isMeasured(own));
    Thread.sleep(after.toMillis());
    fault.happen();
    return round.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  private static boolean isMeasured(Path logs) throws IOException {
    try (Stream<Path> files = Files.list(logs)) {
      for (Path file : files.toList()) {
        if (Files.readString(file).contains(MEASURED)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Sends a signal to a process of the test. */
  static void signal(String name, long pid) throws Exception {
    int code = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
    assertThat(code).isZero();
  }

  /** Stops a process for so long; returns for how long it was. */
  static Duration pause(long pid, Duration time) throws Exception {
    signal("STOP", pid);
    long start = System.nanoTime();
    try {
      Thread.sleep(time.toMillis());
    } finally {
      signal("CONT", pid);
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** The same without their numbers. */
  static List<Warning> marks(Round round, Metric metric) {
    return findings(round, metric).stream().map(Finding::warning).toList();
  }

  /** What marks a metric of a round, also if the round is not valid for another reason. */
  static List<Finding> findings(Round round, Metric metric) {
    Round judged = round.with(Optional.empty());
    return MadeRun.rows(new MadeManifest().build(), judged).stream()
        .filter(row -> row.metric() == metric && !row.isMerged())
        .flatMap(row -> row.warnings().stream())
        .toList();
  }
}
