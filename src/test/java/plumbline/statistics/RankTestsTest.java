package plumbline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Golden data are R's, to a thousand-millionth. */
class RankTestsTest {
  private static final Offset<Double> EXACTLY = within(1e-9);

  @Test
  void pValuesAreThoseOfWilcoxTest() throws IOException {
    List<String[]> cases = GoldenCsv.read("mann-whitney.csv");
    assertThat(cases).hasSizeGreaterThan(100);
    assertThat(cases).filteredOn(row -> row[3].equals("false")).hasSizeGreaterThan(50);
    for (String[] row : cases) {
      assertThat(MannWhitney.p(GoldenCsv.numbers(row[1]), GoldenCsv.numbers(row[2])))
          .as(String.join(",", row))
          .isCloseTo(Double.parseDouble(row[4]), EXACTLY);
    }
  }

  @Test
  void shiftAndIntervalAreThoseOfWilcoxTestWhereItIsExact() throws IOException {
    List<String[]> exact =
        GoldenCsv.read("mann-whitney.csv").stream().filter(row -> row[3].equals("true")).toList();
    assertThat(exact).hasSizeGreaterThan(50);
    for (String[] row : exact) {
      HodgesLehmann shift =
          HodgesLehmann.of(GoldenCsv.numbers(row[1]), GoldenCsv.numbers(row[2]), 0.95);
      String name = String.join(",", row);
      assertThat(shift.shift()).as(name).isCloseTo(Double.parseDouble(row[5]), EXACTLY);
      assertThat(shift.low()).as(name).isCloseTo(Double.parseDouble(row[6]), EXACTLY);
      assertThat(shift.high()).as(name).isCloseTo(Double.parseDouble(row[7]), EXACTLY);
      assertThat(shift.level()).as(name).isCloseTo(Double.parseDouble(row[8]), EXACTLY);
    }
  }

  @Test
  void holmIsThatOfPAdjust() throws IOException {
    List<String[]> families = GoldenCsv.read("holm.csv");
    assertThat(families).hasSizeGreaterThan(50);
    for (String[] row : families) {
      assertThat(Holm.adjust(GoldenCsv.numbers(row[0])))
          .as(row[0])
          .containsExactly(GoldenCsv.numbers(row[1]), EXACTLY);
    }
  }

  @Test
  void smallestPValueIsThatOfTwoSeparateSamples() {
    assertThat(MannWhitney.smallestP(4, 4)).isCloseTo(2 / 70.0, within(1e-15));
    assertThat(MannWhitney.smallestP(5, 5)).isCloseTo(2 / 252.0, within(1e-15));
    assertThat(MannWhitney.smallestP(1, 1)).isEqualTo(1);
    assertThat(MannWhitney.smallestP(0, 9)).isEqualTo(1);
    assertThat(MannWhitney.p(new double[] {1, 2, 3, 4, 5}, new double[] {6, 7, 8, 9}))
        .isCloseTo(MannWhitney.smallestP(5, 4), EXACTLY);
    assertThat(MannWhitney.smallestSize(0.05, false)).isEqualTo(4);
    assertThat(MannWhitney.smallestSize(0.05 / 16, false)).isEqualTo(6);
    assertThat(MannWhitney.smallestSize(0.05 / 33, false)).isEqualTo(7);
    assertThat(MannWhitney.smallestSize(0.05 / 16, true)).isEqualTo(7);
    assertThat(MannWhitney.smallestSize(0.01 / 16, true)).isEqualTo(9);
  }

  /** The figure is that of R for wilcox.test(c(1, 1, 2, 3, 4, 5, 6), 7:13). */
  @Test
  void tiesRaiseTheSmallestPValueWhicheverSampleAValueIsIn() {
    double[] x = {1, 9, 2, 3, 11, 5, 6};
    double[] y = {7, 8, 1, 10, 4, 12, 13};
    double separate =
        MannWhitney.p(new double[] {1, 1, 2, 3, 4, 5, 6}, new double[] {7, 8, 9, 10, 11, 12, 13});

    assertThat(MannWhitney.hasTies(x, y)).isTrue();
    assertThat(MannWhitney.smallestP(x, y)).isEqualTo(separate);
    assertThat(separate).isCloseTo(0.002140709732, EXACTLY);
    assertThat(MannWhitney.smallestP(7, 7)).isLessThan(0.0006);
    // Never less than so few values can show.
    assertThat(MannWhitney.smallestP(new double[] {1, 2, 1}, new double[] {2, 1, 2}))
        .isCloseTo(0.1, EXACTLY);
  }

  @Test
  void valuesThatAreAllTheSameShowNothing() {
    double[] same = {3, 3, 3, 3, 3};
    assertThat(MannWhitney.p(same, same)).isEqualTo(1);
    assertThat(HodgesLehmann.of(same, same, 0.95).shift()).isZero();
  }

  /** Far more pairs than could be listed, by the normal approximation. */
  @Test
  void manyValuesTakeLittleTime() {
    Random random = new Random(5);
    double[] x = random.doubles(60_000).toArray();
    double[] y = random.doubles(50_000).map(value -> value + 0.25).toArray();

    HodgesLehmann shift = HodgesLehmann.of(x, y, 0.95);

    assertThat(shift.low()).isLessThan(shift.shift());
    assertThat(shift.high()).isGreaterThan(shift.shift());
    assertThat(shift.shift()).isCloseTo(0.25, within(0.01));
  }

  /** R approximates as well, and solves for the ends: -202.5 to 403.5. */
  @Test
  void intervalByApproximationIsThatOfR() {
    double[] x = new double[60];
    double[] y = new double[60];
    for (int i = 0; i < 60; i++) {
      x[i] = i * i;
      y[i] = i * i + 100.5;
    }
    HodgesLehmann shift = HodgesLehmann.of(x, y, 0.95);

    assertThat(shift.shift()).isCloseTo(100.5, within(1e-9));
    assertThat(shift.low()).isCloseTo(-202.5, within(8.0));
    assertThat(shift.high()).isCloseTo(403.5, within(8.0));
  }
}
