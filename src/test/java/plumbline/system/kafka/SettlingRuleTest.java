package plumbline.system.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import plumbline.result.RunManifest;

class SettlingRuleTest {
  private static final long MICROS = 1_000;
  private static final long SECOND = 1_000_000_000;
  private static final SettlingRule RULE =
      new SettlingRule(Duration.ofSeconds(1), 3, 0.10, 5_000, Duration.ofSeconds(30));

  /** A clock that only the operation moves, by a latency that depends on how many there were. */
  private static final class Fake {
    private final LongUnaryOperator latency;
    private long now = 7 * SECOND;
    private long count;

    Fake(LongUnaryOperator latency) {
      this.latency = latency;
    }

    RunManifest.WarmUp run(SettlingRule rule, long before) throws Exception {
      return rule.run(() -> now += latency.applyAsLong(count++), () -> now, now, before);
    }
  }

  @Test
  void settlesWhenTwoBlocksOfWindowsAgree() throws Exception {
    // 1 ms for two windows, then 500 us: the first six windows hold both.
    RunManifest.WarmUp result =
        new Fake(count -> count < 2_000 ? 1_000 * MICROS : 500 * MICROS).run(RULE, 0);

    assertThat(result.settled()).isTrue();
    assertThat(result.windowMedianNanos())
        .containsExactly(1_000_000L, 1_000_000L, 500_000L, 500_000L, 500_000L, 500_000L, 500_000L);
    assertThat(result.operations()).isEqualTo(12_000);
    assertThat(result.took()).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void standingStillBeforeTheMinimumIsNotSettled() throws Exception {
    // 2 ms is 500 operations a window: the minimum of 5,000 comes after ten of them.
    RunManifest.WarmUp result = new Fake(count -> 2_000 * MICROS).run(RULE, 0);

    assertThat(result.settled()).isTrue();
    assertThat(result.windowMedianNanos()).hasSize(10);
  }

  @Test
  void operationsOfTheHeatingCountAgainstTheMinimum() throws Exception {
    RunManifest.WarmUp result = new Fake(count -> 2_000 * MICROS).run(RULE, 4_000);

    assertThat(result.windowMedianNanos()).hasSize(6);
    assertThat(result.operations()).isEqualTo(7_000);
  }

  @Test
  void steadyImprovementRunsIntoTheLimit() throws Exception {
    // 8 % better with every window: blocks of three are 22 % apart.
    Fake fake = new Fake(count -> 1);
    RunManifest.WarmUp result =
        RULE.run(
            () ->
                fake.now +=
                    (long) (1_000_000 * Math.pow(0.92, (fake.now - 7 * SECOND) / (double) SECOND)),
            () -> fake.now,
            fake.now,
            0);

    assertThat(result.settled()).isFalse();
    assertThat(result.took()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(31));
    assertThat(result.windowMedianNanos()).hasSize(30);
  }

  @Test
  void oneDisturbedWindowDoesNotDelayTheVerdict() {
    assertThat(RULE.isSettled(List.of(500L, 510L, 505L, 500L, 2_000L, 495L))).isTrue();
    assertThat(RULE.isSettled(List.of(500L, 510L, 505L, 2_000L, 2_000L, 495L))).isFalse();
  }

  @Test
  void toleranceIsAPartOfTheSmallerBlock() {
    assertThat(RULE.isSettled(List.of(110L, 110L, 110L, 100L, 100L, 100L))).isTrue();
    assertThat(RULE.isSettled(List.of(111L, 111L, 111L, 100L, 100L, 100L))).isFalse();
    assertThat(RULE.isSettled(List.of(100L, 100L, 100L, 111L, 111L, 111L))).isFalse();
    assertThat(RULE.isSettled(List.of(100L, 100L, 100L, 100L, 100L))).isFalse();
  }

  @Test
  void failureOfTheOperationIsTheCallersToReport() {
    assertThatThrownBy(
            () ->
                RULE.run(
                    () -> {
                      throw new IOException("gone");
                    },
                    System::nanoTime,
                    System.nanoTime(),
                    0))
        .isInstanceOf(IOException.class);
  }

  @Test
  void ruleInWordsIsComplete() {
    assertThat(RULE.text())
        .isEqualTo(
            "one in flight in windows of 1 s; settled when at least 5,000 operations were made and"
                + " the median of the last 3 windows is within 10 % of that of the 3 before; at most"
                + " 30 s");
  }
}
