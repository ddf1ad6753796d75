package plumbline.bench.memcached;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.result.Fault;
import plumbline.result.Round;
import plumbline.result.Warning;
import plumbline.run.fork.OneFork;
import plumbline.system.endpoint.Endpoints;

/**
 * The whole way of an answer: from a Memcached that lies or dies through a JMH fork to the host.
 */
class MemcachedFaultsTest {
  /** Within the warm-up of a fork, even on a busy machine. */
  private static final long FIRST_FAULT = 105;

  @TempDir private Path folder;

  private Round measure(
      FakeMemcached.Fault fault, String benchmark, Map<String, List<String>> params)
      throws IOException {
    Path endpoints = folder.resolve("endpoints.properties");
    try (FakeMemcached memcached = new FakeMemcached(fault, FIRST_FAULT)) {
      Endpoints.of("test-", Map.of("memcached", Map.of("address", memcached.address())))
          .write(endpoints);
      return OneFork.run(
          endpoints, folder, benchmark, params, Duration.ofMillis(200), Duration.ofMillis(300));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MemcachedGetBenchmark.get | GET did not return the value that was set",
        "MemcachedIncrBenchmark.incr | INCR gave 106 after 104",
        "MemcachedWireBenchmark.get | GET did not return the value that was set",
        "MemcachedWireBenchmark.incr | INCR gave 106 after 104",
      })
  void aServerThatLiesFailsTheRound(String benchmark, String failure) throws IOException {
    Round round = measure(FakeMemcached.Fault.LIES, benchmark, Map.of());

    assertThat(round.fault()).hasValue(Fault.of(failure));
  }

  @Test
  void aServerThatLiesAmidABatchFailsTheRound() throws IOException {
    Round round =
        measure(
            FakeMemcached.Fault.LIES,
            "MemcachedWirePipelineBenchmark.incr",
            Map.of("inFlight", List.of("16")));

    assertThat(round.fault()).hasValue(Fault.of("INCR gave 106 after 104"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MemcachedGetBenchmark.get | Memcached gave no answer",
        "MemcachedPacedBenchmark.get | Memcached gave no answer",
        "MemcachedWireBenchmark.incr | Memcached closed the connection",
      })
  void aServerThatDiesFailsTheRoundWithOneLine(String benchmark, String cause) throws IOException {
    Round round = measure(FakeMemcached.Fault.DIES, benchmark, Map.of());

    assertThat(round.fault().orElseThrow().reason()).contains(cause).doesNotContain("\n");
  }

  @Test
  void atARateWrongAnswersAreCounted() throws IOException {
    Round round = measure(FakeMemcached.Fault.LIES, "MemcachedPacedBenchmark.get", Map.of());

    assertThat(round.fault().orElseThrow().has(Warning.WRONG_ANSWERS)).isTrue();
  }
}
