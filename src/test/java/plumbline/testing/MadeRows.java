package plumbline.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Function;
import plumbline.claim.Claims;
import plumbline.claim.Judge;
import plumbline.claim.Verdict;
import plumbline.result.Metric;
import plumbline.result.Row;
import plumbline.result.RowContext;
import plumbline.result.RunData;
import plumbline.result.RunManifest;
import plumbline.result.Schema2Promises;
import plumbline.result.Series;
import plumbline.result.Subject;
import plumbline.result.file.Faults;
import plumbline.result.file.ResultsCsv;

/** Rows whose every figure a test chooses, as a run, as a file, or as verdicts. */
public final class MadeRows {
  private static final RunManifest COMPLETE = new MadeManifest().build();

  private final String run;
  private final Random random;
  private final List<Row> rows = new ArrayList<>();
  private RunManifest manifest = COMPLETE;
  private long samples = 10_000;
  private boolean starts;
  private String java = "OpenJDK 17.0.15+6";
  private Function<Series, String> servers = series -> "processes";

  /** Begins a run. */
  public MadeRows() {
    this("quick", 1);
  }

  /** Begins a run of that name, whose scattered rounds come from that seed. */
  public MadeRows(String run, long seed) {
    this.run = run;
    this.random = new Random(seed);
  }

  /** Makes each round of the file a run, and so a start of the servers, of its own. */
  public MadeRows starts() {
    starts = true;
    return this;
  }

  /** Sets the operations behind the figures that follow. */
  public MadeRows samples(long count) {
    samples = count;
    return this;
  }

  /** Sets the JVM of the rows that follow. */
  public MadeRows java(String version) {
    java = version;
    return this;
  }

  /** Sets the conditions of the server of a series, for the rows that follow. */
  public MadeRows servers(Function<Series, String> conditions) {
    servers = conditions;
    return this;
  }

  /** Sets the conditions of the run. */
  public MadeRows manifest(RunManifest value) {
    manifest = value;
    return this;
  }

  /** One figure for each round from the first on, in the unit of the metric. */
  public MadeRows values(Series series, Metric metric, double... values) {
    for (int i = 0; i < values.length; i++) {
      value(series, i + 1, metric, values[i]);
    }
    return this;
  }

  /** The figure of a round, in the place of what it had. */
  public MadeRows value(Series series, int round, Metric metric, double value) {
    rows.removeIf(row -> isOf(row, series, round) && row.metric() == metric);
    return add(series, OptionalInt.of(round), metric, value, "");
  }

  /** Figures of so many rounds, scattered around a value by a log-normal factor. */
  public MadeRows scattered(Series series, Metric metric, int rounds, double around, double sigma) {
    for (int round = 1; round <= rounds; round++) {
      value(series, round, metric, around * Math.exp(sigma * random.nextGaussian()));
    }
    return this;
  }

  /** Pauses of next to nothing, in each of so many rounds. */
  public MadeRows quiet(Series series, int rounds) {
    for (int round = 1; round <= rounds; round++) {
      value(series, round, Metric.PAUSE_P50, 0);
      value(series, round, Metric.PAUSE_P99, 0.1);
      value(series, round, Metric.PAUSE_MAX, 0.2);
    }
    return this;
  }

  /** The same with what marks it, in the words of schema 2. */
  public MadeRows marked(Series series, int round, Metric metric, double value, String mark) {
    return add(series, OptionalInt.of(round), metric, value, mark);
  }

  /** A figure of all rounds merged. */
  public MadeRows merged(Series series, Metric metric, double value) {
    return add(series, OptionalInt.empty(), metric, value, "");
  }

  /** A round that failed, in the place of its figures. */
  public MadeRows failed(Series series, int round, String reason) {
    rows.removeIf(row -> isOf(row, series, round));
    return add(series, OptionalInt.of(round), Metric.FAILURE, Double.NaN, reason);
  }

  private static boolean isOf(Row row, Series series, int round) {
    return row.series().equals(series) && row.round().equals(OptionalInt.of(round));
  }

  private MadeRows add(
      Series series, OptionalInt round, Metric metric, double value, String reason) {
    Subject subject =
        new Subject(
            series,
            servers.apply(series),
            Schema2Promises.of(series, servers.apply(series)),
            "Server 1.0",
            "client 1.0");
    rows.add(
        new Row(
            new RowContext(
                run, manifest.started(), MadeManifest.COMMIT, "quick", java, "bench-host"),
            subject,
            round,
            metric,
            value,
            samples,
            metric != Metric.FAILURE,
            Faults.warnings(reason),
            Faults.rest(reason)));
    return this;
  }

  /** A row, marked or invalid for a reason. */
  public static Row with(Row row, boolean valid, String reason) {
    return new Row(
        row.context(),
        row.subject(),
        row.round(),
        row.metric(),
        row.value(),
        row.samples(),
        valid,
        Faults.warnings(reason),
        Faults.rest(reason));
  }

  /** The rows so far. */
  public List<Row> rows() {
    return List.copyOf(rows);
  }

  /** A run of these rows, without histograms. */
  public RunData run() {
    return new RunData(manifest, rows, List.of());
  }

  /** Writes the rows and returns the file as an argument of the command line. */
  public String write(Path folder) {
    Path file = folder.resolve(run + ".csv");
    ResultsCsv.write(file, starts ? rows.stream().map(this::ofItsStart).toList() : rows);
    return file.toString();
  }

  private Row ofItsStart(Row row) {
    RowContext context = row.context();
    return new Row(
        new RowContext(
            row.isMerged() ? run : run + "-" + row.round().getAsInt(),
            context.started(),
            context.commit(),
            context.plan(),
            context.java(),
            context.host()),
        row.subject(),
        row.round(),
        row.metric(),
        row.value(),
        row.samples(),
        row.valid(),
        row.warnings(),
        row.reason());
  }

  /** The verdicts under claims given as YAML. */
  public List<Verdict> judge(String yaml) {
    return Judge.judge(run(), Claims.of(yaml)).verdicts();
  }

  /** The only verdict under claims given as YAML. */
  public Verdict verdict(String yaml) {
    List<Verdict> verdicts = judge(yaml);
    if (verdicts.size() != 1) {
      throw new AssertionError("one verdict expected, not " + verdicts);
    }
    return verdicts.get(0);
  }
}
