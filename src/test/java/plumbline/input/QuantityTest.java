package plumbline.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.problem.BadInputException;

class QuantityTest {
  @ParameterizedTest
  @CsvSource({
    "500 ns,500",
    "1us,1000",
    "1 us,1000",
    "1 \u00b5s,1000",
    "1.5 ms,1500000",
    "2 s,2000000000",
    "1 min,60000000000",
    "0 s,0",
    "100 s,100000000000"
  })
  void timesBecomeNanoseconds(String text, long nanos) {
    assertThat(Quantity.parse(text, "x").nanos()).isEqualTo(nanos);
    assertThat(Quantity.duration(text, "x")).isEqualTo(Duration.ofNanos(nanos));
  }

  @Test
  void ratesAndFactorsKeepTheirNumber() {
    assertThat(Quantity.parse("1000 ops/s", "x"))
        .isEqualTo(new Quantity(Quantity.Kind.RATE, 1000, "1000 ops/s"));
    assertThat(Quantity.parse("1.5x", "x"))
        .isEqualTo(new Quantity(Quantity.Kind.FACTOR, 1.5, "1.5 x"));
  }

  @Test
  void unknownUnitNamesTheKnownOnes() {
    assertThatThrownBy(() -> Quantity.parse("5 sec", "a.yaml:3"))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "a.yaml:3: unknown unit 'sec' in '5 sec'; known units: ns, us, ms, s, min, ops/s, x");
  }

  @Test
  void whatIsNoNumberWithUnitIsRefused() {
    for (String text : List.of("", "ms", "-1 ms", "1,5 ms", "1 ms 2", "NaN s", "1e3 ms", "1 2")) {
      assertThatThrownBy(() -> Quantity.parse(text, "here"))
          .as(text)
          .isInstanceOf(BadInputException.class)
          .hasMessageStartingWith("here: ");
    }
  }

  @Test
  void durationRefusesOtherKinds() {
    assertThatThrownBy(() -> Quantity.duration("10 ops/s", "here"))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "here: '10 ops/s' is a rate, but a time is needed here, such as 2 s;"
                + " its units: ns, us, ms, s, min");
  }

  @Test
  void timesFinerThanNanosecondsOrTooLongAreRefused() {
    assertThatThrownBy(() -> Quantity.parse("0.5 ns", "here"))
        .hasMessage("here: '0.5 ns' is finer than 1 ns; give whole nanoseconds");
    assertThatThrownBy(() -> Quantity.parse("99999999999999 s", "here"))
        .hasMessage("here: '99999999999999 s' is too long; the longest time is 100 days");
  }
}
