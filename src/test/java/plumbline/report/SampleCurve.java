package plumbline.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import plumbline.claim.Judgement;
import plumbline.load.Load;
import plumbline.result.Count;
import plumbline.result.Counts;
import plumbline.result.Fault;
import plumbline.result.Faults;
import plumbline.result.Finding;
import plumbline.result.HistogramKind;
import plumbline.result.Histograms;
import plumbline.result.Round;
import plumbline.result.RowContext;
import plumbline.result.Rows;
import plumbline.result.RunData;
import plumbline.result.RunManifest;
import plumbline.result.Search;
import plumbline.result.Search.Probe;
import plumbline.result.Search.Share;
import plumbline.result.Series;
import plumbline.result.Warning;

/** Runs with load curves that were never measured: latencies by formula, of three rounds. */
final class SampleCurve {
  static final int ROUNDS = 3;
  private static final int OPERATIONS = 12_000;
  private static final long SECOND = 1_000_000_000L;

  private final List<Search> searches = new ArrayList<>();
  private final List<Round> rounds = new ArrayList<>();

  /** A GET, a delivery over Kafka and one over a stream; one search failed. */
  static RunData data() {
    SampleCurve sample = new SampleCurve();
    sample.shape("RedisPacedBenchmark.get", "redis", "GET", Map.of(), 41_000, 120, 95);
    sample.shape(
        "KafkaDeliveryBenchmark.deliver",
        "kafka",
        "delivery",
        Map.of("acks", "all", "lingerMs", "0"),
        8_200,
        700,
        0);
    sample.shape(
        "RedisStreamDeliveryBenchmark.deliver",
        "redis",
        "stream delivery",
        Map.of(),
        21_000,
        20,
        0);
    sample.searches.add(
        new Search(
            "RedisPubSubDeliveryBenchmark.deliver;payload=100",
            OptionalInt.empty(),
            Optional.of(List.of(Finding.of(Warning.NO_RATE_SUSTAINED, 1_000))),
            "no such host",
            List.of(
                new Probe(4_000, OptionalDouble.empty(), false, Optional.empty(), "no such host")),
            List.of(new Share(10, ""))));
    return sample.build();
  }

  /** One shape with given p99 in microseconds: by percent, one for each valid round. */
  static RunData withTails(Map<Integer, List<Integer>> micros) {
    SampleCurve sample = new SampleCurve();
    List<Share> shares = new ArrayList<>();
    micros.forEach(
        (percent, values) -> {
          Series series =
              series("RedisPacedBenchmark.get", "redis", "GET", Map.of(), 100 * percent);
          shares.add(new Share(percent, series.tag()));
          for (int number = 1; number <= ROUNDS; number++) {
            sample.rounds.add(
                number <= values.size()
                    ? round(series, number, flat(values.get(number - 1)), 1, Optional.empty())
                    : round(series, number, flat(1), 0.9, missed(90).map(Faults::of)));
          }
        });
    sample.searches.add(
        new Search(
            "RedisPacedBenchmark.get",
            OptionalInt.of(10_000),
            Optional.empty(),
            "",
            List.of(),
            shares));
    return sample.build();
  }

  /** The same with one p99, sent late by so much, in microseconds, in one round each. */
  static RunData withLag(int micros, List<Integer> lags) {
    SampleCurve sample = new SampleCurve();
    Series series = series("RedisPacedBenchmark.get", "redis", "GET", Map.of(), 5_000);
    for (int lag : lags) {
      Round round = round(series, sample.rounds.size() + 1, flat(micros), 1, Optional.empty());
      Map<HistogramKind, Histogram> histograms = new EnumMap<>(round.histograms());
      histograms.put(HistogramKind.LAG, flat(lag));
      sample.rounds.add(
          new Round(
              series,
              round.number(),
              histograms,
              round.counts(),
              round.throughput(),
              round.fault()));
    }
    sample.searches.add(
        new Search(
            "RedisPacedBenchmark.get",
            OptionalInt.of(10_000),
            Optional.empty(),
            "",
            List.of(),
            List.of(new Share(50, series.tag()))));
    return sample.build();
  }

  static Judgement judgement() {
    return new Judgement(Judgement.SCHEMA, "Nothing was judged.", "none", List.of());
  }

  private void shape(
      String benchmark,
      String system,
      String operation,
      Map<String, String> params,
      int saturation,
      double micros,
      int unsustained) {
    List<Share> shares = new ArrayList<>();
    for (int percent : new int[] {10, 25, 50, 75, 90, 95}) {
      Series series = series(benchmark, system, operation, params, saturation * percent / 100.0);
      shares.add(new Share(percent, series.tag()));
      for (int number = 1; number <= ROUNDS; number++) {
        // One server with exponential service: time grows as 1 / (1 - utilization).
        double scale = micros * (1 + 0.05 * number) / (1 - percent / 100.0);
        boolean sustained = percent != unsustained;
        rounds.add(
            round(
                series,
                number,
                logistic(scale),
                sustained ? 1 : 0.9 + 0.01 * number,
                sustained ? Optional.empty() : missed(90 + number).map(Faults::of)));
      }
    }
    String shape = series(benchmark, system, operation, params, 1).tag().replace(";rate=1", "");
    searches.add(
        new Search(
            shape,
            OptionalInt.of(saturation),
            Optional.empty(),
            "",
            List.of(
                probe(saturation / 2, ""),
                probe(system.equals("kafka") ? 2 * saturation : saturation, missed(97).get()),
                probe(saturation * 11 / 10, missed(97).get() + "; the warm-up had not settled"),
                probe(saturation, ""),
                probe(saturation * 11 / 10, missed(96).get())),
            shares));
  }

  private static Probe probe(int rate, String reason) {
    return new Probe(
        rate,
        OptionalDouble.of(rate * 0.97),
        reason.isEmpty(),
        Optional.of(Faults.warnings(reason)),
        Faults.rest(reason));
  }

  private static Optional<String> missed(int percent) {
    return Optional.of(percent + ".00 % of the target rate was achieved");
  }

  private static Series series(
      String benchmark, String system, String operation, Map<String, String> params, double rate) {
    return new Series(
        benchmark,
        new TreeMap<>(params),
        system,
        operation,
        Load.PACED,
        0,
        OptionalDouble.of(rate),
        100);
  }

  private static Histogram logistic(double medianMicros) {
    Histogram histogram = Histograms.create();
    for (int i = 0; i < OPERATIONS; i++) {
      double rank = (i + 0.5) / OPERATIONS;
      histogram.recordValue(Math.round(medianMicros * 1_000 * Math.pow(rank / (1 - rank), 0.3)));
    }
    return histogram;
  }

  private static Histogram flat(int micros) {
    Histogram histogram = Histograms.create();
    histogram.recordValueWithCount(micros * 1_000L, OPERATIONS);
    return histogram;
  }

  private static Round round(
      Series series, int number, Histogram latencies, double achieved, Optional<Fault> fault) {
    Map<Count, Long> counts = new EnumMap<>(Count.class);
    counts.put(Count.COMPLETED, (long) OPERATIONS);
    counts.put(
        Count.COMPLETION_TIME,
        Math.round(OPERATIONS / series.targetRate().orElseThrow() / achieved * SECOND));
    return new Round(
        series,
        number,
        Map.of(HistogramKind.LATENCY, latencies),
        new Counts(counts),
        series.targetRate().orElseThrow() * achieved,
        fault);
  }

  private RunData build() {
    RunManifest other = Sample.complete().data().manifest();
    Map<String, RunManifest.PlanEntry> entries = new LinkedHashMap<>();
    rounds.forEach(
        round ->
            entries.putIfAbsent(
                round.series().tag(),
                new RunManifest.PlanEntry(
                    round.series().tag(), Duration.ofSeconds(3), Duration.ofSeconds(3))));
    RunManifest manifest =
        new RunManifest(
            other.schema(),
            other.run(),
            other.plumbline(),
            other.status(),
            other.statusReason(),
            other.started(),
            other.ended(),
            new RunManifest.Plan(
                "curve", "over load", ROUNDS, Optional.of("none"), List.copyOf(entries.values())),
            other.seed(),
            ROUNDS,
            other.git(),
            other.environment(),
            other.servers(),
            List.of(),
            List.of(),
            Optional.of(searches));
    RowContext context =
        new RowContext(
            other.run(),
            other.started(),
            "c0ffee",
            "curve",
            "OpenJDK 17.0.15+6",
            "bench-1",
            series -> Sample.SERVERS,
            series -> Optional.empty(),
            series -> "a server",
            series -> "a client");
    return new RunData(manifest, Rows.of(context, rounds), rounds);
  }
}
