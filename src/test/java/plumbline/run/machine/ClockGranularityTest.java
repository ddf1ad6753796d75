package plumbline.run.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ClockGranularityTest {
  @Test
  void smallestStepIsFoundBetweenLargerOnes() {
    assertThat(ClockGranularity.smallestStep(clock(0, 100, 140, 140, 500, 541), 6)).isEqualTo(40);
  }

  @Test
  void readingsWithoutAStepAreNoStep() {
    assertThat(ClockGranularity.smallestStep(clock(7, 7, 7, 1_007, 1_007), 5)).isEqualTo(1_000);
  }

  @Test
  void clockThatStandsStillHasNoGranularity() {
    assertThat(ClockGranularity.smallestStep(() -> 42, 1_000)).isZero();
  }

  @Test
  void stepBackwardsIsNotAStep() {
    assertThat(ClockGranularity.smallestStep(clock(100, 90, 150), 3)).isEqualTo(60);
  }

  @Test
  void clockMayWrapAround() {
    LongSupplier clock = clock(Long.MAX_VALUE, Long.MIN_VALUE + 29);
    assertThat(ClockGranularity.smallestStep(clock, 2)).isEqualTo(30);
  }

  @Test
  void nanoTimeMoves() {
    assertThat(ClockGranularity.ofNanoTime()).isPositive();
  }

  private static LongSupplier clock(long... readings) {
    return LongStream.of(readings).iterator()::nextLong;
  }
}
