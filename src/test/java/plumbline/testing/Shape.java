package plumbline.testing;

import org.HdrHistogram.Histogram;
import plumbline.load.Load;
import plumbline.result.HistogramKind;
import plumbline.result.Histograms;
import plumbline.result.Round;
import plumbline.result.Series;

/**
 * What the rounds of a series look like: latencies are log-logistic, which has the tail of real
 * ones in one line.
 *
 * @param medianMicros the median
 * @param tail the exponent of the odds, 0.2 to 0.4 for real latencies
 * @param operations in a round
 * @param warming how much slower the first round is than the last, as a factor
 */
record Shape(double medianMicros, double tail, int operations, double warming) {
  /** How the machine drifts over the rounds. */
  private static final double[] DRIFT = {1.03, 0.99, 1.01, 0.98, 1.0, 1.02, 0.97, 1.0, 1.01, 0.99};

  private static final int WAKE_UPS = 4_000;

  Shape slower(double factor) {
    return new Shape(medianMicros * factor, tail, operations, warming);
  }

  Round round(Series series, int number, int rounds, long seed, double pauses) {
    double drift = DRIFT[(int) ((number + 7 + series.tag().length() + seed) % DRIFT.length)];
    double slow = 1 + (warming - 1) * (rounds - number) / Math.max(1, rounds - 1);
    double median = medianMicros * 1_000 * drift * slow;
    Histogram latencies = Histograms.create();
    double exponent = tail * (1 + 4 * (drift - 1));
    double sum = 0;
    for (int i = 0; i < operations; i++) {
      double nanos = median * Math.pow(odds(i, operations), exponent);
      latencies.recordValue(Math.max(1, Math.round(nanos)));
      sum += nanos;
    }
    Histogram lateness = Histograms.create();
    for (int i = 0; i < WAKE_UPS; i++) {
      lateness.recordValue(Math.round(12_000 * pauses * drift * Math.pow(odds(i, WAKE_UPS), 0.65)));
    }
    MadeRound round =
        new MadeRound(series, number)
            .with(HistogramKind.LATENCY, latencies)
            .with(HistogramKind.PAUSES, lateness);
    return series.load() == Load.PACED
        ? round
            .with(HistogramKind.SERVICE, latencies)
            .with(HistogramKind.LAG, 3 * MadeRound.MICRO, operations)
            .throughput(series.targetRate().orElseThrow())
            .build()
        : round.throughput(1e9 * operations / sum).build();
  }

  private static double odds(int index, int count) {
    double rank = (index + 0.5) / count;
    return rank / (1 - rank);
  }
}
