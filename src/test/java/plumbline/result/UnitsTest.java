package plumbline.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {

  private static String plain(String text) {
    return text.replace(Units.NO_BREAK, ' ');
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 ns",
    "0.4, 0.400 ns",
    "57, 57.0 ns",
    "999.4, 999 ns",
    "999.6, 1.00 µs",
    "30100, 30.1 µs",
    "385000, 385 µs",
    "999499, 999 µs",
    "999600, 1.00 ms",
    "2014000, 2.01 ms",
    "12345678, 12.3 ms",
    "60000000000, 60.0 s",
    "1234000000000, '1,230 s'",
    "NaN, -"
  })
  void aLatencyHasThreeDigitsAndTheUnitThatSuitsIt(double nanos, String expected) {

    assertThat(plain(Units.time(nanos))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "45.26, 45.3",
    "160, 160",
    "13876, '13,900'",
    "999600, 1.00 M",
    "41500000, 41.5 M",
    "NaN, -"
  })
  void aRateIsGroupedOrInMillions(double rate, String expected) {
    assertThat(plain(Units.rate(rate))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0.4888, 49 %", "0.0123, 1.2 %", "-0.18, -18 %", "0.00151, 0.15 %", "0, 0 %"})
  void aShareIsInPercent(double share, String expected) {
    assertThat(plain(Units.percent(share))).isEqualTo(expected);
  }

  @Test
  void aRatioIsAFactor() {
    assertThat(Units.factor(12.76)).isEqualTo("12.8x");
    assertThat(Units.of(1.5, "x")).isEqualTo("1.50x");
    assertThat(plain(Units.of(385, "us"))).isEqualTo("385 µs");
    assertThat(plain(Units.of(2080, "ops/s"))).isEqualTo("2,080 ops/s");
  }

  @Test
  void aSpanOfTimeIsInTheWordsOfAPerson() {
    assertThat(plain(Units.duration(Duration.ofMillis(850)))).isEqualTo("850 ms");
    assertThat(plain(Units.duration(Duration.ofSeconds(48)))).isEqualTo("48 s");
    assertThat(plain(Units.duration(Duration.ofSeconds(50)))).isEqualTo("50 s");
    assertThat(plain(Units.duration(Duration.ofMillis(2_500)))).isEqualTo("2.5 s");
    assertThat(plain(Units.duration(Duration.ofMillis(2_960)))).isEqualTo("3 s");
    assertThat(plain(Units.duration(Duration.ofSeconds(200)))).isEqualTo("3 min 20 s");
    assertThat(plain(Units.duration(Duration.ofMinutes(2)))).isEqualTo("2 min");
  }

  @Test
  void aNumberIsNotPartedFromItsUnit() {
    assertThat(Units.bind("1 ms <= p50 < 1 s in 5 rounds"))
        .isEqualTo("1\u00a0ms <= p50 < 1\u00a0s in 5 rounds");
  }
}
