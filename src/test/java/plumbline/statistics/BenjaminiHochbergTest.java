package plumbline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BenjaminiHochbergTest {
  /** The example of Benjamini and Hochberg (1995), section 4.1: four of fifteen at 5 %. */
  @Test
  void thePublishedExampleHasFourDiscoveries() {
    double[] p = {
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
      0.5719, 0.6528, 0.7590, 1.0000
    };
    assertThat(BenjaminiHochberg.threshold(p, 0.05)).isCloseTo(4 * 0.05 / 15, within(1e-12));
  }

  @Test
  void theLargestRankThatHoldsCountsWhateverTheOrder() {
    // The second and third smallest alone would not hold, the fourth does.
    assertThat(BenjaminiHochberg.threshold(new double[] {0.04, 0.03, 0.039, 0.01}, 0.04))
        .isCloseTo(0.04, within(1e-12));
  }

  @Test
  void withoutADiscoveryNoPIsSmallEnough() {
    assertThat(BenjaminiHochberg.threshold(new double[] {0.03, 0.5}, 0.05)).isZero();
    assertThat(BenjaminiHochberg.threshold(new double[0], 0.05)).isZero();
  }
}
