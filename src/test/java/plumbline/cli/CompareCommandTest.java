package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.compare.Observation;
import plumbline.compare.Settings;
import plumbline.result.Metric;
import plumbline.result.Series;
import plumbline.run.plan.BenchmarkCatalog;
import plumbline.run.plan.Plan;
import plumbline.run.plan.PlanFile;
import plumbline.statistics.MannWhitney;
import plumbline.testing.MadeRows;
import plumbline.testing.MadeSeries;

/** The command as its users see it: what it prints, and its exit code. */
class CompareCommandTest {
  private static final Series GET = MadeSeries.of("RedisGetBenchmark.get");

  @TempDir private Path folder;

  private String base;
  private String same;
  private String slower;
  private String few;
  private Said said;

  @BeforeEach
  void begin() {
    base = run("base", 1, 10, 100);
    same = run("same", 2, 10, 100);
    slower = run("slower", 3, 10, 130);
    few = run("few", 4, 3, 130);
  }

  private String run(String name, long seed, int rounds, double median) {
    return new MadeRows(name, seed)
        .starts()
        .scattered(GET, Metric.P50, rounds, median, 0.02)
        .scattered(GET, Metric.P99, rounds, 300, 0.02)
        .write(folder);
  }

  private int execute(String... arguments) {
    said = Said.by(arguments);
    return said.exitCode();
  }

  @Test
  void comparingIsNoJudgementOfTheExitCode() {
    assertThat(execute("compare", base, slower)).isEqualTo(ExitCode.DONE);
    assertThat(said.out()).contains("worse").doesNotContain("GATE");
  }

  @Test
  void gateEndsWithOneIfARowIsWorse() {
    assertThat(execute("compare", base, slower, "--gate")).isEqualTo(ExitCode.NO);
    assertThat(said.out())
        .startsWith("GATE BROKEN: 1 row is worse by more than 5 %\n")
        .containsPattern("\n  p50 .* worse ");
  }

  @Test
  void gateEndsWithZeroIfNoneIs() {
    assertThat(execute("compare", base, same, "--gate")).isEqualTo(ExitCode.DONE);
    assertThat(said.out().replaceAll("\\s+", " "))
        .matches(
            "GATE PASSED: no row is significantly worse by more than 5 % -"
                + " RedisGetBenchmark.get, 100 B: p\\d\\d could still have changed by"
                + " \\+\\d\\.\\d %.*");
    assertThat(execute("compare", slower, base, "--gate")).isEqualTo(ExitCode.DONE);
  }

  @Test
  void whereHalfOfTheRoundsMissTheirRateAnyRegressionMayBeHidden() {
    String[] late = new String[2];
    for (int side = 0; side < 2; side++) {
      MadeRows rows =
          new MadeRows("late-" + side, 5 + side)
              .starts()
              .scattered(GET, Metric.P50, 10, 100, 0.02)
              .scattered(GET, Metric.P99, 10, 300, 0.02);
      for (int round = 1; round <= 5; round++) {
        rows.failed(GET, round, "92.00 % of the target rate was achieved");
      }
      late[side] = rows.write(folder);
    }

    execute("compare", late[0], late[1], "--gate");

    assertThat(said.out().replaceAll("\\s+", " "))
        .contains("could still be slower than its rate allows");
  }

  @Test
  void gateOnOtherMetricsHolds() {
    assertThat(execute("compare", base, slower, "--gate-on", "p99")).isEqualTo(ExitCode.DONE);
    assertThat(execute("compare", base, slower, "--gate-on", "p50,p99")).isEqualTo(ExitCode.NO);
  }

  @Test
  void effectThatDoesNotMatterHolds() {
    assertThat(execute("compare", base, slower, "--gate", "--min-effect", "40"))
        .isEqualTo(ExitCode.DONE);
  }

  @Test
  void gateThatCannotDecideEndsWithThree() {
    assertThat(execute("compare", base, few, "--gate")).isEqualTo(ExitCode.COULD_NOT_MEASURE);
    assertThat(said.out())
        .startsWith("GATE UNDECIDED: NEW has 3 starts of the servers, and a gate needs 6 a side\n")
        .contains("`run track --out results/before`", "pooled: `compare 'results/before/2*'");
    assertThat(execute("compare", base, slower, "--gate", "--filter", "nothing"))
        .isEqualTo(ExitCode.COULD_NOT_MEASURE);
    assertThat(said.out())
        .startsWith("GATE UNDECIDED: --filter: 'nothing' is found in the name of no series");
    assertThat(execute("compare", folder + "/none.csv", slower, "--gate"))
        .isEqualTo(ExitCode.COULD_NOT_MEASURE);
    assertThat(said.err()).contains("none.csv");
  }

  /**
   * The slower a round, the fewer its operations: the rounds that have a p99 are the faster ones.
   */
  @Test
  void rowThatSlowRoundsLackDoesNotPassAGate() {
    String sparse =
        new MadeRows("sparse", 5)
            .starts()
            .scattered(GET, Metric.P50, 10, 100, 0.02)
            .scattered(GET, Metric.P99, 7, 300, 0.02)
            .write(folder);
    assertThat(execute("compare", base, sparse, "--gate-on", "p99"))
        .isEqualTo(ExitCode.COULD_NOT_MEASURE);
    assertThat(execute("compare", base, sparse, "--gate-on", "p99", "--details"))
        .isEqualTo(ExitCode.COULD_NOT_MEASURE);
    assertThat(said.out()).contains("only 7 of 10 valid rounds have it");
    assertThat(execute("compare", base, sparse, "--gate")).isEqualTo(ExitCode.COULD_NOT_MEASURE);
    assertThat(said.out().replaceAll("\\s+", " "))
        .startsWith("GATE UNDECIDED: not every valid round of NEW has enough for")
        .contains("p99, as those of BASE have");
  }

  @Test
  void gateSaysWhatFailed() {
    String failing =
        new MadeRows("failing", 5)
            .starts()
            .scattered(GET, Metric.P50, 10, 100, 0.02)
            .scattered(GET, Metric.P99, 10, 300, 0.02)
            .failed(GET, 3, "1 of 5,000 operations had a wrong answer")
            .write(folder);
    assertThat(execute("compare", base, failing, "--gate")).isEqualTo(ExitCode.NO);
    assertThat(said.out().replaceAll("\\s+", " "))
        .startsWith(
            "GATE BROKEN: 1 row failed more often - RedisGetBenchmark.get, 100 B: 1 of"
                + " 10 rounds of NEW failed, and 0 of 10 of BASE: 1 of 5,000 operations had a wrong"
                + " answer");
  }

  @Test
  void systemThatIsGoneDoesNotPassAGate() {
    Series kafka = MadeSeries.of("KafkaAckBenchmark.ack");
    String both =
        new MadeRows("both", 5)
            .starts()
            .scattered(GET, Metric.P50, 10, 100, 0.02)
            .scattered(kafka, Metric.P50, 10, 300, 0.02)
            .write(folder);
    assertThat(execute("compare", both, same, "--gate")).isEqualTo(ExitCode.COULD_NOT_MEASURE);
    assertThat(said.out()).startsWith("GATE UNDECIDED: no row of kafka could be decided for NEW");
    assertThat(execute("compare", both, same, "--gate", "--filter", "Redis"))
        .isEqualTo(ExitCode.DONE);
  }

  @Test
  void sameRunProvesNothing() {
    assertThat(execute("compare", base, base, "--gate")).isEqualTo(ExitCode.COULD_NOT_MEASURE);
    assertThat(said.out()).startsWith("GATE UNDECIDED: the run base-1 is on both sides");
    assertThat(execute("compare", base + "," + base, same, "--gate")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(said.err()).contains("BASE names ").contains(" twice");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--metric p51|--metric: there is no metric 'p51'",
        "--metric pause_p50|--metric: there is no metric 'pause_p50'",
        "--metric p50 --gate-on p99|--gate-on: names a metric that --metric leaves out",
        "--filter [|--filter: ",
        "--filter RedisGte|--filter: 'RedisGte' is found in the name of no series of these runs",
        "--gate --changed [|--changed: ",
        "--alpha 2|--alpha: must lie between 0 and 1",
        "--alpha x|Invalid value for option '--alpha'",
        "--min-effect -1|--min-effect: must be 0 % or more",
        "--min-effect x|Invalid value for option '--min-effect'",
        "--format pdf|Invalid value for option '--format'",
        "--sort size|Invalid value for option '--sort'",
      })
  void wrongOptionIsOneLineAndExitCodeTwo(String options, String message) {
    String[] all = ("compare " + base + " " + same + " " + options).split(" ");
    assertThat(execute(all)).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(said.err().lines()).hasSize(1);
    assertThat(said.err()).startsWith("plumbline: " + message);
    assertThat(said.out()).isEmpty();
  }

  @Test
  void oneSideIsNotEnough() {
    assertThat(execute("compare", base)).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(said.err()).contains("compare needs two sides, BASE and NEW");
    assertThat(execute("compare", base, folder + "/none.csv")).isEqualTo(ExitCode.BAD_INPUT);
  }

  /** What is said to be enough is so for the plans that come along, with two figures a row. */
  @Test
  void startsThatAreSaidToBeEnoughAre() {
    BenchmarkCatalog catalog = BenchmarkCatalog.load();
    for (String name : PlanFile.names()) {
      Plan plan = Plan.of(PlanFile.load(name), catalog, Plan.Overrides.none());
      double level = Settings.GATE_ALPHA / (2 * plan.size());
      assertThat(MannWhitney.smallestSize(level, false))
          .as(name)
          .isLessThanOrEqualTo(Observation.ENOUGH_STARTS);
    }
    Plan track = Plan.of(PlanFile.load("track"), catalog, Plan.Overrides.none());
    assertThat(track.freshServers()).isTrue();
    assertThat(track.rounds()).isEqualTo(Observation.ENOUGH_STARTS);
    assertThat(MannWhitney.smallestSize(Settings.GATE_ALPHA / (2 * track.size()), true))
        .isLessThanOrEqualTo(Observation.ENOUGH_STARTS);
  }

  @Test
  void selfTestTellsWhatAGateWouldFind() {
    String all = base + "," + same;
    assertThat(execute("compare", "--self-test", all, "--splits", "200")).isEqualTo(ExitCode.DONE);
    assertThat(said.out())
        .contains("false alarms")
        .contains("found 95 times in 100")
        .contains("p99");
    assertThat(said.out().lines().filter(line -> line.length() > 80)).isEmpty();
    String first = said.out();
    assertThat(execute("compare", "--self-test", base, same, "--splits", "200"))
        .isEqualTo(ExitCode.DONE);
    assertThat(said.out()).isEqualTo(first);
  }

  @Test
  void selfTestOfTooFewRoundsEndsWithThree() {
    assertThat(execute("compare", "--self-test", few)).isEqualTo(ExitCode.COULD_NOT_MEASURE);
    assertThat(said.out()).contains("Nothing can be told");
  }
}
