package plumbline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against all orders of the values, counted one by one. */
class UDistributionTest {
  private static final Offset<Double> EXACTLY = within(1e-12);

  /** How many orders of n and m values have each U. */
  private static long[] orders(int n, int m) {
    long[] orders = new long[n * m + 1];
    for (int order = 0; order < 1 << (n + m); order++) {
      if (Integer.bitCount(order) == n) {
        orders[u(order, n + m)]++;
      }
    }
    return orders;
  }

  /** Pairs in which a value of the first sample comes after one of the second. */
  private static int u(int order, int values) {
    int u = 0;
    int seconds = 0;
    for (int i = 0; i < values; i++) {
      if ((order >> i & 1) == 1) {
        u += seconds;
      } else {
        seconds++;
      }
    }
    return u;
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 4", "2, 3", "3, 3", "4, 6", "5, 7"})
  void itCountsOrders(int n, int m) {
    UDistribution distribution = new UDistribution(n, m);
    long[] orders = orders(n, m);
    long all = 0;
    for (long some : orders) {
      all += some;
    }
    long below = 0;
    assertThat(distribution.cumulative(-1)).isZero();
    for (int u = 0; u < orders.length; u++) {
      double before = (double) below / all;
      below += orders[u];
      double share = (double) below / all;
      assertThat(distribution.cumulative(u)).isCloseTo(share, EXACTLY);
      assertThat(distribution.quantile(distribution.cumulative(u))).as("met").isEqualTo(u);
      assertThat(distribution.quantile((before + share) / 2)).as("between").isEqualTo(u);
    }
    assertThat(distribution.cumulative(orders.length)).isCloseTo(1, EXACTLY);
    assertThat(distribution.quantile(1.1)).as("never met").isEqualTo(n * m);
  }

  @ParameterizedTest
  @CsvSource({"2, 7", "7, 2"})
  void whichSampleIsTheFirstMakesNoDifference(int n, int m) {
    assertThat(UDistribution.of(n, m).cumulative(3))
        .isCloseTo(new UDistribution(2, 7).cumulative(3), EXACTLY);
    assertThat(UDistribution.of(n, m)).isSameAs(UDistribution.of(m, n));
  }
}
