package plumbline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.time.Duration;
import java.util.function.LongUnaryOperator;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class PauseWatchTest {
  private static final long MS = 1_000_000;
  private long now;
  private long sleeps;

  @Test
  void evenOversleepOfTheTimerIsNoPause() {
    Histogram seen = watch(Duration.ofMillis(500), nth -> 60_000);

    assertThat(seen.getMaxValue()).isZero();
    assertThat(seen.getTotalCount()).isBetween(470L, 473L);
  }

  @Test
  void oneLatePartInFiftyIsAboveTheMedianAndInTheTail() {
    Histogram seen = watch(Duration.ofSeconds(3), nth -> nth % 50 == 0 ? MS * 9 / 10 : 50_000);

    assertThat(seen.getValueAtPercentile(50)).isZero();
    assertThat((double) seen.getValueAtPercentile(99)).isCloseTo(850_000, withPercentage(0.1));
  }

  @Test
  void longPauseStandsForTheWakeUpsThatItSwallowed() {
    Histogram seen = watch(Duration.ofSeconds(1), nth -> nth == 10 ? 100 * MS : 0);

    assertThat((double) seen.getMaxValue()).isCloseTo(100 * MS, withPercentage(0.1));
    assertThat(seen.getCountBetweenValues(MS, Long.MAX_VALUE)).isBetween(99L, 101L);
  }

  @Test
  void pauseOfMoreThanAMinuteIsHeldAtTheEndOfTheRange() {
    Histogram seen = watch(Duration.ofMillis(5), nth -> nth == 2 ? 120_000 * MS : 0);

    assertThat((double) seen.getMaxValue()).isCloseTo(60_000.0 * MS, withPercentage(0.1));
  }

  @Test
  void noTimeAtAllStillComparesTwoSleeps() {
    assertThat(watch(Duration.ZERO, nth -> 0).getTotalCount()).isEqualTo(2);
  }

  @Test
  void thisMachineSleepsAndWakes() {
    assertThat(new PauseWatch().watch(Duration.ofMillis(50)).getTotalCount()).isPositive();
  }

  private Histogram watch(Duration howLong, LongUnaryOperator oversleep) {
    return new PauseWatch(() -> now, nanos -> now += nanos + oversleep.applyAsLong(sleeps++))
        .watch(howLong);
  }
}
