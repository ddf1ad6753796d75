package plumbline.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacerTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long MILLI = 1_000_000L;

  private final FakeClock clock = new FakeClock();

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7, 999, 1_000, 44_100, 333_333})
  void theScheduleNeverDrifts(int rate) {
    clock.overshoot(1_500);
    Pacer pacer = new Pacer(clock, rate);
    long start = pacer.begin();
    long due = start;
    for (int i = 0; i <= rate; i++) {
      due = pacer.await();
    }

    // Rates that do not divide a second: the operation after `rate` others is due exactly then.
    assertThat(due).isEqualTo(start + SECOND);
    assertThat(clock.nanoTime()).isGreaterThanOrEqualTo(due);
  }

  @Test
  void aStallMovesNoIntendedTimeAndIsCaughtUpWithAtOnce() {
    Pacer pacer = new Pacer(clock, 1_000);
    long start = pacer.begin();
    for (int i = 0; i < 10; i++) {
      pacer.await();
    }
    clock.pass(100 * MILLI);
    long afterStall = clock.nanoTime();
    for (int i = 10; i < 109; i++) {
      assertThat(pacer.await()).isEqualTo(start + i * MILLI);
      // All of them were due during the stall, so nobody waits.
      assertThat(clock.nanoTime()).isEqualTo(afterStall);
    }
    assertThat(pacer.await()).isEqualTo(start + 109 * MILLI);
    assertThat(pacer.await()).isEqualTo(start + 110 * MILLI);
    assertThat(clock.nanoTime()).isGreaterThan(afterStall).isLessThan(start + 111 * MILLI);
  }

  @Test
  void anOperationIsNeverSentEarlyEvenIfParkingEndsEarly() {
    clock.overshoot(-40_000);
    Pacer pacer = new Pacer(clock, 1_000);
    pacer.begin();
    for (int i = 0; i < 100; i++) {
      assertThat(pacer.await()).isLessThanOrEqualTo(clock.nanoTime());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {2_000, 20_000, 60_000, 180_000})
  void itSpinsForWhatParkingOvershootsAndNoLonger(long overshoot) {
    clock.overshoot(overshoot);
    Pacer pacer = new Pacer(clock, 1_000);
    pacer.begin();
    for (int i = 0; i < 1_000; i++) {
      pacer.await();
    }
    int late = 0;
    long spunBefore = clock.spun();
    for (int i = 0; i < 1_000; i++) {
      long due = pacer.await();
      late += clock.nanoTime() - due > 200 ? 1 : 0;
    }

    assertThat(late).isLessThanOrEqualTo(260);
    assertThat(pacer.stretch()).isBetween(Math.max(5_000, overshoot - 5_000), overshoot + 5_000);
    assertThat(clock.spun() - spunBefore).isLessThan(1_000 * 10_000L);
  }

  private void awaitThousand(int rate) {
    Pacer pacer = new Pacer(clock, rate);
    pacer.begin();
    for (int i = 0; i < 1_000; i++) {
      pacer.await();
    }
  }

  @Test
  void itTellsForHowLongItWaitedWithItsProcessor() {
    Pacer pacer = new Pacer(clock, 200_000);
    pacer.begin();
    for (int i = 0; i < 1_000; i++) {
      pacer.await();
      clock.pass(1_000);
    }
    // Of each 5 us a send takes one, and none is parked.
    assertThat(clock.parked()).isZero();
    assertThat(pacer.spun()).isEqualTo(clock.spun() + clock.gaveWay());
    assertThat(pacer.spun()).isGreaterThan(3_900_000);
  }

  @Test
  void withoutTimeToParkItGivesWayInsteadOfSpinning() {
    awaitThousand(200_000);

    assertThat(clock.parked()).isZero();
    assertThat(clock.spun()).isZero();
    assertThat(clock.gaveWay()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(ints = {12_500, 16_000, 50_000})
  void atAHighRateItHoldsAProcessorForHalfOfTheTimeAtMost(int rate) {
    clock.overshoot(200_000);
    long start = clock.nanoTime();
    awaitThousand(rate);

    assertThat(clock.parked()).isPositive();
    assertThat(clock.spun() + clock.gaveWay()).isLessThanOrEqualTo((clock.nanoTime() - start) / 2);
  }

  @Test
  void whatParkingOvershootsIsFoundOutThoughTheFirstStretchLeavesNoTimeToPark() {
    clock.overshoot(20_000);
    // Every 100 us, of which a send takes 50: 80 us before the next one is not for parking.
    Pacer pacer = new Pacer(clock, 10_000);
    pacer.begin();
    for (int i = 0; i < 1_000; i++) {
      pacer.await();
      clock.pass(51_000);
    }

    assertThat(clock.parked()).isPositive();
    assertThat(pacer.stretch()).isBetween(15_000L, 25_000L);
  }

  @Test
  void afterParkingItKeepsTheProcessor() {
    awaitThousand(1_000);

    assertThat(clock.spun()).isPositive();
    assertThat(clock.gaveWay()).isZero();
  }

  @Test
  void aMachineThatAlwaysWakesVeryLateIsNotSpunOn() {
    clock.overshoot(5 * MILLI);
    Pacer pacer = new Pacer(clock, 10);
    pacer.begin();
    for (int i = 0; i < 1_000; i++) {
      pacer.await();
    }
    assertThat(pacer.stretch()).isEqualTo(250_000);
  }

  @Test
  void theEndOfAnIterationCutsTheScheduleExactly() {
    Pacer pacer = new Pacer(clock, 3);
    long start = pacer.begin();
    // Due at 0, 333,333,333, 666,666,666, 1,000,000,000.
    assertThat(pacer.scheduledWithin(0)).isZero();
    assertThat(pacer.scheduledWithin(1)).isEqualTo(1);
    assertThat(pacer.scheduledWithin(333_333_333)).isEqualTo(1);
    assertThat(pacer.scheduledWithin(333_333_334)).isEqualTo(2);
    assertThat(pacer.scheduledWithin(SECOND)).isEqualTo(3);
    for (int i = 0; i < 3; i++) {
      assertThat(pacer.await()).isLessThan(start + SECOND);
    }
    assertThat(pacer.due()).isEqualTo(start + SECOND);
  }

  @Test
  void beginningAgainStartsAnotherSchedule() {
    Pacer pacer = new Pacer(clock, 1_000);
    pacer.begin();
    pacer.await();
    clock.pass(50 * MILLI);
    long start = pacer.begin();
    assertThat(pacer.await()).isEqualTo(start);
    assertThat(pacer.await()).isEqualTo(start + MILLI);
  }

  @Test
  void aRateOfZeroIsNoRate() {
    assertThatThrownBy(() -> new Pacer(clock, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
