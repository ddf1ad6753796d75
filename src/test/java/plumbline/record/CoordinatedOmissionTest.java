package plumbline.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import plumbline.load.FakeClock;
import plumbline.result.Count;
import plumbline.result.HistogramKind;

/**
 * The classic test for coordinated omission: a server that answers in 100 us, asked 1,000 times a
 * second by one synchronous client, stalls once for a second.
 */
class CoordinatedOmissionTest {
  private static final long MICRO = 1_000;
  private static final long MILLI = 1_000 * MICRO;
  private static final long SECOND = 1_000 * MILLI;

  private static final int RATE = 1_000;
  private static final long SERVICE = 100 * MICRO;
  private static final long STALL = SECOND;
  private static final int SECONDS = 10;
  private static final int STALLED = 3_000;

  private final FakeClock clock = new FakeClock();
  private final Map<HistogramKind, LatencyHistogram> histograms =
      new EnumMap<>(HistogramKind.class);
  private PacedIteration iteration;

  private Map<Count, Long> measure() {
    for (HistogramKind kind : HistogramKind.values()) {
      histograms.put(kind, new LatencyHistogram());
    }
    clock.overshoot(40 * MICRO);
    iteration =
        new PacedIteration(
            clock,
            new PacedIteration.Settings(RATE, 0, SECONDS * SECOND, 10 * SECOND, 100_000, 0),
            0,
            histograms,
            () -> {});
    return iteration.finish(this::answer, Count.FAILED);
  }

  /** The client sends nothing else until it has the answer. */
  private void answer(Operation operation) {
    clock.pass(operation.sequence() == STALLED ? STALL + SERVICE : SERVICE);
    iteration.outcomes().complete(operation, clock.nanoTime());
  }

  /**
   * By hand: the operation that is stalled takes 1,000.1 ms. The one that is due k ms after it is
   * sent when all before it are done, and so takes 1,000.1 ms - k ms + k times 0.1 ms + 0.1 ms of
   * its own... until that is no more than 0.1 ms.
   */
  private static long[] responsesByHand() {
    long[] responses = new long[RATE * SECONDS];
    long free = 0;
    for (int i = 0; i < responses.length; i++) {
      long due = i * (SECOND / RATE);
      free = Math.max(free, due) + SERVICE + (i == STALLED ? STALL : 0);
      responses[i] = free - due;
    }
    Arrays.sort(responses);
    return responses;
  }

  @Test
  void aStallIsChargedToEveryDelayedOperation() {
    measure();
    long[] byHand = responsesByHand();
    // 1,112 operations are delayed: those of the stall, and those that arrive while it is caught up
    // with at ten times the rate.
    assertThat(Arrays.stream(byHand).filter(response -> response > SERVICE).count())
        .isEqualTo(1_112);

    Histogram response = histograms.get(HistogramKind.LATENCY).histogram();
    assertThat(response.getTotalCount()).isEqualTo(byHand.length);
    for (double percentile : new double[] {50, 80, 89, 90, 95, 99, 99.9, 99.99, 100}) {
      int rank = (int) Math.ceil(percentile / 100 * byHand.length);
      assertThat((double) response.getValueAtPercentile(percentile))
          .as("p%s", percentile)
          .isCloseTo((double) byHand[rank - 1], withinPercentage(2));
    }
    assertThat(response.getMean())
        .isCloseTo(Arrays.stream(byHand).average().orElseThrow(), withinPercentage(2));
  }

  @Test
  void serviceTimeShowsOneSlowOperationAndTheServerThatKeptTheSenderIsNoLag() {
    measure();
    Histogram service = histograms.get(HistogramKind.SERVICE).histogram();
    Histogram lag = histograms.get(HistogramKind.LAG).histogram();

    assertThat(service.getCountBetweenValues(2 * SERVICE, 2 * STALL)).isEqualTo(1);
    assertThat((double) service.getValueAtPercentile(99.98))
        .isCloseTo(SERVICE, withinPercentage(2));
    // The server kept the sender, so that what was due meanwhile is late by its fault.
    assertThat(lag.getValueAtPercentile(50)).isLessThanOrEqualTo(MICRO);
    assertThat(lag.getMaxValue()).isLessThan(2 * SERVICE);
  }

  @Test
  void theRateIsAchievedAgainAndEverythingIsCounted() {
    Map<Count, Long> counts = measure();

    assertThat(counts)
        .containsEntry(Count.SCHEDULED, 10_000L)
        .containsEntry(Count.STARTED, 10_000L)
        .containsEntry(Count.COMPLETED, 10_000L)
        .containsEntry(Count.FAILED, 0L)
        .containsEntry(Count.WRONG, 0L)
        .containsEntry(Count.MEASURED_TIME, SECONDS * SECOND)
        .containsEntry(Count.COMPLETION_TIME, SECONDS * SECOND)
        .doesNotContainKeys(Count.LOST, Count.DUPLICATED, Count.REORDERED);
  }
}
