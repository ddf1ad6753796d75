package plumbline.run.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.result.Fault;
import plumbline.result.Round;
import plumbline.system.endpoint.Endpoints;

/** The whole way of a latency: from the wire through a JMH fork to the host. */
class KnownLatencyTest {
  private static final double RESOLUTION = 0.001;

  @TempDir private Path folder;

  @Test
  @Tag("acceptance")
  void aKnownDistributionOfDelaysComesOutRight() throws IOException {
    Histogram floor;
    try (DelayingRedis redis = new DelayingRedis(get -> 0, UnaryOperator.identity())) {
      floor = measureGet(redis, Duration.ofSeconds(2)).latencies().orElseThrow();
    }
    // 1 ms; 10 ms for 1 in 100; 50 ms for 1 in 1,000.
    LongUnaryOperator delay =
        get -> get % 1_000 == 999 ? millis(50) : get % 100 == 50 ? millis(10) : millis(1);
    try (DelayingRedis redis = new DelayingRedis(delay, UnaryOperator.identity())) {
      Histogram measured = measureGet(redis, Duration.ofSeconds(6)).latencies().orElseThrow();

      assertThat(measured.getTotalCount()).isGreaterThan(2_000);
      check(measured, 50, millis(1), floor);
      check(measured, 99.5, millis(10), floor);
      check(measured, 99.95, millis(50), floor);
    }
  }

  /** At least the delay, and at most that plus what this machine takes without any delay. */
  private static void check(Histogram measured, double percentile, long delay, Histogram floor) {
    long nanos = measured.getValueAtPercentile(percentile);
    assertThat((double) nanos)
        .as("p%s", percentile)
        .isGreaterThanOrEqualTo(delay * (1 - RESOLUTION))
        .isLessThanOrEqualTo(delay * (1 + RESOLUTION) + floor.getValueAtPercentile(99.9));
  }

  @Test
  void aServerThatLiesFailsTheRound() throws IOException {
    UnaryOperator<byte[]> lie =
        value -> {
          byte[] changed = value.clone();
          changed[50] ^= 1;
          return changed;
        };
    try (DelayingRedis redis = new DelayingRedis(get -> 0, lie)) {
      Round round = measureGet(redis, Duration.ofMillis(200));

      assertThat(round.isValid()).isFalse();
      assertThat(round.fault()).hasValue(Fault.of("GET did not return the value that was set"));
    }
  }

  @Test
  void aServerThatIsGoneFailsTheRoundWithOneLine() throws IOException {
    DelayingRedis redis = new DelayingRedis(get -> 0, UnaryOperator.identity());
    redis.close();

    Round round = measureGet(redis, Duration.ofMillis(200));

    assertThat(round.fault().orElseThrow().reason())
        .contains("Connection refused")
        .doesNotContain("\n");
  }

  private Round measureGet(DelayingRedis redis, Duration time) throws IOException {
    Path endpoints = folder.resolve("endpoints.properties");
    Endpoints.of("test-", Map.of("redis", Map.of("uri", redis.uri()))).write(endpoints);
    return OneFork.run(
        endpoints, folder, "RedisWireBenchmark.get", Map.of(), Duration.ofMillis(500), time);
  }

  private static long millis(long millis) {
    return Duration.ofMillis(millis).toNanos();
  }
}
