package plumbline.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsGroupedTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "0.5",
        "-0.5",
        "12.0",
        "-12.34",
        "999",
        "-999",
        "1000",
        "-1000",
        "12345.678",
        "-123456.7",
        "1234567",
        "-1234567",
        "1234567890.12"
      })
  void groupsOfThreeDigitsAreAsTheLibraryWritesThem(String text) {
    BigDecimal number = new BigDecimal(text);

    assertThat(Units.grouped(number))
        .isEqualTo(String.format(Locale.ROOT, "%,." + number.scale() + "f", number));
  }
}
