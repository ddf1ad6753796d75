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
            "a.yaml:3: unknown unit 'sec' in '5 sec'; known units: ns, us, ms, s, min, ops/s, B,"
                + " KiB, MiB, x");
  }

  @Test
  void unitsOfTheKindAreNamedWhereTheKindIsKnown() {
    assertThatThrownBy(() -> Quantity.duration("8 sec", "a.yaml:3"))
        .hasMessage("a.yaml:3: unknown unit 'sec' in '8 sec'; known units: ns, us, ms, s, min");
    assertThatThrownBy(() -> Quantity.duration("8", "a.yaml:3"))
        .hasMessage("a.yaml:3: '8' has no unit; known units: ns, us, ms, s, min");
  }

  @ParameterizedTest
  @CsvSource({"10 KiB,10240", "1.5KiB,1536", "100 B,100", "1 MiB,1048576", "10240,10240", "x*,x*"})
  void sizesBecomeBytes(String text, String bytes) {
    assertThat(Quantity.bytes(text, "here")).isEqualTo(bytes);
  }

  @Test
  void sizesHaveUnitsOfTheirOwn() {
    assertThatThrownBy(() -> Quantity.bytes("10 KB", "payload"))
        .hasMessage("payload: unknown unit 'KB' in '10 KB'; known units: B, KiB, MiB");
    assertThatThrownBy(() -> Quantity.bytes("10 ms", "payload"))
        .hasMessageContaining("a size is needed here, such as 10 KiB");
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
