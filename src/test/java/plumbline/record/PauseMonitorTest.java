package plumbline.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.HdrHistogram.Histogram;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import plumbline.result.Histograms;

class PauseMonitorTest {
  @Test
  void wakeUpsAreSeenAndTakenOnce() {
    PauseMonitor monitor = new PauseMonitor();
    Histogram seen = Histograms.create();
    Awaitility.await()
        .untilAsserted(
            () -> {
              seen.add(monitor.take());
              assertThat(seen.getTotalCount()).isGreaterThan(50);
            });
    // The shortest sleep so far is the zero point, so some wake-ups have next to no excess.
    assertThat(seen.getMinValue()).isLessThan(seen.getMaxValue());
  }
}
