package plumbline.claim;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import plumbline.input.StrictYaml;
import plumbline.load.Load;
import plumbline.result.Metric;
import plumbline.result.Row;
import plumbline.result.RunData;
import plumbline.result.RunManifest;
import plumbline.result.Series;
import plumbline.result.TestRuns;

/** Runs whose every figure a test chooses. */
final class Figures {
  static final Series GET = series("RedisGetBenchmark.get", "redis", "GET", Load.CLOSED, 100);
  static final Series KAFKA =
      series("KafkaRoundTripBenchmark.roundTrip", "kafka", "round trip", Load.CLOSED, 100);

  private static final RunManifest QUICK = TestRuns.quick().manifest();

  private final List<Row> rows = new ArrayList<>();
  private RunManifest manifest = QUICK;
  private long samples = 10_000;
  private Function<Series, String> servers = series -> "processes";

  static Series series(String benchmark, String system, String operation, Load load, int payload) {
    return new Series(
        benchmark,
        new TreeMap<>(Map.of()),
        system,
        operation,
        load,
        1,
        load == Load.PACED ? OptionalDouble.of(1_000) : OptionalDouble.empty(),
        payload);
  }

  /** One value for each round from the first on, in the unit of the metric. */
  Figures with(Series series, Metric metric, double... values) {
    for (int i = 0; i < values.length; i++) {
      add(series, i + 1, metric, values[i]);
    }
    return this;
  }

  /** The same pause, in microseconds, in each of so many rounds, and none at the median. */
  Figures quiet(Series series, int rounds) {
    for (int round = 1; round <= rounds; round++) {
      add(series, round, Metric.PAUSE_P50, 0);
      add(series, round, Metric.PAUSE_P99, 0.1);
      add(series, round, Metric.PAUSE_MAX, 0.2);
    }
    return this;
  }

  Figures add(Series series, int round, Metric metric, double value) {
    rows.removeIf(
        row ->
            row.series().equals(series)
                && row.metric() == metric
                && row.round().getAsInt() == round);
    rows.add(row(series, round, metric, value, ""));
    return this;
  }

  Figures fail(Series series, int round, String reason) {
    rows.removeIf(row -> row.series().equals(series) && row.round().getAsInt() == round);
    rows.add(row(series, round, Metric.FAILURE, Double.NaN, reason));
    return this;
  }

  Figures samples(long count) {
    samples = count;
    return this;
  }

  /** The conditions of the server of a series. */
  Figures servers(Function<Series, String> conditions) {
    servers = conditions;
    return this;
  }

  Figures manifest(RunManifest value) {
    manifest = value;
    return this;
  }

  RunData run() {
    return new RunData(manifest, rows, List.of());
  }

  /** The verdicts under claims given as YAML. */
  List<Verdict> judge(String yaml) {
    return Judge.judge(run(), claims(yaml)).verdicts();
  }

  /** The only verdict under claims given as YAML. */
  Verdict verdict(String yaml) {
    List<Verdict> verdicts = judge(yaml);
    if (verdicts.size() != 1) {
      throw new AssertionError("one verdict expected, not " + verdicts);
    }
    return verdicts.get(0);
  }

  static ClaimsFile claims(String yaml) {
    return new ClaimsFile(
        "test.yaml",
        StrictYaml.read(
                "test.yaml",
                new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)),
                ClaimsFile.Document.class)
            .claims());
  }

  /** A band for the GET of Redis, or for what {@code select} says. */
  static String band(String metric, String bounds) {
    return """
        claims:
          - id: a-band
            statement: It is so
            kind: band
            select: {system: [redis, kafka]}
            metric: %s
            %s
        """
        .formatted(metric, bounds);
  }

  /** Kafka's round trip over the GET of Redis. */
  static String ratio(String metric, String bounds) {
    return """
        claims:
          - id: a-gap
            statement: Kafka takes longer
            kind: ratio
            numerator: {system: kafka}
            denominator: {system: redis}
            metric: %s
            %s
        """
        .formatted(metric, bounds);
  }

  private Row row(Series series, int round, Metric metric, double value, String reason) {
    return new Row(
        manifest.run(),
        manifest.started(),
        TestRuns.COMMIT,
        "quick",
        series,
        OptionalInt.of(round),
        metric,
        value,
        samples,
        metric != Metric.FAILURE,
        reason,
        servers.apply(series),
        "Server 1.0",
        "client 1.0",
        "OpenJDK 17",
        "host");
  }
}
