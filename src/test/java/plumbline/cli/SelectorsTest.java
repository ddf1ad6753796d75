package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.claim.ClaimsFile;
import plumbline.result.RunData;
import plumbline.result.file.RunDirectory;
import plumbline.run.plan.BenchmarkCatalog;
import plumbline.testing.MadeRun;

/** A claim that is about nothing, or was not measured, never passes for one that holds. */
class SelectorsTest {
  @TempDir private Path folder;

  private Path run;

  @BeforeEach
  void makeRun() throws IOException {
    run = MadeRun.write(new MadeRun().without("kafka").build(), folder).path();
  }

  private String claims(String select) throws IOException {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(
        file,
        """
        claims:
          - id: fast
            statement: it is fast
            kind: band
            select: {%s}
            metric: p50
            below: 1 ms
        """
            .formatted(select));
    return file.toString();
  }

  private Said check(String... more) {
    String[] args = new String[2 + more.length];
    args[0] = "check";
    args[1] = run.toString();
    System.arraycopy(more, 0, args, 2, more.length);
    return Said.by(args);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "benchmark: RedisIncr | benchmark: 'RedisIncr' matches nothing that can be measured;"
            + " did you mean RedisIncrBenchmark.incr?",
        "benchmark: [RedisGetBenchmark.get, RedisGteBenchmark.get] | 'RedisGteBenchmark.get' matches"
            + " nothing that can be measured; did you mean RedisGetBenchmark.get?",
        "system: reddis | system: 'reddis' matches nothing that can be measured; did you mean redis?",
        "operation: 'Get*' | operation: 'Get*' matches nothing that can be measured; did you mean"
            + " GET?",
        "system: redis, params: {persistance: always} | params: no benchmark has the parameter"
            + " 'persistance'; did you mean persistence?",
        "system: kafka, operation: GET | its keys each match a benchmark, but no benchmark matches"
            + " all of them (load: closed)",
        "benchmark: RedisPacedBenchmark.get | no benchmark matches all of them (load: closed)",
      })
  void aSelectorThatCanMatchNothingIsBadInput(String select, String problem) throws IOException {
    Said said = check("--claims", claims(select));

    assertThat(said.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(said.err().lines()).hasSize(1);
    assertThat(said.err())
        .matches("plumbline: \\S+/mine\\.yaml:5:\\d+: fast: select: .*\\n")
        .contains(problem);
    assertThat(said.out()).isEmpty();
  }

  @Test
  void whatAStoredRunOfAnotherJarMeasuredIsKnown() throws IOException {
    Path csv = run.resolve("results.csv");
    Files.writeString(csv, Files.readString(csv).replace("RedisIncrBenchmark", "OlderBenchmark"));
    Path log = run.resolve("histograms.hlog");
    Files.writeString(log, Files.readString(log).replace("RedisIncrBenchmark", "OlderBenchmark"));

    Said said = check("--fail-on", "refuted", "--claims", claims("benchmark: OlderBenchmark.*"));

    assertThat(said.err()).isEmpty();
    assertThat(said.exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void aClaimThatWasNotMeasuredDoesNotPass() throws IOException {
    String unmeasured = claims("system: kafka");

    assertThat(check("--claims", unmeasured).exitCode()).isEqualTo(ExitCode.DONE);
    for (String failOn : new String[] {"refuted", "undecided"}) {
      Said said = check("--fail-on", failOn, "--claims", unmeasured);

      assertThat(said.exitCode()).isEqualTo(ExitCode.COULD_NOT_MEASURE);
      assertThat(said.err().lines()).hasSize(1);
      assertThat(said.err())
          .isEqualToIgnoringNewLines(
              "plumbline: --fail-on cannot pass, because this run did not measure what these claims"
                  + " are about: fast; --claims FILE names the claims that count");
    }
  }

  @Test
  void theClaimsOfARunOfOneSystemNameWhatIsMissing() {
    Said said = check("--fail-on", "refuted");

    // The rate-limit claim is refuted by both of its readings, and that counts more.
    assertThat(said.exitCode()).isEqualTo(ExitCode.NO);
  }

  @Test
  void anIncompleteRunDoesNotPass() throws IOException {
    RunData killed = new MadeRun().without("kafka").fail("RedisGet", 2, "it died").build();
    run = MadeRun.write(killed, Files.createDirectory(folder.resolve("killed"))).path();
    String claims = claims("benchmark: RedisIncrBenchmark.incr");

    Said said = check("--fail-on", "refuted", "--claims", claims);

    assertThat(RunDirectory.open(run).load().manifest().isComplete()).isFalse();
    assertThat(said.exitCode()).isEqualTo(ExitCode.COULD_NOT_MEASURE);
    assertThat(said.err()).contains("--fail-on cannot pass, because the run is incomplete");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "article",
        "caches",
        "calibrate",
        "durability",
        "load",
        "saturation",
        "tax",
        "wakeups"
      })
  void everyBuiltInClaimIsAboutSomething(String name) {
    assertThat(ClaimsFile.names()).contains(name);
    assertThat(Judging.load(name, BenchmarkCatalog.load()).claims()).isNotEmpty();
  }
}
