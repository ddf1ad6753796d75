package plumbline.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a warm-up at a rate goes. */
class OpenLoopTest {
  private static List<Boolean> heated(int count) {
    return IntStream.range(0, count).mapToObj(index -> OpenLoop.isHeated(index, count)).toList();
  }

  @Test
  void threeOfFivePartsOfAWarmUpSendFasterAndTheLastTwoDoNot() {
    assertThat(heated(5)).containsExactly(true, true, true, false, false);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10})
  void howeverManyPartsThereAreTheLastIsAtTheRateItself(int count) {
    assertThat(heated(count).get(count - 1)).isFalse();
  }

  @Test
  void aLeadInIsAsLongAsWhatIsMeasuredAndAtMostAQuarterOfTheWarmUp() {
    assertThat(OpenLoop.leadIn(Duration.ofSeconds(8), Duration.ofMillis(1500)))
        .isEqualTo(Duration.ofMillis(1500));
    assertThat(OpenLoop.leadIn(Duration.ofSeconds(8), Duration.ofSeconds(5)))
        .isEqualTo(Duration.ofSeconds(2));
  }
}
