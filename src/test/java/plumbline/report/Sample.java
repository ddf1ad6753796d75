package plumbline.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import plumbline.load.Load;
import plumbline.result.Fault;
import plumbline.result.Faults;
import plumbline.result.Histograms;
import plumbline.result.Metric;
import plumbline.result.Numbers;
import plumbline.result.Round;
import plumbline.result.Row;
import plumbline.result.RunData;
import plumbline.result.RunManifest;
import plumbline.result.RunManifest.Status;
import plumbline.result.Schema2Promises;
import plumbline.result.Series;

/**
 * A run that was never measured: every series of the quick plan, from formulas, the same at every
 * call. The magnitudes are those of a small virtual machine.
 */
final class Sample {
  static final String SERVERS = "processes persistence=none";
  private static final String LETTUCE = "lettuce-core 7.7.0.RELEASE";
  private static final String KAFKA_CLIENT = "kafka-clients 4.3.1";

  /** How the machine drifts over the rounds. */
  private static final double[] DRIFT = {1.03, 0.99, 1.01, 0.98, 1.0, 1.02, 0.97, 1.0, 1.01, 0.99};

  private final int rounds;
  private final Map<Series, Shape> shapes = new LinkedHashMap<>();
  private final Map<String, String> failures = new LinkedHashMap<>();
  private final Set<Series> planned = new LinkedHashSet<>();
  private Status status = Status.COMPLETE;
  private String statusReason = "";
  private int completed;
  private boolean merged = true;
  private String hostile = "";

  /** Medians, tail exponents and pauses in one place. */
  private record Shape(
      double medianMicros, double tail, int operations, double warming, String client) {}

  private Sample(int rounds) {
    this.rounds = rounds;
    this.completed = rounds;
    kafka("KafkaRoundTripBenchmark.roundTrip", "round trip", "all", 0, 385, 0.36, 6_000, 1.0);
    kafka("KafkaRoundTripBenchmark.roundTrip", "round trip", "all", 5, 6_120, 0.12, 800, 1.0);
    kafka("KafkaRoundTripBenchmark.roundTrip", "round trip", "1", 0, 361, 0.37, 6_000, 1.25);
    kafka("KafkaAckBenchmark.ack", "ack", "all", 0, 268, 0.33, 9_000, 1.0);
    kafka("KafkaAckBenchmark.ack", "ack", "all", 5, 5_640, 0.11, 850, 1.0);
    kafka("KafkaAckBenchmark.ack", "ack", "1", 0, 241, 0.34, 9_500, 1.0);
    add("RedisGetBenchmark.get", "redis", "GET", 100, 66, 0.24, 40_000, LETTUCE);
    add("RedisIncrBenchmark.incr", "redis", "INCR", 0, 67.5, 0.25, 40_000, LETTUCE);
    add("RedisWireBenchmark.get", "redis", "GET", 100, 33.2, 0.22, 80_000, "bare socket");
    add("RedisWireBenchmark.incr", "redis", "INCR", 0, 33.9, 0.22, 80_000, "bare socket");
    add("LoopbackEchoBenchmark.echo", "loopback", "echo", 100, 30.1, 0.23, 90_000, "bare socket");
    add("RecordingBenchmark.nanoTime", "instrument", "nanoTime", 0, 0.024, 0.02, 90_000, "");
    add("RecordingBenchmark.record", "instrument", "record", 0, 0.057, 0.03, 90_000, "");
    planned.addAll(shapes.keySet());
  }

  /** The plan of promises; every round of the delivery over Kafka that is flushed failed. */
  static Sample promises() {
    Sample sample = new Sample(5);
    sample.shapes.clear();
    sample.promise("kafka", "KafkaDurableAckBenchmark.ack", "ack", "flushMessages", "0", 0, 268);
    sample.promise("kafka", "KafkaDurableAckBenchmark.ack", "ack", "flushMessages", "1", 0, 2_900);
    String append = "RedisAppendBenchmark.append";
    sample.promise("redis", append, "XADD", "persistence", "off", 0, 71);
    sample.promise("redis", append, "XADD", "persistence", "everysec", 0, 84);
    sample.promise("redis", append, "XADD", "persistence", "always", 0, 980);
    String kafka = "KafkaDurableDeliveryBenchmark.deliver";
    sample.promise("kafka", kafka, "delivery", "flushMessages", "0", 200, 900);
    sample.promise("kafka", kafka, "delivery", "flushMessages", "1", 200, 4_100);
    String redis = "RedisDurableStreamDeliveryBenchmark.deliver";
    sample.promise("redis", redis, "stream delivery", "persistence", "off", 200, 150);
    sample.promise("redis", redis, "stream delivery", "persistence", "everysec", 200, 160);
    sample.promise("redis", redis, "stream delivery", "persistence", "always", 200, 1_300);
    sample.planned.clear();
    sample.planned.addAll(sample.shapes.keySet());
    sample.planned.stream()
        .filter(series -> series.benchmark().equals(kafka))
        .filter(series -> series.params().get("flushMessages").equals("1"))
        .forEach(
            series -> {
              for (int round = 1; round <= 5; round++) {
                sample.failures.put(series.tag() + " " + round, "95.10 % of the rate was achieved");
              }
            });
    sample.status = Status.FAILED;
    sample.statusReason = "5 rows are invalid";
    return sample;
  }

  private void promise(
      String system,
      String benchmark,
      String operation,
      String param,
      String value,
      int rate,
      double medianMicros) {
    Map<String, String> params = new TreeMap<>(Map.of(param, value));
    if (system.equals("kafka")) {
      params.putAll(Map.of("acks", "all", "lingerMs", "0"));
    }
    shapes.put(
        new Series(
            benchmark,
            new TreeMap<>(params),
            system,
            operation,
            rate > 0 ? Load.PACED : Load.CLOSED,
            rate > 0 ? 0 : 1,
            rate > 0 ? OptionalDouble.of(rate) : OptionalDouble.empty(),
            100),
        new Shape(medianMicros, 0.3, 2_000, 1.0, system.equals("kafka") ? KAFKA_CLIENT : LETTUCE));
  }

  /** Five valid rounds of everything. */
  static Sample complete() {
    return new Sample(5);
  }

  /** Killed in round 3: no merged rows were written. */
  static Sample killed() {
    Sample sample = new Sample(5);
    sample.status = Status.RUNNING;
    sample.completed = 2;
    sample.merged = false;
    return sample;
  }

  /** The broker died in round 4, within the series that waits for all replicas. */
  static Sample failed() {
    Sample sample = new Sample(5);
    sample.status = Status.FAILED;
    sample.statusReason = "1 row is invalid";
    sample.failures.put(
        "KafkaRoundTripBenchmark.roundTrip;acks=all;lingerMs=0;payload=100 4",
        "the broker ended in the middle of the round (exit value 137)");
    return sample;
  }

  /** Strings that try to leave their place, wherever a run can hold text. */
  static Sample hostile() {
    Sample sample = failed();
    sample.hostile = "</script><script>document.title='x'</script>|`*_[a](b)\n\u001b[31m&<!--";
    sample.statusReason = sample.hostile;
    return sample;
  }

  /** Nothing was measured at all. */
  static Sample empty() {
    Sample sample = killed();
    sample.completed = 0;
    sample.shapes.clear();
    return sample;
  }

  private void kafka(
      String benchmark,
      String operation,
      String acks,
      int linger,
      double median,
      double tail,
      int operations,
      double warming) {
    Map<String, String> params = Map.of("acks", acks, "lingerMs", String.valueOf(linger));
    shapes.put(
        new Series(
            benchmark,
            new TreeMap<>(params),
            "kafka",
            operation,
            Load.CLOSED,
            1,
            OptionalDouble.empty(),
            100),
        new Shape(median, tail, operations, warming, KAFKA_CLIENT));
  }

  private void add(
      String benchmark,
      String system,
      String operation,
      int payload,
      double median,
      double tail,
      int operations,
      String client) {
    shapes.put(
        new Series(
            benchmark,
            new TreeMap<>(),
            system,
            operation,
            Load.CLOSED,
            1,
            OptionalDouble.empty(),
            payload),
        new Shape(median, tail, operations, 1.0, client));
  }

  RunData data() {
    List<Row> rows = new ArrayList<>();
    List<Round> all = new ArrayList<>();
    int last = status == Status.RUNNING ? Math.min(rounds, completed + 1) : rounds;
    for (int number = 1; number <= last; number++) {
      int measured = 0;
      for (Map.Entry<Series, Shape> entry : shapes.entrySet()) {
        if (number > completed && ++measured > 3) {
          break;
        }
        all.add(round(entry.getKey(), entry.getValue(), number));
      }
    }
    for (Round round : all) {
      String client = shapes.get(round.series()).client();
      if (!round.isValid()) {
        rows.add(
            row(
                round.series(),
                client,
                OptionalInt.of(round.number()),
                Metric.FAILURE,
                Double.NaN,
                0,
                false,
                round.fault().orElseThrow().reason()));
        continue;
      }
      rows(
          rows,
          round.series(),
          client,
          OptionalInt.of(round.number()),
          round.latencies().orElseThrow(),
          round.pauses().orElseThrow(),
          round.throughput());
    }
    if (merged) {
      shapes.forEach((series, shape) -> mergedRows(rows, series, shape, all));
    }
    return new RunData(SampleManifest.of(this), rows, all);
  }

  private void mergedRows(List<Row> rows, Series series, Shape shape, List<Round> all) {
    List<Round> valid =
        all.stream().filter(round -> round.series().equals(series) && round.isValid()).toList();
    if (valid.isEmpty()) {
      return;
    }
    rows(
        rows,
        series,
        shape.client(),
        OptionalInt.empty(),
        Histograms.merge(valid.stream().map(round -> round.latencies().orElseThrow()).toList())
            .orElseThrow(),
        Histograms.merge(valid.stream().map(round -> round.pauses().orElseThrow()).toList())
            .orElseThrow(),
        valid.stream().mapToDouble(Round::throughput).average().orElseThrow());
  }

  private void rows(
      List<Row> rows,
      Series series,
      String client,
      OptionalInt round,
      Histogram latencies,
      Histogram pauses,
      double throughput) {
    for (Metric metric : Metric.latencies()) {
      if (metric.isSupportedBy(latencies.getTotalCount())) {
        double nanos = Histograms.nanos(latencies, metric);
        rows.add(
            row(
                series,
                client,
                round,
                metric,
                Numbers.micros(nanos),
                latencies.getTotalCount(),
                true,
                mark(metric, nanos, pauses)));
      }
    }
    for (Metric metric : Metric.pauses()) {
      if (metric.isSupportedBy(pauses.getTotalCount())) {
        rows.add(
            row(
                series,
                client,
                round,
                metric,
                Numbers.micros(Histograms.nanos(pauses, metric)),
                pauses.getTotalCount(),
                true,
                ""));
      }
    }
    rows.add(
        row(
            series,
            client,
            round,
            Metric.THROUGHPUT,
            throughput,
            latencies.getTotalCount(),
            true,
            ""));
  }

  /** What the rows of a run say of a latency that the platform explains. */
  private static String mark(Metric metric, double nanos, Histogram pauses) {
    if (metric.pauseAtSamePercentile().isEmpty()) {
      return "";
    }
    double pause = Histograms.nanos(pauses, metric) - Histograms.nanos(pauses, Metric.PAUSE_P50);
    return pause >= nanos
        ? "platform pauses of " + Numbers.plain(Numbers.micros(pause)) + " us came as often"
        : "";
  }

  private Row row(
      Series series,
      String client,
      OptionalInt round,
      Metric metric,
      double value,
      long samples,
      boolean valid,
      String reason) {
    boolean server = series.system().equals("kafka") || series.system().equals("redis");
    String version = series.system().equals("kafka") ? "Apache Kafka 4.3.1" : "Redis 7.0.15";
    return new Row(
        "2026-01-05T101500Z-quick",
        Instant.parse("2026-01-05T10:15:00Z"),
        "c0ffee",
        "quick",
        series,
        round,
        metric,
        value,
        samples,
        valid,
        Faults.warnings(reason),
        Faults.rest(reason),
        server ? servers(series) : "",
        server ? Schema2Promises.of(series, servers(series)) : Optional.empty(),
        server ? version : "",
        client,
        "OpenJDK 17.0.15+6",
        "bench-1");
  }

  /** As a run writes them, with what a parameter puts in the place of what the server has. */
  private static String servers(Series series) {
    String persistence = series.params().get("persistence");
    if (persistence != null) {
      return "processes persistence=" + (persistence.equals("off") ? "none" : "aof-" + persistence);
    }
    String flush = series.params().get("flushMessages");
    return flush == null ? SERVERS : "processes flush=" + (flush.equals("1") ? "every-1" : "os");
  }

  private Round round(Series series, Shape shape, int number) {
    String failure = failures.get(series.tag() + " " + number);
    if (failure != null) {
      return new Round(
          series,
          number,
          Optional.empty(),
          Optional.empty(),
          Double.NaN,
          Optional.of(Fault.of(failure + hostile)));
    }
    double drift = DRIFT[(number - 1 + series.tag().length()) % DRIFT.length];
    double warming = 1 + (shape.warming() - 1) * (rounds - number) / (rounds - 1);
    Histogram latencies = Histograms.create();
    double tail = shape.tail() * (1 + 4 * (drift - 1));
    double sumNanos = 0;
    for (int i = 0; i < shape.operations(); i++) {
      double rank = (i + 0.5) / shape.operations();
      // A log-logistic distribution: the tail of real latencies in one line.
      double nanos =
          shape.medianMicros() * 1_000 * drift * warming * Math.pow(rank / (1 - rank), tail);
      latencies.recordValue(Math.max(1, Math.round(nanos)));
      sumNanos += nanos;
    }
    Histogram pauses = Histograms.create();
    for (int i = 0; i < 4_000; i++) {
      double rank = (i + 0.5) / 4_000;
      pauses.recordValue(Math.round(12_000 * drift * Math.pow(rank / (1 - rank), 0.65)));
    }
    return new Round(
        series,
        number,
        Optional.of(latencies),
        Optional.of(pauses),
        1e9 * shape.operations() / sumNanos,
        Optional.empty());
  }

  int rounds() {
    return rounds;
  }

  int completed() {
    return completed;
  }

  Status status() {
    return status;
  }

  String statusReason() {
    return statusReason;
  }

  String hostileText() {
    return hostile;
  }

  List<RunManifest.Problem> problems() {
    List<RunManifest.Problem> problems = new ArrayList<>();
    failures.forEach(
        (key, reason) ->
            problems.add(
                new RunManifest.Problem(
                    Integer.parseInt(key.substring(key.indexOf(' ') + 1)),
                    key.substring(0, key.indexOf(' ')),
                    Optional.empty(),
                    reason + hostile)));
    return problems;
  }

  List<RunManifest.PlanEntry> entries() {
    return planned.stream()
        .map(
            series ->
                new RunManifest.PlanEntry(
                    series.tag(),
                    Duration.ofSeconds(1),
                    Duration.ofMillis(series.system().equals("instrument") ? 500 : 2_000)))
        .toList();
  }
}
