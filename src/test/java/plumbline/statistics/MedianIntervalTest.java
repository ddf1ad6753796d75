package plumbline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Coverages are computed by hand from binomial coefficients. */
class MedianIntervalTest {

  /** The values are 1 to n, so the ends are their own ranks. */
  private static MedianInterval ofRanks(int n) {
    return MedianInterval.of(IntStream.rangeClosed(1, n).asDoubleStream().toArray(), 0.95);
  }

  @ParameterizedTest
  @CsvSource({
    // n, lower rank, upper rank, values beyond both ends together out of 2^n
    "1, 1, 1, 2", // 2 * 1, and the coverage is 0
    "2, 1, 2, 2",
    "3, 1, 3, 2",
    "4, 1, 4, 2",
    "5, 1, 5, 2", // 1 - 2/32 = 0.9375: less than wanted
    "6, 1, 6, 2", // 1 - 2/64 = 0.96875
    "7, 1, 7, 2",
    "8, 1, 8, 2", // 1 - 2/256; with the second ranks 1 - 2 (1 + 8)/256 = 0.9297
    "9, 2, 8, 20", // 2 (1 + 9)
    "10, 2, 9, 22", // 2 (1 + 10)
    "12, 3, 10, 158", // 2 (1 + 12 + 66)
    "15, 4, 12, 1152", // 2 (1 + 15 + 105 + 455)
    "20, 6, 15, 43400", // 2 (1 + 20 + 190 + 1140 + 4845 + 15504)
  })
  void endsAndCoverageAreThoseOfTheBinomial(int n, int low, int high, long beyond) {
    MedianInterval interval = ofRanks(n);

    assertThat(interval.low()).isEqualTo(low);
    assertThat(interval.high()).isEqualTo(high);
    assertThat(interval.coverage()).isCloseTo(1 - beyond / Math.pow(2, n), within(1e-12));
    // What is remembered may be from before.
    assertThat(MedianInterval.coverageOf(n, low - 1)).isEqualTo(interval.coverage());
    assertThat(interval.median()).isEqualTo((n + 1) / 2.0);
    assertThat(interval.range()).isEqualTo(low == 1);
  }

  @Test
  void orderOfTheValuesDoesNotMatter() {
    assertThat(MedianInterval.of(new double[] {9, 1, 5, 3, 7, 2}, 0.95))
        .isEqualTo(MedianInterval.of(new double[] {1, 2, 3, 5, 7, 9}, 0.95));
  }

  @Test
  void nothingHasNoMedian() {
    assertThatThrownBy(() -> MedianInterval.of(new double[0], 0.95))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
