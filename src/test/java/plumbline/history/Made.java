package plumbline.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import plumbline.result.Metric;
import plumbline.testing.MadeManifest;

/** Made-up histories. */
public final class Made {
  public static final Tracked P50 = new Tracked("RedisGetBenchmark.get;payload=100", Metric.P50);
  public static final Tracked RATE =
      new Tracked("RedisGetBenchmark.get;payload=100", Metric.THROUGHPUT);

  private Made() {}

  /** Daily runs of two metrics; from run {@code step} on, the median is 20 % higher. */
  public static History stepped(int runs, int step) {
    Random random = new Random(11);
    List<History.Entry> entries = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      double p50 = 100 * (1 + 0.03 * random.nextGaussian()) * (i >= step ? 1.2 : 1);
      double rate = 7_000 * (1 + 0.03 * random.nextGaussian());
      entries.add(
          new History.Entry(
              MadeManifest.STARTED.plus(Duration.ofDays(i)),
              String.format(Locale.ROOT, "%010x%030d", (i + 1) * 0xabcdefL, i),
              "main",
              Map.of(P50, p50, RATE, rate)));
    }
    return new History(Arrays.asList(P50, RATE), entries);
  }

  /** Daily runs of so many benchmarks, all of which are 20 % higher from a run on. */
  public static History many(int runs, int step, int benchmarks) {
    Random random = new Random(11);
    List<Tracked> columns = new ArrayList<>();
    for (int i = 0; i < benchmarks; i++) {
      columns.add(new Tracked("RedisGetBenchmark.get;mode=" + i, Metric.P50));
    }
    List<History.Entry> entries = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      Map<Tracked, Double> figures = new HashMap<>();
      for (Tracked column : columns) {
        figures.put(column, 100 * (1 + 0.03 * random.nextGaussian()) * (i >= step ? 1.2 : 1));
      }
      entries.add(
          new History.Entry(
              MadeManifest.STARTED.plus(Duration.ofDays(i)),
              String.format(Locale.ROOT, "%010x%030d", (i + 1) * 0xabcdefL, i),
              "main",
              figures));
    }
    return new History(columns, entries);
  }
}
