package plumbline.bench.redis;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.bench.shape.WrongAnswerException;

class RisingIdsTest {
  private final RisingIds ids = new RisingIds();

  @Test
  void theSequenceCountsOnlyWithinAMillisecond() {
    assertThatCode(
            () -> {
              ids.verify("1526919030474-55");
              ids.verify("1526919030475-0");
              ids.verify("1526919030475-1");
            })
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "12", "12-", "-3", "a-1", "1-b"})
  void whatIsNoIdIsNamed(String text) {
    assertThatThrownBy(() -> ids.verify(text))
        .isInstanceOf(WrongAnswerException.class)
        .hasMessage("XADD gave '" + text + "', which is no id");
  }

  @ParameterizedTest
  @CsvSource({"1700-1", "1700-0", "1699-7"})
  void idsThatDoNotRiseAreNoticed(String second) {
    ids.verify("1700-1");
    assertThatThrownBy(() -> ids.verify(second))
        .isInstanceOf(WrongAnswerException.class)
        .hasMessage("XADD gave " + second + " after 1700-1");
  }
}
