package plumbline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class IntraclassCorrelationTest {
  /** Between groups 16 with 2 degrees of freedom, within them 1.5 with 3. */
  @Test
  void equalGroupsByHand() {
    assertThat(
            IntraclassCorrelation.of(
                List.of(new double[] {1, 2}, new double[] {3, 4}, new double[] {5, 6})))
        .hasValueCloseTo(7.5 / 8.5, within(1e-12));
  }

  /** Between 7.5 with 1, within 2.5 with 3; a group has 2.4 values. */
  @Test
  void unequalGroupsByHand() {
    assertThat(IntraclassCorrelation.of(List.of(new double[] {1, 2}, new double[] {3, 4, 5})))
        .hasValueCloseTo((7.5 - 2.5 / 3) / (7.5 + 1.4 * 2.5 / 3), within(1e-12));
  }

  @Test
  void groupsThatAreMoreAlikeThanChanceAreNotBelowZero() {
    assertThat(IntraclassCorrelation.of(List.of(new double[] {1, 9}, new double[] {1, 9})))
        .hasValue(0);
  }

  @Test
  void withoutTwoValuesOfAGroupOrTwoGroupsThereIsNone() {
    assertThat(IntraclassCorrelation.of(List.of(new double[] {1, 2, 3}))).isEmpty();
    assertThat(IntraclassCorrelation.of(List.of(new double[] {1}, new double[] {2}))).isEmpty();
    assertThat(IntraclassCorrelation.of(List.of(new double[] {1, 1}, new double[] {1, 1})))
        .isEmpty();
  }
}
