package plumbline.run.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

class QuietMachineTest {
  private final List<String> progress = new ArrayList<>();
  private int seconds;

  private Optional<String> waited(DoubleSupplier load) {
    return new QuietMachine(load, () -> seconds++).waited(progress::add);
  }

  @Test
  void aQuietMachineIsNotWaitedFor() {
    assertThat(waited(() -> 0.03)).isEmpty();
    assertThat(progress).isEmpty();
    assertThat(seconds).isEqualTo(1);
  }

  @Test
  void waitsUntilItIsQuietAndSaysForHowLong() {
    assertThat(waited(() -> seconds < 6 ? 0.92 : 0.04))
        .hasValue(
            "waited 5 s until the machine was quiet: 92 % of its processors' time was taken, then"
                + " 4 %");
    assertThat(progress).containsExactly("waiting until the machine is quiet");
  }

  @Test
  void doesNotWaitForEver() {
    assertThat(waited(() -> 0.43))
        .hasValue(
            "the machine was not quiet: 43 % of its processors' time was taken when the first round"
                + " began, after 30 s of waiting");
    assertThat(seconds).isEqualTo(31);
  }

  @Test
  void whatThePlatformDoesNotTellIsNotWaitedFor() {
    assertThat(waited(() -> -1)).isEmpty();
    assertThat(waited(() -> Double.NaN)).isEmpty();
  }
}
