package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import plumbline.result.Metric;
import plumbline.result.Row;
import plumbline.result.file.RunDirectory;

/**
 * From the servers to the exit code: the same plan with and without a slowdown of a known size,
 * measured in alternation, as in CI.
 *
 * <p>The slowdown is twice the median and what matters half of that, so that a disturbed round does
 * not decide the test. {@code -Dplumbline.regression=0.2 -Dplumbline.alternations=10} asks for 20 %
 * and what matters by default, on a machine that does nothing else.
 */
@Tag("acceptance")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegressionTest {
  private static final double SHARE =
      Double.parseDouble(System.getProperty("plumbline.regression", "2"));

  private static final boolean IS_LARGE = SHARE >= 1;
  private static final int ALTERNATIONS = Integer.getInteger("plumbline.alternations", 4);
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private static final String PLAN =
      """
      description: short rounds of Redis
      rounds: 2
      fresh_servers: true
      warmup: 300 ms
      measure: 300 ms
      warm_servers: false
      benchmarks:
        - benchmark: RedisWireBenchmark
      """;

  private Path folder;

  @BeforeAll
  void measure(@TempDir Path temporary) throws Exception {
    folder = temporary;
    Files.writeString(folder.resolve("plan.yaml"), PLAN);
    run("first", Map.of());
    long delay = Math.round(SHARE * medianNanos("RedisWireBenchmark.incr"));
    Map<String, String> slowed =
        Map.of("PLUMBLINE_INJECT_DELAY", "^RedisWireBenchmark.incr$=" + delay);
    for (int i = 0; i < ALTERNATIONS; i++) {
      List<String> sides = new ArrayList<>(List.of("base", "same", "slowed"));
      Collections.rotate(sides, i);
      for (String side : sides) {
        run(side, side.equals("slowed") ? slowed : Map.of());
      }
    }
  }

  private void run(String side, Map<String, String> environment)
      throws IOException, InterruptedException {
    try (Host host =
        Host.start(
            folder, environment, "run", "plan.yaml", "--servers", "processes", "--out", side)) {
      assertThat(host.exitCode(LIMIT)).as(host.err()).isZero();
    }
  }

  private double medianNanos(String benchmark) {
    return 1_000
        * RunDirectory.open(folder.resolve("first/latest")).load().rows().stream()
            .filter(row -> row.series().benchmark().equals(benchmark) && row.isMerged())
            .filter(row -> row.metric() == Metric.P50)
            .mapToDouble(Row::value)
            .findFirst()
            .orElseThrow();
  }

  private Host compare(String changed) throws IOException {
    return Host.start(
        folder,
        "compare",
        "base/2*",
        changed + "/2*",
        "--gate-on",
        "p50",
        // One disturbed round of eight must not decide the test.
        "--alpha",
        IS_LARGE ? "0.05" : "0.01",
        "--min-effect",
        IS_LARGE ? String.format(Locale.ROOT, "%.0f", 100 * SHARE / 2) : "5");
  }

  @Test
  void slowedRowBreaksTheGateAndNoOther() throws Exception {
    try (Host host = compare("slowed")) {
      assertThat(host.exitCode(LIMIT)).as(host.out() + host.err()).isEqualTo(ExitCode.NO);
      assertThat(host.out().lines().findFirst().orElseThrow()).startsWith("GATE BROKEN: 1 row is");
      assertThat(host.out().lines().skip(1).findFirst().orElseThrow())
          .startsWith("  - RedisWireBenchmark.incr: p50");
    }
    assertThat(RunDirectory.open(folder.resolve("slowed/latest")).load().manifest().notes())
        .anyMatch(note -> note.contains("PLUMBLINE_INJECT_DELAY slows every operation"));
  }

  @Test
  void withoutTheSlowdownTheGatePasses() throws Exception {
    try (Host host = compare("same")) {
      assertThat(host.exitCode(LIMIT)).as(host.out() + host.err()).isEqualTo(ExitCode.DONE);
      assertThat(host.out())
          .startsWith("GATE PASSED")
          .contains("RedisWireBenchmark.incr")
          .doesNotContain("conditions differ");
    }
  }
}
