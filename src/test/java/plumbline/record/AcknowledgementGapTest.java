package plumbline.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.infra.Control;
import plumbline.result.HistogramKind;

class AcknowledgementGapTest {
  private final Control control = new Control();

  @AfterEach
  void forget() {
    Recordings.reset();
  }

  @Test
  void theGapBeginsWhereTheOperationEndedAndCountsOnlyWhileItIsMeasured() {
    Recorder recorder = new Recorder();
    AcknowledgementGap gap = new AcknowledgementGap();
    gap.acknowledged(recorder.stop(recorder.start(), control), control);
    Histogram gaps = Recordings.sums().get(HistogramKind.ACK_GAP);
    assertThat(gaps.getTotalCount()).isZero();

    control.startMeasurement = true;
    long start = recorder.start() - 60_000_000;
    long ended = recorder.stop(start, control);
    gap.acknowledged(ended - 20_000_000, control);

    gaps = Recordings.sums().get(HistogramKind.ACK_GAP);
    Histogram latencies = Recordings.sums().get(HistogramKind.LATENCY);
    assertThat(gaps.getTotalCount()).isEqualTo(1);
    assertThat(gaps.getMinValue()).isGreaterThan(19_000_000);
    assertThat(latencies.getTotalCount()).as("and is none of its latency").isEqualTo(1);
    assertThat(ended - start).isGreaterThanOrEqualTo(60_000_000);
  }
}
