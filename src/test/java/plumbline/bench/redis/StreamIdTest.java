package plumbline.bench.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.bench.shape.WrongAnswerException;

class StreamIdTest {
  @Test
  void anIdIsRead() {
    assertThat(StreamId.parse("1526919030474-55")).isEqualTo(new StreamId(1526919030474L, 55));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "12", "12-", "-3", "a-1", "1-b"})
  void whatIsNoIdIsNamed(String text) {
    assertThatThrownBy(() -> StreamId.parse(text))
        .isInstanceOf(WrongAnswerException.class)
        .hasMessage("XADD gave '" + text + "', which is no id");
  }

  @Test
  void theSequenceCountsOnlyWithinAMillisecond() {
    new StreamId(2, 0).expectAfter(new StreamId(1, 9));
    new StreamId(2, 1).expectAfter(new StreamId(2, 0));
    assertThatThrownBy(() -> new StreamId(2, 1).expectAfter(new StreamId(2, 1)))
        .hasMessage("XADD gave 2-1 after 2-1");
    assertThatThrownBy(() -> new StreamId(1, 9).expectAfter(new StreamId(2, 0)))
        .isInstanceOf(WrongAnswerException.class);
  }
}
