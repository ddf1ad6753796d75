package plumbline.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import plumbline.result.Round;
import plumbline.run.OneFork;
import plumbline.server.Provider;
import plumbline.server.ServerRequest;
import plumbline.server.Servers;
import plumbline.server.Systems;
import plumbline.server.janitor.Janitor;

/**
 * Our figures beside those of the systems' own tools, on the same servers and interleaved with
 * them. A quiet machine is needed, so these are not part of the ordinary tests: {@code mvn test
 * -Dgroups=agreement -DexcludedGroups=}.
 */
@Tag("agreement")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgreementTest {
  private static final int REPEATS = 3;

  private Path folder;
  private Janitor janitor;
  private Servers servers;

  @BeforeAll
  void start(@TempDir Path temporary) {
    folder = temporary;
    janitor = Janitor.start();
    servers =
        Servers.start(
            ServerRequest.of(folder, "plumbline-agreement-").withProvider(Provider.PROCESSES),
            Set.of("kafka", "redis"),
            janitor,
            System.out::println);
    servers.writeEndpoints(folder.resolve("endpoints.properties"));
  }

  @AfterAll
  void stop() {
    servers.close();
    janitor.close();
  }

  @Test
  void redisGetAgreesWithItsOwnBenchmark() throws Exception {
    String port = servers.handle("redis").displayEndpoint().replaceAll(".*:", "");
    List<Double> theirs = new ArrayList<>();
    List<Double> wire = new ArrayList<>();
    List<Double> lettuce = new ArrayList<>();
    for (int i = 0; i < REPEATS; i++) {
      theirs.add(NativeTool.redisGetP50Micros(port, folder));
      wire.add(p50("RedisWireBenchmark.get", Map.of()));
      lettuce.add(p50("RedisGetBenchmark.get", Map.of()));
    }
    System.out.printf(
        "GET p50 in us: redis-benchmark %s, wire %s, Lettuce %s%n", theirs, wire, lettuce);

    assertThat(NativeTool.median(wire) / NativeTool.median(theirs))
        .as("wire")
        .isLessThanOrEqualTo(1.1);
    assertThat(NativeTool.median(lettuce) / NativeTool.median(theirs))
        .as("Lettuce")
        .isLessThanOrEqualTo(2.5);
  }

  @Test
  void kafkaRoundTripAgreesWithItsOwnTool() throws Exception {
    var handle = servers.handle("kafka");
    System.out.println(Systems.named("kafka").warmUp(handle, System.out::println));
    List<Double> theirs = new ArrayList<>();
    List<Double> ours = new ArrayList<>();
    for (int i = 0; i < REPEATS; i++) {
      theirs.add(
          NativeTool.figure(
              NativeTool.run(
                  folder,
                  List.of(
                      Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                      "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                      "-cp",
                      System.getProperty("java.class.path"),
                      "org.apache.kafka.tools.EndToEndLatency",
                      "--bootstrap-server",
                      handle.displayEndpoint(),
                      "--topic",
                      "plumbline-agreement-end-to-end",
                      "--num-records",
                      "20000",
                      "--producer-acks",
                      "all",
                      "--record-size",
                      "100")),
              "Avg latency: (\\d+\\.\\d+) ms",
              1_000));
      Histogram latencies =
          latencies(
              "KafkaRoundTripBenchmark.roundTrip",
              Map.of("acks", List.of("all"), "lingerMs", List.of("0")),
              Duration.ofSeconds(10));
      ours.add(latencies.getMean() / 1_000);
    }
    System.out.printf("round trip mean in us: EndToEndLatency %s, ours %s%n", theirs, ours);

    assertThat(NativeTool.median(ours) / NativeTool.median(theirs)).isLessThanOrEqualTo(1.0);
  }

  private double p50(String benchmark, Map<String, List<String>> params) {
    return latencies(benchmark, params, Duration.ofSeconds(3)).getValueAtPercentile(50) / 1_000.0;
  }

  private Histogram latencies(String benchmark, Map<String, List<String>> params, Duration warmup) {
    Round round =
        OneFork.run(
            folder.resolve("endpoints.properties"),
            folder,
            benchmark,
            params,
            warmup,
            Duration.ofSeconds(5));
    return round.latencies().orElseThrow(() -> new AssertionError(round.failure()));
  }
}
