package plumbline.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import plumbline.result.Metric;
import plumbline.testing.MadeManifest;

/** Many metrics at once. */
class TrendsTest {
  private static final int METRICS = 40;
  private static final int RUNS = 30;
  private static final int STEP = 15;

  private static final List<Tracked> COLUMNS =
      IntStream.range(0, METRICS)
          .mapToObj(i -> new Tracked("Made" + i + "Benchmark.get", Metric.P50))
          .toList();

  /** Noise in all metrics, and in the first few a step of so many standard deviations. */
  private static History history(int stepped, double sigmas, Random random) {
    List<History.Entry> entries = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      Map<Tracked, Double> values = new HashMap<>();
      for (int i = 0; i < METRICS; i++) {
        double level = i < stepped && run >= STEP ? sigmas : 0;
        values.put(COLUMNS.get(i), 100 + level + random.nextGaussian());
      }
      entries.add(
          new History.Entry(MadeManifest.STARTED.plus(Duration.ofDays(run)), "", "", values));
    }
    return new History(COLUMNS, entries);
  }

  private static List<Trend> changed(Trends trends) {
    return trends.trends().stream().filter(trend -> !trend.changes().isEmpty()).toList();
  }

  @Test
  void aPageOfManyMetricsWithoutAChangeSeldomShowsAny() {
    Random random = new Random(7);
    int pages = 0;
    for (int i = 0; i < 100; i++) {
      pages += changed(Trends.of(history(0, 0, random), Trends.ALPHA)).isEmpty() ? 0 : 1;
    }
    // 5 are expected; 12 or more would be seen once in 200 times by chance. Without a correction
    // it were 87.
    assertThat(pages).isLessThan(12);
  }

  @Test
  void realChangesAreFoundAndFewOthersBesideThem() {
    Random random = new Random(8);
    int real = 0;
    double falseShares = 0;
    int pages = 40;
    for (int i = 0; i < pages; i++) {
      List<Trend> changed = changed(Trends.of(history(10, 4, random), Trends.ALPHA));
      long right = changed.stream().filter(one -> COLUMNS.indexOf(one.column()) < 10).count();
      real += (int) right;
      falseShares += changed.isEmpty() ? 0 : 1 - (double) right / changed.size();
    }
    assertThat(real).isEqualTo(10 * pages);
    assertThat(falseShares / pages).isBetween(0.005, 0.08);
  }

  @Test
  void theMoreMetricsChangeTogetherTheLessEachMustShow() {
    Trends one = Trends.of(history(1, 6, new Random(9)), Trends.ALPHA);
    Trends all = Trends.of(history(METRICS, 6, new Random(9)), Trends.ALPHA);

    assertThat(one.level()).isBetween(0.99 * Trends.ALPHA / METRICS, 3 * Trends.ALPHA / METRICS);
    assertThat(all.level()).isEqualTo(Trends.ALPHA);
    assertThat(all.fewestRuns()).isEqualTo(one.fewestRuns());
  }
}
