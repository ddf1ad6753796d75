package plumbline.testing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import plumbline.result.Round;
import plumbline.result.Row;
import plumbline.result.RowContext;
import plumbline.result.Rows;
import plumbline.result.RunData;
import plumbline.result.RunManifest;
import plumbline.result.RunManifest.Status;
import plumbline.result.Schema2Promises;
import plumbline.result.Search;
import plumbline.result.Series;
import plumbline.result.Subject;
import plumbline.result.file.HistogramLog;
import plumbline.result.file.JsonFiles;
import plumbline.result.file.ResultsCsv;
import plumbline.result.file.RunDirectory;

/**
 * Runs that were never measured: figures like those of a small virtual machine, from formulas, the
 * same bytes for the same calls.
 *
 * <pre>
 * RunData run = MadeRun.quick();
 * RunData other = new MadeRun().rounds(3).without("kafka").fail("RedisGet", 2, "why").build();
 * RunDirectory directory = MadeRun.write(run, resultsRoot);
 * </pre>
 *
 * <p>Tests that need a few figures and no histograms take {@link MadeRows}.
 */
public final class MadeRun {
  private record Failing(String tagPrefix, int round) {}

  private final Map<Series, Shape> shapes = new LinkedHashMap<>();
  private final Map<Failing, String> failures = new LinkedHashMap<>();
  private final List<Round> added = new ArrayList<>();
  private final MadeManifest manifest = new MadeManifest();
  private double pauses = 1;
  private int begun;

  /** All closed series of the quick plan, five rounds, complete and valid. */
  public MadeRun() {
    String roundTrip = "KafkaRoundTripBenchmark.roundTrip";
    add(MadeSeries.of(roundTrip, "acks=all", "lingerMs=0"), 385, 0.36, 6_000);
    add(MadeSeries.of(roundTrip, "acks=all", "lingerMs=5"), 6_120, 0.12, 1_100);
    // The JIT is not done with this one.
    shapes.put(MadeSeries.of(roundTrip, "acks=1", "lingerMs=0"), new Shape(361, 0.37, 6_000, 1.25));
    add(MadeSeries.of("KafkaAckBenchmark.ack", "acks=all", "lingerMs=0"), 268, 0.42, 9_000);
    add(MadeSeries.of("KafkaAckBenchmark.ack", "acks=all", "lingerMs=5"), 5_640, 0.11, 1_200);
    add(MadeSeries.of("KafkaAckBenchmark.ack", "acks=1", "lingerMs=0"), 241, 0.43, 9_500);
    add(MadeSeries.GET, 66, 0.24, 20_000);
    add(MadeSeries.of("RedisIncrBenchmark.incr"), 67.5, 0.25, 20_000);
    add(MadeSeries.of("RedisWireBenchmark.get"), 33.2, 0.22, 20_000);
    add(MadeSeries.of("RedisWireBenchmark.incr"), 33.9, 0.22, 20_000);
    add(MadeSeries.of("LoopbackEchoBenchmark.echo"), 30.1, 0.23, 20_000);
    add(MadeSeries.of("RecordingBenchmark.nanoTime"), 0.024, 0.02, 20_000);
    add(MadeSeries.of("RecordingBenchmark.record"), 0.057, 0.03, 20_000);
  }

  /** The quick plan, complete and valid. */
  public static RunData quick() {
    return new MadeRun().build();
  }

  /** A run of another plan, which has only what is added. */
  public static MadeRun ofNothing() {
    MadeRun run = new MadeRun();
    run.shapes.clear();
    return run;
  }

  /** Adds what the quick plan measures at a rate. */
  public MadeRun paced() {
    add(MadeSeries.paced("RedisPacedBenchmark.get", 5_000), 90, 0.22, 7_500);
    return add(
        MadeSeries.paced("KafkaDeliveryBenchmark.deliver", 1_000, "acks=all", "lingerMs=0"),
        900,
        0.2,
        3_000);
  }

  /** Adds a series with the median of its latencies in microseconds. */
  public MadeRun add(Series series, double medianMicros, double tail, int operations) {
    shapes.put(series, new Shape(medianMicros, tail, operations, 1));
    return this;
  }

  /** Adds rounds as they are. */
  public MadeRun add(Round... rounds) {
    added.addAll(List.of(rounds));
    return this;
  }

  /** Leaves out a system. */
  public MadeRun without(String system) {
    shapes.keySet().removeIf(series -> series.system().equals(system));
    return this;
  }

  /** Leaves out the series whose tag begins so. */
  public MadeRun withoutSeries(String tagPrefix) {
    shapes.keySet().removeIf(series -> series.tag().startsWith(tagPrefix));
    return this;
  }

  /** Multiplies the latencies of the series whose tag begins so. */
  public MadeRun slower(String tagPrefix, double factor) {
    shapes.replaceAll(
        (series, shape) -> series.tag().startsWith(tagPrefix) ? shape.slower(factor) : shape);
    return this;
  }

  /** Sets the number of rounds. */
  public MadeRun rounds(int count) {
    manifest.rounds = count;
    manifest.completed = count;
    return this;
  }

  /** Sets the seed, which moves how the machine drifts. */
  public MadeRun seed(long value) {
    manifest.seed = value;
    return this;
  }

  /** Multiplies the platform's pauses. */
  public MadeRun pauses(double factor) {
    pauses = factor;
    return this;
  }

  /** Lets a round of the series whose tag begins so fail. */
  public MadeRun fail(String tagPrefix, int round, String reason) {
    failures.put(new Failing(tagPrefix, round), reason);
    return manifest.status == Status.COMPLETE ? status(Status.FAILED, reason) : this;
  }

  /** Sets how far the run got, and one line why. */
  public MadeRun status(Status value, String reason) {
    manifest.status(value, reason);
    return this;
  }

  /** Lets the run be killed so many series after a round; no rows of merged rounds were written. */
  public MadeRun killed(int completed, int series) {
    manifest.completed = completed;
    begun = series;
    return status(Status.RUNNING, "");
  }

  /** Lets the working directory differ from its commit. */
  public MadeRun dirty() {
    manifest.dirty = true;
    return this;
  }

  /** Adds a text wherever a run can hold some. */
  public MadeRun hostile(String text) {
    manifest.hostile = text;
    return this;
  }

  /** Makes it a run some days later, at another commit. */
  public MadeRun later(int days, String commit) {
    manifest.later(days, commit);
    return this;
  }

  /** Changes what run.json says of each server. */
  public MadeRun servers(UnaryOperator<RunManifest.Server> change) {
    manifest.change = change;
    return this;
  }

  /** Sets the searches for saturation. */
  public MadeRun searches(List<Search> searches) {
    manifest.searches = Optional.of(searches);
    return this;
  }

  /** Sets what was handed on to the forks. */
  public MadeRun handedOn(RunManifest.HandedOn value) {
    manifest.handedOn = Optional.of(value);
    return this;
  }

  /** Makes the run. */
  public RunData build() {
    List<Round> rounds = new ArrayList<>();
    for (int number = 1; number <= manifest.rounds; number++) {
      int left = number <= manifest.completed ? shapes.size() : begun;
      if (number <= manifest.completed + 1) {
        for (Map.Entry<Series, Shape> one : shapes.entrySet()) {
          if (left-- > 0) {
            rounds.add(round(one.getKey(), one.getValue(), number));
          }
        }
      }
    }
    rounds.addAll(added);
    describe(rounds);
    RunManifest made = manifest.build();
    List<Row> rows = rows(made, rounds);
    boolean merged = made.status() != Status.RUNNING;
    return new RunData(
        made, rows.stream().filter(row -> merged || !row.isMerged()).toList(), rounds);
  }

  private Round round(Series series, Shape shape, int number) {
    return failures.entrySet().stream()
        .filter(failure -> number == failure.getKey().round())
        .filter(failure -> series.tag().startsWith(failure.getKey().tagPrefix()))
        .findFirst()
        .map(failure -> new MadeRound(series, number).failed(failure.getValue() + manifest.hostile))
        .map(MadeRound::build)
        .orElseGet(() -> shape.round(series, number, manifest.rounds, manifest.seed, pauses));
  }

  private void describe(List<Round> rounds) {
    Set<Series> planned = new LinkedHashSet<>(shapes.keySet());
    added.forEach(round -> planned.add(round.series()));
    manifest.entries =
        planned.stream()
            .map(
                series ->
                    new RunManifest.PlanEntry(
                        series.tag(), Duration.ofSeconds(1), Duration.ofSeconds(2)))
            .toList();
    manifest.problems =
        rounds.stream()
            .filter(round -> !round.isValid())
            .map(
                round ->
                    RunManifest.Problem.of(
                        round.number(), round.series().tag(), round.fault().orElseThrow()))
            .toList();
    manifest.systems =
        Stream.of("kafka", "redis")
            .filter(system -> planned.stream().anyMatch(one -> one.system().equals(system)))
            .toList();
  }

  /** Writes a run as the program does while it measures. */
  public static RunDirectory write(RunData run, Path resultsRoot) {
    RunDirectory directory =
        RunDirectory.create(resultsRoot, run.manifest().started(), run.manifest().plan().name());
    run.rounds().forEach(round -> append(directory, round));
    ResultsCsv.write(directory.resultsCsv(), run.rows());
    JsonFiles.write(directory.runJson(), run.manifest());
    directory.pointLatest();
    return directory;
  }

  /** Appends the histograms of a round to those of a made-up run. */
  public static void append(RunDirectory directory, Round round) {
    HistogramLog.append(directory.histograms(), MadeManifest.STARTED, round);
  }

  /** The rows of rounds of a made-up run, with the merged ones. */
  public static List<Row> rows(RunManifest manifest, List<Round> rounds) {
    List<Row> rows = new ArrayList<>();
    rounds.forEach(round -> rows.addAll(rows(manifest, round)));
    return Rows.inOrder(rows, rounds);
  }

  /** The rows of a round of a made-up run. */
  public static List<Row> rows(RunManifest manifest, Round round) {
    return Rows.of(context(manifest), subject(manifest, round.series()), round);
  }

  /** What all rows of a made-up run carry. */
  public static RowContext context(RunManifest manifest) {
    return new RowContext(
        manifest.run(),
        manifest.started(),
        manifest.git().map(RunManifest.Git::commit).orElse(""),
        manifest.plan().name(),
        manifest.environment().javaRuntime(),
        manifest.environment().host());
  }

  /** A series with the conditions of a made-up run. */
  public static Subject subject(RunManifest manifest, Series series) {
    return new Subject(
        series,
        manifest.server(series.system()).map(server -> servers(series)).orElse(""),
        Schema2Promises.of(series, servers(series)),
        manifest.server(series.system()).map(s -> s.product() + " " + s.version()).orElse(""),
        client(series));
  }

  /** As a run writes them, with what a parameter puts in the place of what the server has. */
  private static String servers(Series series) {
    String persistence = series.params().getOrDefault("persistence", "off");
    String flush = series.params().get("flushMessages");
    return flush == null
        ? "processes persistence=" + (persistence.equals("off") ? "none" : "aof-" + persistence)
        : "processes flush=" + (flush.equals("1") ? "every-1" : "os");
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
}
