package plumbline.run.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import plumbline.load.PacerClock;
import plumbline.result.Histograms;
import plumbline.system.check.Check;

class ScheduleLagTest {
  /** Wakes up late from every park by so much. */
  private static final class LateClock implements PacerClock {
    private final long late;
    private long now;

    LateClock(long late) {
      this.late = late;
    }

    @Override
    public long nanoTime() {
      return now;
    }

    @Override
    public void park(long nanos) {
      now += nanos + late;
    }

    @Override
    public void spin() {
      now += 10;
    }

    @Override
    public void giveWay() {
      now += 10;
    }
  }

  @Test
  void whatTheTimerIsLateByBeyondWhatThePacerSpinsForIsLag() {
    SortedMap<Integer, Histogram> lags =
        new ScheduleLag(new LateClock(500_000))
            .at(new TreeSet<>(Set.of(100, 200)), Duration.ofSeconds(1));

    assertThat(lags).containsOnlyKeys(100, 200);
    assertThat(lags.get(200).getTotalCount()).isEqualTo(200);
    // The timer is 500 us late, of which the pacer comes to spin for 250 us, and not more.
    assertThat(lags.get(200).getValueAtPercentile(50)).isBetween(249_000L, 252_000L);
    assertThat(ScheduleLag.check(lags).status()).isEqualTo(Check.Status.WARNING);
  }

  @Test
  void aPunctualTimerGivesNone() {
    SortedMap<Integer, Histogram> lags =
        new ScheduleLag(new LateClock(1_000))
            .at(new TreeSet<>(Set.of(1_000)), Duration.ofSeconds(1));

    assertThat(lags.get(1_000).getMaxValue()).isLessThan(100);
    assertThat(ScheduleLag.check(lags))
        .isEqualTo(Check.ok("Schedule lag", "at 1000 ops/s p50 0 ns, p99 0 ns."));
  }

  @Test
  void eachRateIsTold() {
    Histogram lag = Histograms.create();
    lag.recordValueWithCount(900, 98);
    lag.recordValueWithCount(150_000, 2);

    assertThat(ScheduleLag.check(Map.of(5_000, lag)).detail())
        .startsWith("at 5000 ops/s p50 900 ns, p99 150 us.");
  }
}
