package plumbline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import plumbline.run.plan.BenchmarkCatalog;

class BenchmarkNamesTest {
  /** Rows, plans and claims name a benchmark without its package. */
  @Test
  void noTwoBenchmarksOfDifferentFoldersHaveOneName() {
    assertThat(BenchmarkCatalog.load().entries())
        .extracting(BenchmarkCatalog.Entry::name)
        .hasSizeGreaterThan(20)
        .doesNotHaveDuplicates();
  }

  @Test
  void everyBenchmarkStandsInTheFolderOfItsSystem() {
    assertThat(BenchmarkCatalog.load().entries())
        .allSatisfy(
            entry ->
                assertThat(entry.qualifiedName())
                    .startsWith(
                        "plumbline.bench."
                            + (entry.system().matches("loopback|instrument")
                                ? "control"
                                : entry.system())
                            + "."));
  }
}
