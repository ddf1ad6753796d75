package plumbline.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
  private final Pace pace = new Pace(Duration.ofSeconds(100), 0);

  @Test
  void beforeTheFirstForkThePlanIsBelieved() {
    assertThat(pace.fraction()).isZero();
    assertThat(pace.remaining(0)).isEqualTo(Duration.ofSeconds(100));
  }

  @Test
  void whatTookLongerThanPlannedIsExpectedToGoOnSo() {
    pace.advance(Duration.ofSeconds(20));

    assertThat(pace.fraction()).isEqualTo(0.2);
    assertThat(pace.remaining(Duration.ofSeconds(30).toNanos())).isEqualTo(Duration.ofSeconds(120));
  }

  @Test
  void aPartThatTakesMoreStepsThanPlannedStaysWithinItsShare() {
    pace.advance(Duration.ofSeconds(20), Duration.ofSeconds(30));
    pace.advance(Duration.ofSeconds(20), Duration.ofSeconds(30));
    assertThat(pace.fraction()).isEqualTo(0.3);
  }

  @Test
  void aPartThatEndsEarlyIsOver() {
    pace.advance(Duration.ofSeconds(5), Duration.ofSeconds(30));
    pace.reach(Duration.ofSeconds(30));
    assertThat(pace.fraction()).isEqualTo(0.3);
  }
}
