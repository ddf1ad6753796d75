package plumbline.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CountsTest {
  private static final long MEBIBYTE = 1 << 20;

  @Test
  void whatIsCountedAddsUpAndAPeakDoesNot() {
    Counts sum =
        Counts.sum(
            List.of(
                new Counts(Map.of(Count.COMPLETED, 3L, Count.CLIENT_MEMORY, 200 * MEBIBYTE)),
                new Counts(Map.of(Count.COMPLETED, 4L, Count.CLIENT_MEMORY, 300 * MEBIBYTE)),
                new Counts(Map.of(Count.COMPLETED, 5L))));

    assertThat(sum.values())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(Count.COMPLETED, 12L, Count.CLIENT_MEMORY, 300 * MEBIBYTE));
  }

  @Test
  void everyCountIsReadAsItWasWritten() {
    for (Count count : Count.values()) {
      assertThat(count.fromUnit(count.inUnit(123_456_789_000L)))
          .as(count.text())
          .isEqualTo(123_456_789_000L);
    }
    assertThat(Count.CLIENT_MEMORY.inUnit(192 * MEBIBYTE)).isEqualTo(192);
    assertThat(Count.CLIENT_MEMORY.unit()).isEqualTo("MiB");
  }
}
