package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import plumbline.claim.ClaimsFile;
import plumbline.result.Histograms;
import plumbline.result.MachineReading;

class ForesightTextTest {
  private static MachineReading machine(long lateNanos, int processors) {
    Histogram lateness = Histograms.create();
    lateness.recordValueWithCount(60_000, 9_800);
    lateness.recordValueWithCount(lateNanos, 200);
    return new MachineReading(
        30, 25, lateness, new TreeMap<>(), OptionalDouble.empty(), processors, false);
  }

  @Test
  void metricsOfAClaimWithTheSameAnswerStandTogether() {
    String text =
        ForesightText.of(
            List.of(ClaimsFile.load("article")), machine(560_000, 2), Map.of(), List.of());

    assertThat(text)
        .startsWith("\nWhich claims can be decided on this machine\n\narticle\n")
        .contains(
            """
            yes      redis-microseconds: 1 us <= p50 < 1 ms (a figure in microseconds), 316
                     ns <= p50 < 3.16 us (the nearest power of ten), 316 ns <= p99 < 3.16 us
                     (the nearest power of ten)
            partly   redis-microseconds: 1 us <= p99 < 1 ms (a figure in microseconds)
                     - with pauses of up to 500 µs at p99, a figure from 1 ms to 1.5 ms
                     leaves it open
            """)
        .endsWith("\nDecidable here: 17 yes, 5 partly, 2 no\n");
  }

  @Test
  void answersAreCountedForEachFile() {
    assertThat(
            ForesightText.brief(
                List.of(ClaimsFile.load("article")), machine(560_000, 2), Map.of(), List.of()))
        .isEqualTo(
            """
            Claims decidable here, by metric and reading: 17 yes, 5 partly, 2 no
              article       17 yes, 5 partly, 2 no
            """);
  }

  @Test
  void noLineIsLongerThanEightyColumns() {
    List<ClaimsFile> all = ClaimsFile.names().stream().map(ClaimsFile::load).toList();

    for (MachineReading machine : List.of(machine(60_000, 4), machine(30_000_000, 1))) {
      assertThat(ForesightText.of(all, machine, Map.of(), List.of()).lines())
          .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }
  }
}
