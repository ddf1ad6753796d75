package plumbline.run.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.system.check.Check;

class StolenTimeTest {
  @TempDir Path folder;

  private Optional<StolenTime> read(String stat) {
    return StolenTime.read(new FakeRoot(folder).with("proc/stat", stat).files());
  }

  @Test
  void timeOfGuestsIsNotCountedTwice() {
    assertThat(read("cpu  100 20 30 800 40 5 5 7 90 10\ncpu0 1 2 3 4 5 6 7 8 9 10"))
        .hasValue(new StolenTime(1_007, 7));
  }

  @Test
  void whatTheKernelDoesNotTellIsNotKnown() {
    assertThat(StolenTime.read(new FakeRoot(folder.resolve("none")).files())).isEmpty();
    assertThat(read("cpu  100 20 30 800")).isEmpty();
    assertThat(read("cpu  100 20 30 800 40 5 5 x 90 10")).isEmpty();
    assertThat(read("intr 1 2 3 4 5 6 7 8 9")).isEmpty();
    assertThat(StolenTime.check(OptionalDouble.empty()))
        .isEqualTo(Check.ok("Stolen time", "not known here"));
  }

  @Test
  void theShareIsThatOfTheTimeBetween() {
    Optional<StolenTime> before = Optional.of(new StolenTime(1_000, 50));

    assertThat(StolenTime.percent(before, Optional.of(new StolenTime(3_000, 80)))).hasValue(1.5);
    assertThat(StolenTime.percent(before, before)).isEmpty();
    assertThat(StolenTime.percent(before, Optional.empty())).isEmpty();
    assertThat(StolenTime.percent(Optional.empty(), before)).isEmpty();
  }

  @Test
  void whatIsAsMuchAsATailIsAWarning() {
    assertThat(StolenTime.check(OptionalDouble.of(0.99)).status()).isEqualTo(Check.Status.OK);
    Check check = StolenTime.check(OptionalDouble.of(1));

    assertThat(check.status()).isEqualTo(Check.Status.WARNING);
    assertThat(check.detail()).startsWith("1.00 % of the processors' time went to others");
    assertThat(check.remedy()).isNotEmpty();
  }
}
