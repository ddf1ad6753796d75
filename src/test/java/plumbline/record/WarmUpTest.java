package plumbline.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import plumbline.record.WarmUp.Window;

class WarmUpTest {
  private static final long MILLI = 1_000_000;
  private static final long LONG = 250 * MILLI;

  private final WarmUp warmUp = new WarmUp();

  private void windows(int count, long compiling, double operation) {
    IntStream.range(0, count)
        .forEach(index -> warmUp.add(new Window(LONG, compiling * MILLI, operation)));
  }

  @Test
  void isOverWhenTheCompilerRestsAndTheMedianStands() {
    windows(7, 0, 60_000);
    assertThat(warmUp.isOver()).isFalse();
    windows(1, 0, 60_000);
    assertThat(warmUp.isOver()).isTrue();
    assertThat(warmUp.nanos()).isEqualTo(8 * LONG);
  }

  @Test
  void goesOnWhileTheCompilerWorks() {
    windows(40, 6, 60_000);
    assertThat(warmUp.isCompiled()).isFalse();
    assertThat(warmUp.isOver()).isFalse();
    // What it took until a second ago does not count.
    windows(4, 5, 60_000);
    assertThat(warmUp.isCompiled()).isTrue();
    assertThat(warmUp.isOver()).isTrue();
  }

  @Test
  void goesOnWhileTheMedianMoves() {
    double operation = 100_000;
    for (int i = 0; i < 40; i++) {
      windows(1, 0, operation);
      operation *= 0.97;
    }
    assertThat(warmUp.isCompiled()).isTrue();
    assertThat(warmUp.isOver()).isFalse();
  }

  @Test
  void goesOnWhileItGetsSlower() {
    windows(4, 0, 60_000);
    windows(4, 0, 70_000);
    assertThat(warmUp.isOver()).isFalse();
  }

  @Test
  void saysNothingOfWindowsWithoutOperations() {
    windows(20, 0, 0);
    assertThat(warmUp.isCompiled()).isTrue();
    assertThat(warmUp.isOver()).isFalse();
    windows(7, 0, 1_000);
    assertThat(warmUp.isOver()).isFalse();
    windows(1, 0, 1_000);
    assertThat(warmUp.isOver()).isTrue();
  }

  @Test
  void staysOver() {
    windows(8, 0, 60_000);
    windows(4, 200, 120_000);
    assertThat(warmUp.isOver()).isTrue();
  }
}
