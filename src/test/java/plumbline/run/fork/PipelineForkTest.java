package plumbline.run.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.result.Count;
import plumbline.result.Fault;
import plumbline.result.Round;
import plumbline.system.endpoint.Endpoints;

/** The whole way of a throughput: from the wire through a JMH fork to the host. */
class PipelineForkTest {
  private static final Duration DELAY = Duration.ofMillis(1);

  @TempDir private Path folder;

  private Round measure(DelayingRedis redis, int inFlight, Duration time) throws IOException {
    Path endpoints = folder.resolve("endpoints.properties");
    Endpoints.of("test-", Map.of("redis", Map.of("uri", redis.uri()))).write(endpoints);
    return OneFork.run(
        endpoints,
        folder,
        "RedisWirePipelineBenchmark.get",
        Map.of("inFlight", List.of(Integer.toString(inFlight))),
        Duration.ofMillis(300),
        time);
  }

  /** The server answers one after the other and holds each: so many answers take so long. */
  @Test
  void throughputIsCompletionsOverTheMeasuredTime() throws IOException {
    try (DelayingRedis redis =
        new DelayingRedis(get -> DELAY.toNanos(), UnaryOperator.identity())) {
      Round round = measure(redis, 16, Duration.ofSeconds(2));

      assertThat(round.fault()).isEmpty();
      long completed = round.counts().get(Count.COMPLETED).getAsLong();
      double seconds = Count.MEASURED_TIME.inUnit(round.counts().orZero(Count.MEASURED_TIME));
      assertThat(round.throughput()).isEqualTo(completed / seconds);
      assertThat(completed % 16).as("whole batches").isZero();
      // Never faster than the server; how much slower depends on the machine.
      assertThat(round.throughput()).isBetween(100.0, 1_001.0);
      assertThat(round.latencies().orElseThrow().getTotalCount()).as("queueing").isZero();
      assertThat(round.series().inFlight()).isEqualTo(16);
    }
  }

  @Test
  void aServerThatLiesOnceInABatchFailsTheRound() throws IOException {
    UnaryOperator<byte[]> lie =
        new UnaryOperator<>() {
          private int gets;

          @Override
          public byte[] apply(byte[] value) {
            byte[] answer = value.clone();
            if (++gets == 1_005) {
              answer[50] ^= 1;
            }
            return answer;
          }
        };
    try (DelayingRedis redis = new DelayingRedis(get -> 0, lie)) {
      Round round = measure(redis, 128, Duration.ofMillis(500));

      assertThat(round.fault()).hasValue(Fault.of("GET did not return the value that was set"));
    }
  }
}
