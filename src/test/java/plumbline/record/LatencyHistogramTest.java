package plumbline.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatencyHistogramTest {
  private final LatencyHistogram latencies = new LatencyHistogram();

  @Test
  void everyOperationIsRecordedWithinOnePartInAThousand() {
    for (long nanos = 1_000; nanos <= 1_000_000; nanos += 1_000) {
      latencies.record(nanos);
    }

    assertThat(latencies.histogram().getTotalCount()).isEqualTo(1_000);
    assertThat(latencies.histogram().getValueAtPercentile(50)).isBetween(500_000L, 500_500L);
    assertThat(latencies.overflows()).isZero();
  }

  @Test
  void anOperationOverTheRangeIsCountedAndNotClamped() {
    latencies.record(Duration.ofSeconds(60).toNanos());
    latencies.record(Duration.ofSeconds(60).toNanos() + 1);

    assertThat(latencies.histogram().getTotalCount()).isEqualTo(1);
    assertThat(latencies.overflows()).isEqualTo(1);
  }

  @Test
  void resettingForgetsValuesAndOverflows() {
    latencies.record(5);
    latencies.record(Long.MAX_VALUE);
    latencies.reset();

    assertThat(latencies.histogram().getTotalCount()).isZero();
    assertThat(latencies.overflows()).isZero();
  }
}
