package plumbline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.HdrHistogram.Histogram;
import plumbline.claim.Judgement;
import plumbline.result.Busiest;
import plumbline.result.Count;
import plumbline.result.Finding;
import plumbline.result.HistogramKind;
import plumbline.result.Histograms;
import plumbline.result.RunData;
import plumbline.result.Search;
import plumbline.result.Search.Probe;
import plumbline.result.Search.Share;
import plumbline.result.Series;
import plumbline.result.Warning;
import plumbline.result.file.Faults;
import plumbline.testing.MadeRound;
import plumbline.testing.MadeRun;
import plumbline.testing.MadeSeries;

/** Runs with load curves that were never measured: latencies by formula, of three rounds. */
public final class SampleCurve {
  static final int ROUNDS = 3;
  private static final int OPERATIONS = 12_000;
  private static final Series GET = MadeSeries.paced("RedisPacedBenchmark.get", 1);

  private final MadeRun run = MadeRun.ofNothing().rounds(ROUNDS);
  private final List<Search> searches = new ArrayList<>();

  /** A GET, a delivery over Kafka and one over a stream; one search failed. */
  public static RunData data() {
    SampleCurve sample = new SampleCurve();
    sample.curve(GET, 41_000, 120, 95);
    sample.curve(
        MadeSeries.paced("KafkaDeliveryBenchmark.deliver", 1, "acks=all", "lingerMs=0"),
        8_200,
        700,
        0);
    sample.curve(MadeSeries.paced("RedisStreamDeliveryBenchmark.deliver", 1), 21_000, 20, 0);
    sample.searches.add(
        new Search(
            "RedisPubSubDeliveryBenchmark.deliver;payload=100",
            OptionalInt.empty(),
            Optional.of(List.of(Finding.of(Warning.NO_RATE_SUSTAINED, 1_000))),
            "no such host",
            List.of(
                new Probe(
                    4_000,
                    OptionalDouble.empty(),
                    false,
                    Optional.empty(),
                    "no such host",
                    Optional.empty())),
            List.of(new Share(10, ""))));
    return sample.build();
  }

  /** One curve with given p99 in microseconds: by percent, one for each valid round. */
  static RunData withTails(Map<Integer, List<Integer>> micros) {
    SampleCurve sample = new SampleCurve();
    List<Share> shares = new ArrayList<>();
    micros.forEach(
        (percent, values) -> {
          Series series = GET.at(100 * percent);
          shares.add(new Share(percent, series.tag()));
          for (int number = 1; number <= ROUNDS; number++) {
            sample.run.add(
                number <= values.size()
                    ? round(series, number, flat(values.get(number - 1)), 1).build()
                    : round(series, number, flat(1), 0.9).failed(missed(90)).build());
          }
        });
    sample.searches.add(search(shares));
    return sample.build();
  }

  /** The same with one p99, sent late by so much, in microseconds, in one round each. */
  static RunData withLag(int micros, List<Integer> lags) {
    SampleCurve sample = new SampleCurve();
    Series series = GET.at(5_000);
    for (int number = 1; number <= lags.size(); number++) {
      sample.run.add(
          round(series, number, flat(micros), 1)
              .with(HistogramKind.LAG, flat(lags.get(number - 1)))
              .build());
    }
    sample.searches.add(search(List.of(new Share(50, series.tag()))));
    return sample.build();
  }

  public static Judgement judgement() {
    return new Judgement("none", List.of());
  }

  /** One server with exponential service: time grows as 1 / (1 - utilization). */
  private void curve(Series shape, int saturation, double micros, int unsustained) {
    List<Share> shares = new ArrayList<>();
    for (int percent : new int[] {10, 25, 50, 75, 90, 95}) {
      Series series = shape.at(saturation * percent / 100.0);
      shares.add(new Share(percent, series.tag()));
      for (int number = 1; number <= ROUNDS; number++) {
        double scale = micros * (1 + 0.05 * number) / (1 - percent / 100.0);
        run.add(
            percent == unsustained
                ? round(series, number, logistic(scale), 0.9 + 0.01 * number)
                    .failed(missed(90 + number))
                    .build()
                : round(series, number, logistic(scale), 1).build());
      }
    }
    searches.add(
        new Search(
            shape.tag().replace(";rate=1", ""),
            OptionalInt.of(saturation),
            Optional.empty(),
            "",
            List.of(
                probe(saturation / 2, ""),
                probe(shape.system().equals("kafka") ? 2 * saturation : saturation, missed(97)),
                probe(saturation * 11 / 10, missed(97) + "; the warm-up had not settled"),
                probe(saturation, ""),
                probe(saturation * 11 / 10, missed(96))),
            shares));
  }

  private static Search search(List<Share> shares) {
    return new Search(
        "RedisPacedBenchmark.get", OptionalInt.of(10_000), Optional.empty(), "", List.of(), shares);
  }

  private static Probe probe(int rate, String reason) {
    return new Probe(
        rate,
        OptionalDouble.of(rate * 0.97),
        reason.isEmpty(),
        Optional.of(Faults.warnings(reason)),
        Faults.rest(reason),
        Optional.of(new Busiest(Busiest.Part.CLIENT_THREAD, reason.isEmpty() ? 61 : 87)));
  }

  private static String missed(int percent) {
    return percent + ".00 % of the target rate was achieved";
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

  private static MadeRound round(Series series, int number, Histogram latencies, double achieved) {
    double rate = series.targetRate().orElseThrow();
    return new MadeRound(series, number)
        .with(HistogramKind.LATENCY, latencies)
        .with(HistogramKind.SERVICE, latencies)
        .with(HistogramKind.LAG, flat(1))
        .with(Count.COMPLETED, OPERATIONS)
        .with(Count.CLIENT_THREAD_TIME, 20L * MadeRound.MICRO * OPERATIONS)
        .with(
            Count.SERVER_THREAD_TIME,
            (series.system().equals("kafka") ? 100L : 15) * MadeRound.MICRO * OPERATIONS)
        .with(Count.COMPLETION_TIME, Math.round(OPERATIONS / rate / achieved * MadeRound.SECOND))
        .throughput(rate * achieved);
  }

  private RunData build() {
    return run.searches(searches).build();
  }
}
