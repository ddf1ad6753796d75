package plumbline.run.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.lettuce.core.KillArgs;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.result.Count;
import plumbline.result.Fault;
import plumbline.result.Finding;
import plumbline.result.Metric;
import plumbline.result.Round;
import plumbline.result.Warning;
import plumbline.system.Servers;
import plumbline.system.endpoint.Endpoints;
import plumbline.system.janitor.Janitor;
import plumbline.system.spi.Origin;
import plumbline.system.spi.ServerRequest;

/** Faults that are done to real servers while a real fork measures them at a rate. */
@Tag("acceptance")
class PacedFaultsTest {
  private static final String PREFIX = "faults-" + ProcessHandle.current().pid() + "-";
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final double TOLERANCE = 10;

  @TempDir private static Path folder;
  private static Janitor janitor;
  private static Servers servers;
  private static Path endpoints;
  private static RedisClient client;

  @BeforeAll
  static void start() throws Exception {
    janitor = Janitor.start(folder.resolve("janitor.log"));
    servers =
        Servers.start(
            ServerRequest.of(folder, PREFIX).withOrigin(Origin.PROCESSES),
            Set.of("kafka", "redis"),
            janitor,
            line -> {});
    Map<String, Map<String, String>> values = new TreeMap<>();
    servers.handles().forEach(handle -> values.put(handle.system(), handle.endpoints()));
    endpoints = folder.resolve("endpoints.properties");
    Endpoints.of(PREFIX, values).write(endpoints);
    client = RedisClient.create(values.get("redis").get("uri"));
  }

  @AfterAll
  static void end() {
    client.shutdown(Duration.ZERO, SECOND);
    servers.close();
    janitor.close();
  }

  private static long pid(String system) {
    return servers.handle(system).pid().orElseThrow();
  }

  private static Round redis(String benchmark, int rate, int seconds, ForkUnderFault.Fault fault)
      throws Exception {
    return ForkUnderFault.run(
        endpoints,
        folder,
        benchmark,
        rate == 0 ? Map.of() : Map.of("rate", List.of(Integer.toString(rate))),
        SECOND,
        SECOND.multipliedBy(seconds),
        SECOND.dividedBy(2),
        fault);
  }

  @Test
  void aStallOfARealRedisIsChargedToEveryOperationThatItDelayed() throws Exception {
    int rate = 500;
    int seconds = 3;
    AtomicReference<Duration> stall = new AtomicReference<>();
    Round round =
        redis(
            "RedisPacedBenchmark.get",
            rate,
            seconds,
            () -> stall.set(ForkUnderFault.pause(pid("redis"), SECOND)));

    Histogram response = round.latencies().orElseThrow();
    assertThat(response.getTotalCount()).isEqualTo((long) rate * seconds);
    for (double percentile : new double[] {80, 90, 99}) {
      // Operations come evenly, so n of them were delayed by at least the stall less n intervals.
      double beyond = rate * seconds * (100 - percentile) / 100;
      double byHand = stall.get().toNanos() - beyond * 1e9 / rate;
      assertThat((double) response.getValueAtPercentile(percentile))
          .as("p%s", percentile)
          .isCloseTo(byHand, withinPercentage(TOLERANCE));
    }
    assertThat(ForkUnderFault.marks(round, Metric.P99)).contains(Warning.SERVER_STALLED);
    assertThat(round.counts().orZero(Count.FAILED)).isZero();
  }

  @Test
  void aClosedLoopSeesTheSameStallOnce() throws Exception {
    AtomicReference<Duration> stall = new AtomicReference<>();
    Round round =
        redis(
            "RedisGetBenchmark.get",
            0,
            3,
            () -> stall.set(ForkUnderFault.pause(pid("redis"), SECOND)));

    Histogram service = round.latencies().orElseThrow();
    long half = stall.get().toNanos() / 2;
    assertThat(service.getCountBetweenValues(half, service.getMaxValue())).isEqualTo(1);
    assertThat(service.getValueAtPercentile(99)).isLessThan(half);
  }

  @Test
  void aBrokerThatIsPausedMarksTheTail() throws Exception {
    Round round =
        ForkUnderFault.run(
            endpoints,
            folder,
            "KafkaDeliveryBenchmark.deliver",
            Map.of("rate", List.of("200"), "acks", List.of("all"), "lingerMs", List.of("0")),
            SECOND.multipliedBy(2),
            SECOND.multipliedBy(5),
            SECOND,
            () -> ForkUnderFault.pause(pid("kafka"), SECOND.multipliedBy(2)));

    assertThat(ForkUnderFault.findings(round, Metric.P90))
        .filteredOn(finding -> finding.warning() == Warning.SERVER_STALLED)
        .singleElement()
        .satisfies(finding -> assertThat(finding.numbers().get(0)).isBetween(2.0, 5.0));
    // Idempotent, so that what is sent again does not arrive again.
    assertThat(round.counts().orZero(Count.LOST)).isZero();
    assertThat(round.counts().orZero(Count.DUPLICATED)).isZero();
    assertThat(round.counts().orZero(Count.COMPLETED)).isEqualTo(1_000);
  }

  @Test
  void aWrongValueMakesTheRoundInvalid() throws Exception {
    Round round =
        redis(
            "RedisPacedBenchmark.get",
            500,
            2,
            () -> {
              RedisCommands<String, String> commands = client.connect().sync();
              String key = commands.keys(PREFIX + "*").get(0);
              commands.set(key, "another");
            });

    assertThat(round.fault().orElseThrow().has(Warning.WRONG_ANSWERS)).isTrue();
    assertThat(round.counts().orZero(Count.WRONG)).isPositive();
    assertThat(round.latencies().orElseThrow().getTotalCount())
        .isEqualTo(1_000 - round.counts().orZero(Count.WRONG));
  }

  @Test
  void droppedAndDuplicatedMessagesMakeTheRoundInvalidAndDoNotMakeUpForEachOther()
      throws Exception {
    Round round =
        redis(
            "RedisPubSubDeliveryBenchmark.deliver",
            2_000,
            2,
            () -> {
              publishOneMessageAgain();
              RedisCommands<String, String> commands = client.connect().sync();
              // What is published while the subscriber is away, is gone.
              for (int i = 0; i < 10; i++) {
                commands.clientKill(KillArgs.Builder.typePubsub());
                Thread.sleep(20);
              }
            });

    Fault fault = round.fault().orElseThrow();
    assertThat(fault.has(Warning.MESSAGES_LOST)).isTrue();
    assertThat(fault.warnings()).contains(Finding.of(Warning.MESSAGES_DUPLICATED, 1, 4_000));
    assertThat(round.counts().orZero(Count.DUPLICATED)).isEqualTo(1);
    assertThat(round.counts().orZero(Count.LOST)).isPositive();
    assertThat(round.counts().orZero(Count.COMPLETED))
        .isEqualTo(4_000 - round.counts().orZero(Count.LOST));
  }

  private static void publishOneMessageAgain() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    AtomicBoolean first = new AtomicBoolean(true);
    try (StatefulRedisPubSubConnection<byte[], byte[]> heard =
            client.connectPubSub(ByteArrayCodec.INSTANCE);
        var saying = client.connect(ByteArrayCodec.INSTANCE)) {
      heard.addListener(
          new RedisPubSubAdapter<>() {
            @Override
            public void message(byte[] pattern, byte[] channel, byte[] message) {
              if (first.getAndSet(false)) {
                saying
                    .async()
                    .publish(channel, message)
                    .whenComplete((receivers, error) -> done.countDown());
              }
            }
          });
      heard.sync().psubscribe((PREFIX + "channel-*").getBytes(StandardCharsets.UTF_8));
      assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aLoadGeneratorWithoutAProcessorSaysSo() throws Exception {
    List<Process> loops = new ArrayList<>();
    Round round;
    try {
      round =
          redis(
              "RedisPacedBenchmark.get",
              5_000,
              2,
              () -> {
                for (int i = 0; i < 3 * Runtime.getRuntime().availableProcessors(); i++) {
                  loops.add(new ProcessBuilder("sh", "-c", "while :; do :; done").start());
                }
              });
    } finally {
      loops.forEach(Process::destroyForcibly);
    }
    Set<Warning> warnings = EnumSet.noneOf(Warning.class);
    round.fault().stream()
        .flatMap(fault -> fault.warnings().stream())
        .forEach(finding -> warnings.add(finding.warning()));
    for (Metric metric : Metric.latencies()) {
      warnings.addAll(ForkUnderFault.marks(round, metric));
    }
    assertThat(warnings)
        .containsAnyOf(Warning.SCHEDULE_LAG, Warning.PLATFORM_PAUSES, Warning.RATE_MISSED);
  }
}
