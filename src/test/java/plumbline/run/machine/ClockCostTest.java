package plumbline.run.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import plumbline.system.check.Check;

class ClockCostTest {
  @Test
  void theCostIsTheMeanOfReadingsInARow() {
    AtomicLong now = new AtomicLong(1_000);

    assertThat(ClockCost.mean(() -> now.addAndGet(25), 100)).isEqualTo(25);
  }

  @Test
  void aClockThatStandsStillInBetweenCostsLessThanItsStep() {
    AtomicLong readings = new AtomicLong();

    assertThat(ClockCost.mean(() -> readings.getAndIncrement() / 10 * 100, 100)).isEqualTo(10);
  }

  @Test
  void aTenthOfAMicrosecondIsTheMost() {
    assertThat(ClockCost.check(24))
        .isEqualTo(
            Check.ok(
                "Clock cost",
                "a reading takes 24 ns, 2.4 % of 1 us, the finest bound of the built-in claims"));
    assertThat(ClockCost.check(101).status()).isEqualTo(Check.Status.WARNING);
    assertThat(ClockCost.check(101).remedy()).isNotEmpty();
  }
}
