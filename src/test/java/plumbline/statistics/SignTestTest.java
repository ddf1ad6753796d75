package plumbline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against what is counted by hand: orders of heads and tails among 2^n. */
class SignTestTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0, 1, 1",
    "1, 1, 1, 2",
    "3, 0, 1, 1",
    "5, 5, 1, 32",
    "5, 4, 6, 32",
    "5, 3, 16, 32",
    "10, 9, 11, 1024",
    "10, 1, 1023, 1024"
  })
  void itIsTheShareOfOrdersWithAtLeastSoManyHeads(
      int trials, int successes, double orders, double all) {
    assertThat(SignTest.p(trials, successes)).isCloseTo(orders / all, within(1e-12));
  }
}
