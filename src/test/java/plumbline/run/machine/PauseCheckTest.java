package plumbline.run.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import plumbline.result.Histograms;
import plumbline.system.check.Check;

class PauseCheckTest {
  @Test
  void shortPausesAllowTheHeadline() {
    Check check = PauseCheck.of(pauses(58_000, 600_000, 1_500_000));

    assertThat(check.status()).isEqualTo(Check.Status.OK);
    assertThat(check.detail())
        .isEqualTo(
            "p50 58 us, p99 600 us, max 1.5 ms; beyond the usual lateness p50 0 ns, p99 542 us."
                + " Claims at 1 ms can be decided here, at p50 and at p99.");
  }

  @Test
  void tailAboveAMillisecondForbidsClaimsAboutTheTail() {
    Check check = PauseCheck.of(pauses(58_000, 1_200_000, 6_000_000));

    assertThat(check.status()).isEqualTo(Check.Status.WARNING);
    assertThat(check.detail())
        .isEqualTo(
            "p50 58 us, p99 1.2 ms, max 6.0 ms; beyond the usual lateness p50 0 ns, p99 1.1 ms."
                + " A p50 claim at 1 ms can be decided here;"
                + " a p99 claim at 1 ms cannot, only one above 1.1 ms.");
    assertThat(check.remedy()).isNotEmpty();
  }

  @Test
  void pausesOfExactlyTheBoundForbid() {
    assertThat(PauseCheck.of(pauses(0, 1_000_000, 1_000_000)).status())
        .isEqualTo(Check.Status.WARNING);
  }

  @Test
  void medianAboveAMillisecondForbidsEverything() {
    assertThat(PauseCheck.of(pauses(2_000_000, 30_000_000, 30_000_000)).detail())
        .contains("No claim at 1 ms can be decided here")
        .contains("at p50 only one above 1.8 ms, at p99 only one above 30 ms");
  }

  private static Histogram pauses(long p50, long p99, long max) {
    Histogram pauses = Histograms.create();
    pauses.recordValueWithCount(p50, 970);
    pauses.recordValueWithCount(p99, 29);
    pauses.recordValueWithCount(max, 1);
    return pauses;
  }
}
