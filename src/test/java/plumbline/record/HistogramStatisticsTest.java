package plumbline.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import plumbline.result.Histograms;

class HistogramStatisticsTest {
  @Test
  void figuresAreInMicroseconds() {
    Histogram histogram = Histograms.create();
    histogram.recordValueWithCount(10_000, 90);
    histogram.recordValueWithCount(1_000_000, 10);
    HistogramStatistics statistics = new HistogramStatistics(histogram);

    assertThat(statistics.getN()).isEqualTo(100);
    assertThat(statistics.getMin()).isEqualTo(10, within(0.01));
    assertThat(statistics.getMax()).isEqualTo(1_000, within(1.0));
    assertThat(statistics.getMean()).isEqualTo(109, within(0.2));
    assertThat(statistics.getPercentile(50)).isEqualTo(10, within(0.01));
    assertThat(statistics.getPercentile(95)).isEqualTo(1_000, within(1.0));
    assertThat(statistics.getPercentile(0)).isEqualTo(10, within(0.01));
    assertThat(statistics.getHistogram(new double[] {0, 100, 2_000})).containsExactly(90, 10);
    List<Long> counts = new ArrayList<>();
    statistics
        .getRawData()
        .forEachRemaining((Map.Entry<Double, Long> e) -> counts.add(e.getValue()));
    assertThat(counts).containsExactly(90L, 10L);
  }

  @Test
  void noErrorOfTheMeanIsClaimedFromOperationsOfOneJvm() {
    Histogram histogram = Histograms.create();
    histogram.recordValueWithCount(10_000, 1_000);
    HistogramStatistics statistics = new HistogramStatistics(histogram);

    assertThat(statistics.getMeanErrorAt(0.99)).isNaN();
    assertThat(statistics.getConfidenceIntervalAt(0.99)).containsOnly(Double.NaN);
  }

  @Test
  void anEmptyHistogramHasNoFigures() {
    HistogramStatistics statistics = new HistogramStatistics(Histograms.create());

    assertThat(statistics.getN()).isZero();
    assertThat(statistics.getMean()).isNaN();
    assertThat(statistics.getPercentile(99)).isNaN();
    assertThat(statistics.getSum()).isZero();
  }
}
