package plumbline.run.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import plumbline.system.check.Check;

class NanoClockTest {
  @Test
  void theCostIsTheMeanOfReadingsInARow() {
    AtomicLong now = new AtomicLong(1_000);

    assertThat(NanoClock.mean(() -> now.addAndGet(25), 100)).isEqualTo(25);
  }

  @Test
  void aClockThatStandsStillInBetweenCostsLessThanItsStep() {
    AtomicLong readings = new AtomicLong();

    assertThat(NanoClock.mean(() -> readings.getAndIncrement() / 10 * 100, 100)).isEqualTo(10);
  }

  @Test
  void aTenthOfAMicrosecondIsTheMost() {
    assertThat(NanoClock.check(24))
        .isEqualTo(
            Check.ok(
                "Clock cost",
                "a reading takes 24 ns, 2.4 % of 1 us, the finest bound of the built-in claims"));
    assertThat(NanoClock.check(101).status()).isEqualTo(Check.Status.WARNING);
    assertThat(NanoClock.check(101).remedy()).isNotEmpty();
  }

  @Test
  void smallestStepIsFoundBetweenLargerOnes() {
    assertThat(NanoClock.smallestStep(clock(0, 100, 140, 140, 500, 541), 6)).isEqualTo(40);
  }

  @Test
  void readingsWithoutAStepAreNoStep() {
    assertThat(NanoClock.smallestStep(clock(7, 7, 7, 1_007, 1_007), 5)).isEqualTo(1_000);
  }

  @Test
  void clockThatStandsStillHasNoGranularity() {
    assertThat(NanoClock.smallestStep(() -> 42, 1_000)).isZero();
  }

  @Test
  void stepBackwardsIsNotAStep() {
    assertThat(NanoClock.smallestStep(clock(100, 90, 150), 3)).isEqualTo(60);
  }

  @Test
  void clockMayWrapAround() {
    LongSupplier clock = clock(Long.MAX_VALUE, Long.MIN_VALUE + 29);
    assertThat(NanoClock.smallestStep(clock, 2)).isEqualTo(30);
  }

  @Test
  void nanoTimeMoves() {
    assertThat(NanoClock.granularity()).isPositive();
  }

  private static LongSupplier clock(long... readings) {
    return LongStream.of(readings).iterator()::nextLong;
  }
}
