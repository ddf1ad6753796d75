package plumbline.result;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.HdrHistogram.Histogram;
import plumbline.load.Load;

/**
 * Made-up runs for tests: the quick plan with 5 rounds, figures like those of a 2-core machine, the
 * same bytes for the same calls.
 *
 * <pre>
 * RunData run = TestRuns.quick();
 * RunData other = new TestRuns().rounds(3).without("kafka").fail("RedisGet", 2, "why").build();
 * RunDirectory directory = TestRuns.write(run, resultsRoot);
 * </pre>
 */
public final class TestRuns {
  /** Start of every made-up run. */
  public static final Instant STARTED = Instant.parse("2026-01-15T10:20:30Z");

  /** Full hash of the commit of every made-up run. */
  public static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

  private record Shape(Series series, double medianMicros, double sigma, int samples) {}

  private int rounds = 5;
  private long seed = 42;
  private double pauseScale = 1;
  private RunManifest.Status status = RunManifest.Status.COMPLETE;
  private String statusReason = "";
  private final List<Shape> shapes = new ArrayList<>();
  private final Map<String, Map<Integer, String>> failures = new TreeMap<>();
  private final Map<String, UnaryOperator<Shape>> changes = new TreeMap<>();

  /** A builder with all series of the quick plan. */
  public TestRuns() {
    shapes.add(shape("loopback", "LoopbackEchoBenchmark.echo", "echo", 100, 31, 0.30, 40_000));
    shapes.add(shape("redis", "RedisGetBenchmark.get", "GET", 100, 67, 0.32, 20_000));
    shapes.add(shape("redis", "RedisIncrBenchmark.incr", "INCR", 0, 69, 0.32, 20_000));
    shapes.add(shape("redis", "RedisWireBenchmark.get", "GET", 100, 35, 0.30, 40_000));
    shapes.add(shape("redis", "RedisWireBenchmark.incr", "INCR", 0, 36, 0.30, 40_000));
    shapes.add(
        kafka("KafkaRoundTripBenchmark.roundTrip", "round trip", "all", "0", 420, 0.6, 4_000));
    shapes.add(
        kafka("KafkaRoundTripBenchmark.roundTrip", "round trip", "all", "5", 6_100, 0.12, 1_200));
    shapes.add(kafka("KafkaRoundTripBenchmark.roundTrip", "round trip", "1", "0", 390, 0.6, 4_200));
    shapes.add(kafka("KafkaAckBenchmark.ack", "ack", "all", "0", 270, 0.7, 6_000));
    shapes.add(kafka("KafkaAckBenchmark.ack", "ack", "all", "5", 5_600, 0.12, 1_300));
    shapes.add(kafka("KafkaAckBenchmark.ack", "ack", "1", "0", 255, 0.7, 6_200));
    shapes.add(
        shape("instrument", "RecordingBenchmark.nanoTime", "nanoTime", 0, 0.027, 0.05, 40_000));
    shapes.add(shape("instrument", "RecordingBenchmark.record", "record", 0, 0.062, 0.08, 40_000));
  }

  /** Adds what the quick plan measures at a rate. */
  public TestRuns paced() {
    shapes.add(paced("redis", "RedisPacedBenchmark.get", "GET", Map.of(), 5_000, 90, 7_500));
    shapes.add(
        paced(
            "kafka",
            "KafkaDeliveryBenchmark.deliver",
            "delivery",
            Map.of("acks", "all", "lingerMs", "0"),
            1_000,
            900,
            3_000));
    return this;
  }

  private static Shape paced(
      String system,
      String benchmark,
      String operation,
      Map<String, String> params,
      int rate,
      double medianMicros,
      int samples) {
    return new Shape(
        new Series(
            benchmark,
            new TreeMap<>(params),
            system,
            operation,
            Load.PACED,
            0,
            OptionalDouble.of(rate),
            100),
        medianMicros,
        0.4,
        samples);
  }

  /** The quick plan, complete and valid. */
  public static RunData quick() {
    return new TestRuns().build();
  }

  /** Sets the number of rounds. */
  public TestRuns rounds(int count) {
    rounds = count;
    return this;
  }

  /** Sets the seed of the made-up figures. */
  public TestRuns seed(long value) {
    seed = value;
    return this;
  }

  /** Multiplies the platform's pauses. */
  public TestRuns pauses(double factor) {
    pauseScale = factor;
    return this;
  }

  /** Leaves out a system. */
  public TestRuns without(String system) {
    shapes.removeIf(shape -> shape.series().system().equals(system));
    return this;
  }

  /** Leaves out the series whose tag begins so. */
  public TestRuns withoutSeries(String tagPrefix) {
    shapes.removeIf(shape -> shape.series().tag().startsWith(tagPrefix));
    return this;
  }

  /** Multiplies the latencies of the series whose tag begins so. */
  public TestRuns slower(String tagPrefix, double factor) {
    changes.put(
        tagPrefix,
        shape ->
            new Shape(
                shape.series(), shape.medianMicros() * factor, shape.sigma(), shape.samples()));
    return this;
  }

  /** Lets a round of the series whose tag begins so fail. */
  public TestRuns fail(String tagPrefix, int round, String reason) {
    failures.computeIfAbsent(tagPrefix, tag -> new HashMap<>()).put(round, reason);
    if (status == RunManifest.Status.COMPLETE) {
      status(RunManifest.Status.FAILED, reason);
    }
    return this;
  }

  /** Sets how far the run got. */
  public TestRuns status(RunManifest.Status value, String reason) {
    status = value;
    statusReason = reason;
    return this;
  }

  /** Makes the run. */
  public RunData build() {
    Random random = new Random(seed);
    List<Round> made = new ArrayList<>();
    for (int number = 1; number <= rounds; number++) {
      for (Shape shape : shapes) {
        made.add(round(changed(shape), number, random));
      }
    }
    RunManifest manifest = manifest(made);
    return new RunData(manifest, Rows.of(context(manifest), made), made);
  }

  /** Writes a run as the program does while it measures. */
  public static RunDirectory write(RunData run, Path resultsRoot) {
    RunDirectory directory =
        RunDirectory.create(resultsRoot, run.manifest().started(), run.manifest().plan().name());
    run.rounds().forEach(directory::appendRound);
    directory.writeRows(run.rows());
    directory.writeManifest(run.manifest());
    directory.pointLatest();
    return directory;
  }

  /** The conditions of the rows of a made-up run. */
  public static RowContext context(RunManifest manifest) {
    Predicate<String> isServer = system -> manifest.server(system).isPresent();
    return new RowContext(
        manifest.run(),
        manifest.started(),
        manifest.git().map(RunManifest.Git::commit).orElse(""),
        manifest.plan().name(),
        manifest.environment().javaRuntime(),
        manifest.environment().host(),
        series -> isServer.test(series.system()) ? "processes persistence=none" : "",
        series ->
            manifest.server(series.system()).map(s -> s.product() + " " + s.version()).orElse(""),
        TestRuns::client);
  }

  private static String client(Series series) {
    if (series.benchmark().startsWith("RedisWire") || series.system().equals("loopback")) {
      return "bare socket";
    }
    return switch (series.system()) {
      case "redis" -> "lettuce-core 7.7.0.RELEASE";
      case "kafka" -> "kafka-clients 4.3.1";
      default -> "";
    };
  }

  private Shape changed(Shape shape) {
    Shape result = shape;
    for (Map.Entry<String, UnaryOperator<Shape>> change : changes.entrySet()) {
      if (shape.series().tag().startsWith(change.getKey())) {
        result = change.getValue().apply(result);
      }
    }
    return result;
  }

  private Optional<String> failure(Series series, int round) {
    return failures.entrySet().stream()
        .filter(entry -> series.tag().startsWith(entry.getKey()))
        .flatMap(entry -> Optional.ofNullable(entry.getValue().get(round)).stream())
        .findFirst();
  }

  private Round round(Shape shape, int number, Random random) {
    double drift = 1 + 0.03 * random.nextGaussian();
    Histogram latencies = Histograms.create();
    double total = 0;
    for (int i = 0; i < shape.samples(); i++) {
      double tail = random.nextInt(500) == 0 ? 4 : 1;
      double micros =
          shape.medianMicros() * drift * tail * Math.exp(shape.sigma() * random.nextGaussian());
      long nanos = Math.max(1, Math.round(micros * 1_000));
      latencies.recordValue(nanos);
      total += nanos;
    }
    Histogram pauses = Histograms.create();
    for (int i = 0; i < 2_000; i++) {
      double stall = random.nextInt(250) == 0 ? 300_000 * -Math.log(random.nextDouble()) : 0;
      double nanos = (75_000 + stall) * Math.exp(0.1 * random.nextGaussian()) * pauseScale;
      pauses.recordValue(Math.max(1, Math.min(Math.round(nanos), 50_000_000_000L)));
    }
    Optional<String> failure = failure(shape.series(), number);
    return failure.isPresent()
        ? new Round(shape.series(), number, Optional.empty(), Optional.empty(), Double.NaN, failure)
        : new Round(
            shape.series(),
            number,
            Optional.of(latencies),
            Optional.of(pauses),
            shape.samples() / (total * 1.01 / 1e9),
            failure);
  }

  private RunManifest manifest(List<Round> made) {
    List<RunManifest.PlanEntry> entries =
        shapes.stream()
            .map(
                shape ->
                    new RunManifest.PlanEntry(
                        shape.series().tag(), Duration.ofSeconds(1), Duration.ofSeconds(2)))
            .toList();
    List<RunManifest.Problem> problems =
        made.stream()
            .filter(round -> !round.isValid())
            .map(
                round ->
                    new RunManifest.Problem(
                        round.number(), round.series().tag(), round.failure().orElseThrow()))
            .toList();
    List<RunManifest.Server> servers = new ArrayList<>();
    if (has("kafka")) {
      servers.add(kafkaServer());
    }
    if (has("redis")) {
      servers.add(redisServer());
    }
    boolean ended = status != RunManifest.Status.RUNNING;
    return new RunManifest(
        RunManifest.SCHEMA,
        "20260115-102030-quick",
        "0.1.0-SNAPSHOT",
        status,
        statusReason,
        STARTED,
        ended ? Optional.of(STARTED.plusSeconds(270)) : Optional.empty(),
        new RunManifest.Plan(
            "quick", "The headline in under 5 minutes.", rounds, Optional.empty(), entries),
        seed,
        rounds,
        Optional.of(new RunManifest.Git(COMMIT, "main", false)),
        new RunManifest.Environment(
            "bench-host",
            "Debian GNU/Linux 12",
            "6.1.0-18-amd64",
            "Example CPU 3.0 GHz",
            2,
            8_589_934_592L,
            "KVM",
            "",
            "kvm-clock",
            "",
            "madvise",
            27,
            "OpenJDK 17.0.15+6",
            List.of("-Xms512m", "-Xmx512m"),
            0.2),
        servers,
        problems,
        List.of("auto chose processes: no container engine answers"),
        Optional.empty());
  }

  private boolean has(String system) {
    return shapes.stream().anyMatch(shape -> shape.series().system().equals(system));
  }

  private static RunManifest.Server kafkaServer() {
    return new RunManifest.Server(
        "kafka",
        Optional.empty(),
        "processes",
        "127.0.0.1:40111",
        "Apache Kafka",
        "4.3.1",
        "the broker's own AppInfo",
        new TreeMap<>(Map.of("network", "loopback", "replication", "1")),
        new TreeMap<>(Map.of("log.flush.interval.messages", "9223372036854775807")),
        Optional.of(
            new RunManifest.WarmUp(
                "until the median of a window differs by less than 5 % from the one before",
                true,
                Duration.ofSeconds(21),
                38_000,
                List.of(1_600_000L, 820_000L, 430_000L, 421_000L))));
  }

  private static RunManifest.Server redisServer() {
    return new RunManifest.Server(
        "redis",
        Optional.empty(),
        "processes",
        "127.0.0.1:40112",
        "Redis",
        "7.0.15",
        "INFO server",
        new TreeMap<>(Map.of("network", "loopback", "persistence", "none")),
        new TreeMap<>(Map.of("appendonly", "no", "save", "")),
        Optional.empty());
  }

  private static Shape kafka(
      String benchmark,
      String operation,
      String acks,
      String lingerMs,
      double medianMicros,
      double sigma,
      int samples) {
    return new Shape(
        new Series(
            benchmark,
            new TreeMap<>(Map.of("acks", acks, "lingerMs", lingerMs)),
            "kafka",
            operation,
            Load.CLOSED,
            1,
            OptionalDouble.empty(),
            100),
        medianMicros,
        sigma,
        samples);
  }

  private static Shape shape(
      String system,
      String benchmark,
      String operation,
      int payload,
      double medianMicros,
      double sigma,
      int samples) {
    return new Shape(
        new Series(
            benchmark,
            new TreeMap<>(),
            system,
            operation,
            Load.CLOSED,
            1,
            OptionalDouble.empty(),
            payload),
        medianMicros,
        sigma,
        samples);
  }
}
