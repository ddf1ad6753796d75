package plumbline.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.infra.Control;
import plumbline.result.HistogramKind;

/** Operations of the first and of the last third, of a load of each kind. */
class ThirdsTest {
  private static final long MILLI = 1_000_000;

  private final Control control = new Control();

  @AfterEach
  void forget() {
    Recordings.reset();
  }

  private static long count(HistogramKind kind) {
    return Recordings.sums().get(kind).getTotalCount();
  }

  @Test
  void whatEndsInTheMiddleIsInNeither() {
    Recorder recorder = new Recorder();
    control.startMeasurement = true;
    Thirds.begin(1_000, 300);
    for (long now : new long[] {1_000, 1_099, 1_100, 1_199, 1_200, 1_299, 1_400}) {
      recorder.record(now - 900, now, control);
    }

    assertThat(count(HistogramKind.EARLY)).isEqualTo(2);
    assertThat(count(HistogramKind.LATE)).isEqualTo(3);
    assertThat(count(HistogramKind.LATENCY)).isEqualTo(7);
  }

  /** In single milliseconds, the first third would look ten times slower. */
  @Test
  void aSaturatedLoadWhoseAnswersComeInBurstsIsAsFastAsOneWhoseAnswersDoNot() {
    Completions completions = new Completions();
    control.startMeasurement = true;
    long start = System.nanoTime();
    Thirds.begin(start, 600 * MILLI);
    completions.begin(control);
    for (int milli = 1; milli <= 600; milli++) {
      boolean burst = milli % 10 == 0;
      completions.add(milli > 200 ? 100 : burst ? 910 : 10);
      completions.slice(start + milli * MILLI);
    }

    for (HistogramKind kind : List.of(HistogramKind.EARLY, HistogramKind.LATE)) {
      assertThat(Recordings.sums().get(kind).getValueAtPercentile(50))
          .as("%s", kind)
          .isCloseTo(MILLI / 100, Percentage.withPercentage(10));
    }
  }

  @Test
  void recordingApartLeavesNoTrace() {
    Recorder.apart().record(5, 1_000, control);
    new Recorder();

    assertThat(count(HistogramKind.LATENCY)).isZero();
  }

  @Test
  void aSaturatedLoadGivesEachOfItsOperationsTheMeanOfItsSlice() {
    Completions completions = new Completions();
    control.startMeasurement = true;
    Thirds.begin(System.nanoTime(), 60 * MILLI);
    assertThat(Thirds.slice()).isEqualTo(2 * MILLI);
    completions.begin(control);
    completions.add(10);
    long start = System.nanoTime();
    while (System.nanoTime() - start < 2 * MILLI) {
      Thread.onSpinWait();
    }
    for (int i = 0; i < 64; i++) {
      completions.begin(control);
    }
    long elapsed = System.nanoTime() - start;

    assertThat(count(HistogramKind.EARLY)).isEqualTo(10);
    assertThat(Recordings.sums().get(HistogramKind.EARLY).getMaxValue())
        .isBetween(MILLI / 10, elapsed / 5);
  }
}
