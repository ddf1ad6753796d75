package plumbline.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EDivisiveTest {
  private static final double LOW = 0.001;

  /** Three levels; the example of Otava's own tests, whose changes are at 5 and 8. */
  private static final double[] LEVELS = {
    0.3, 2.4, 1.5, -0.9, -0.5, 99.7, 98.3, 99.1, 149.0, 149.7, 149.5, 149.1, 148.8, 150.0
  };

  /** Another of them, with a change at 10. */
  private static final double[] HALVED = {
    1.02, 0.95, 0.99, 1.00, 1.12, 1.00, 1.01, 0.98, 1.01, 0.96, 0.50, 0.51, 0.48, 0.48, 0.55, 0.50,
    0.49, 0.51, 0.50, 0.49
  };

  /**
   * Annual flow of the Nile at Aswan, 1871 to 1970, in 10^8 cubic metres: the field's standard
   * example. It fell in 1899 (G. W. Cobb, Biometrika 65, 1978).
   */
  private static final double[] NILE = {
    1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180,
    799, 958, 1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833,
    701, 916, 692, 1020, 1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845,
    864, 862, 698, 845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649,
    846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918, 986, 797, 923, 975, 815,
    1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740
  };

  private static List<Integer> places(double alpha, double... values) {
    return new EDivisive(alpha).find(values, 1, alpha).stream().map(Change::index).toList();
  }

  /** The numbers are those of Otava 0.8's PairDistanceCalculator for the same values. */
  @Test
  void theStatisticIsThatOfOtava() {
    assertBest(LEVELS, 5, 14, 761.2821428571428);
    assertBest(NILE, 28, 83, 4916.590807675146);

    Divergence nile = new Divergence(NILE.length);
    nile.use(NILE);
    nile.prepare(0, NILE.length);
    assertThat(nile.q(0, 5, 9)).isCloseTo(-80.14814814814804, within(1e-9));
    assertThat(nile.q(0, 50, 100)).isCloseTo(1899.3763265306125, within(1e-9));
  }

  private static void assertBest(double[] values, int index, int end, double q) {
    Divergence divergence = new Divergence(values.length);
    divergence.use(values);
    Divergence.Best best = divergence.best(0, values.length);
    assertThat(best.index()).isEqualTo(index);
    assertThat(best.end()).isEqualTo(end);
    assertThat(best.q()).isCloseTo(q, within(1e-9));
  }

  /** Written out from the definition, sum by sum. */
  @Test
  void theStatisticIsThatOfItsDefinition() {
    Random random = new Random(3);
    double[] values = IntStream.range(0, 12).mapToDouble(i -> random.nextGaussian()).toArray();
    Divergence divergence = new Divergence(12);
    divergence.use(values);
    divergence.prepare(2, 11);
    for (int middle = 4; middle <= 9; middle++) {
      for (int stop = middle + 2; stop <= 11; stop++) {
        double n = middle - 2;
        double m = stop - middle;
        double expected =
            2 / (m + n) * pairs(values, 2, middle, middle, stop)
                - 2 * m / ((m + n) * (n - 1)) * pairs(values, 2, middle, 2, middle) / 2
                - 2 * n / ((m + n) * (m - 1)) * pairs(values, middle, stop, middle, stop) / 2;
        assertThat(divergence.q(2, middle, stop)).isCloseTo(expected, within(1e-12));
      }
    }
  }

  private static double pairs(double[] values, int from, int to, int otherFrom, int otherTo) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      for (int j = otherFrom; j < otherTo; j++) {
        sum += Math.abs(values[i] - values[j]);
      }
    }
    return sum;
  }

  @Test
  void findsThePublishedChanges() {
    assertThat(places(0.05, LEVELS)).containsExactly(5, 8);
    assertThat(places(0.001, HALVED)).containsExactly(10);
    assertThat(places(0.001, NILE)).containsExactly(28);
  }

  /** After the univariate and three-level examples of MongoDB's signal-processing-algorithms. */
  @Test
  void findsCertainChanges() {
    double[] two = new double[60];
    Arrays.fill(two, 30, 60, 1);
    double[] three = new double[60];
    Arrays.fill(three, 20, 40, 1);
    Arrays.fill(three, 40, 60, 20);

    assertThat(places(0.001, two)).containsExactly(30);
    assertThat(places(0.001, three)).containsExactly(20, 40);
  }

  @Test
  void noChangeIsFoundInNoiseMoreOftenThanItsLevelSays() {
    Random random = new Random(20260115);
    int found = 0;
    for (int series = 0; series < 400; series++) {
      double[] values = new double[30];
      // Half of them with the long tail that a latency has.
      boolean tail = series % 2 == 0;
      for (int i = 0; i < values.length; i++) {
        double noise = random.nextGaussian();
        values[i] = tail ? Math.exp(noise) : 100 + 3 * noise;
      }
      found += new EDivisive(0.05).find(values, series, 0.05).isEmpty() ? 0 : 1;
    }
    // 20 are expected; 33 or more would be seen once in 400 times by chance.
    assertThat(found).isLessThan(33);
    // And a test that never rejects is none.
    assertThat(found).isGreaterThan(8);
  }

  @Test
  void noneOfTwoHundredNoisySeriesShowsAChangeAtALowLevel() {
    Random random = new Random(99);
    int found = 0;
    for (int series = 0; series < 200; series++) {
      double[] values =
          IntStream.range(0, 40).mapToDouble(i -> 100 + 3 * random.nextGaussian()).toArray();
      found += places(LOW, values).isEmpty() ? 0 : 1;
    }
    assertThat(found).isLessThanOrEqualTo(1);
  }

  @Test
  void aStepOfThreeSigmaIsFoundWithinOne() {
    Random random = new Random(5);
    int series = 100;
    int exact = 0;
    for (int i = 0; i < series; i++) {
      int step = 12 + i % 16;
      double[] values =
          IntStream.range(0, 40)
              .mapToDouble(run -> 100 + 2 * random.nextGaussian() + (run >= step ? 6 : 0))
              .toArray();
      List<Integer> found = places(LOW, values);
      assertThat(found).as("series %d", i).isNotEmpty();
      boolean near = found.stream().anyMatch(place -> Math.abs(place - step) <= 1);
      exact += near && found.size() == 1 ? 1 : 0;
    }
    assertThat(exact).isGreaterThanOrEqualTo(95);
  }

  @Test
  void anOutlierIsNoChange() {
    for (int place : List.of(0, 15, 29)) {
      double[] values =
          IntStream.range(0, 30).mapToDouble(i -> i == place ? 1000 : 100 + i % 3).toArray();
      assertThat(places(0.01, values)).isEmpty();
    }
  }

  @Test
  void constantShortAndEmptySeriesHaveNone() {
    assertThat(places(0.05, new double[50])).isEmpty();
    assertThat(places(0.05)).isEmpty();
    assertThat(places(0.05, 1, 2, 3)).isEmpty();
  }

  @Test
  void fewerThanTheFewestRunsCannotShowAChange() {
    for (double alpha : List.of(0.05, 0.01, 0.001)) {
      int fewest = EDivisive.fewest(alpha);
      double[] less = new double[fewest - 1];
      Arrays.setAll(less, i -> (i < fewest / 2 ? 0 : 1000) + i);
      assertThat(places(alpha, less)).as("%s", alpha).isEmpty();
      assertThat(fewest).isBetween(5, 20);
    }
  }

  @Test
  void theSameValuesGiveTheSameChanges() {
    EDivisive search = new EDivisive(0.05);
    assertThat(search.find(NILE, 7, 0.05)).isEqualTo(search.find(NILE, 7, 0.05));
    assertThat(search.strongest(NILE, 7, 0.05)).isEqualTo(search.find(NILE, 7, 0.05).get(0).p());
  }
}
