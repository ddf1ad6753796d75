package plumbline.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FaultTest {
  private static final Fault MISSED = Fault.of(Warning.RATE_MISSED, 80);

  /** Wrong answers are not slow ones. */
  @Test
  void roundThatAlsoFailedHasNotMerelyMissedItsRate() {
    assertThat(MISSED.isMissedRate()).isTrue();
    assertThat(MISSED.and(Fault.of(Warning.NOT_SETTLED, 9, 4)).isMissedRate()).isTrue();
    assertThat(MISSED.and(Fault.of(Warning.WRONG_ANSWERS, 1, 9)).isMissedRate()).isFalse();
    assertThat(MISSED.and(Fault.of("the fork ended")).isMissedRate()).isFalse();
    assertThat(Fault.of(Warning.NOT_SETTLED, 9, 4).isMissedRate()).isFalse();
  }

  @Test
  void whatIsForgivenIsLeftOut() {
    Fault unsettled = Fault.of(Warning.NOT_SETTLED, 9, 4);

    assertThat(unsettled.without(Warning.UNSETTLED)).isEmpty();
    assertThat(unsettled.and(MISSED).without(Warning.UNSETTLED)).contains(MISSED);
    assertThat(unsettled.and(Fault.of("the fork ended")).without(Warning.UNSETTLED))
        .contains(Fault.of("the fork ended"));
  }

  @Test
  void bothAreSaid() {
    assertThat(Fault.of("one").and(Fault.of(Warning.RATE_MISSED, 80)).and(Fault.of("two")).text())
        .isEqualTo("rate-missed percent=80; one; two");
  }
}
