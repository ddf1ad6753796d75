package plumbline.run.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 ns",
    "999, 999 ns",
    "1000, 1.0 us",
    "58400, 58 us",
    "1234567, 1.2 ms",
    "30000000, 30 ms",
    "2500000000, 2.5 s",
  })
  void unitIsTheLargestThatLeavesAWholePart(long nanos, String expected) {
    assertThat(Durations.text(nanos)).isEqualTo(expected);
  }

  @Test
  void decimalSeparatorIsAPointEverywhere() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertThat(Durations.text(1_500)).isEqualTo("1.5 us");
    } finally {
      Locale.setDefault(before);
    }
  }
}
