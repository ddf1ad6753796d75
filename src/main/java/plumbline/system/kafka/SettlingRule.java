package plumbline.system.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import plumbline.result.RunManifest;

/**
 * When a broker is warm: after enough operations, when two neighbouring blocks of windows have
 * about the same median. Both are needed. A broker that is still compiled stands still for seconds
 * between two steps, which looks settled; and a number of operations alone says nothing of this
 * machine.
 *
 * <p>A block has the median of its windows' medians, so one disturbed window does not matter.
 *
 * @param window length of a window
 * @param block windows in a block, at least 1
 * @param tolerance the largest difference of two blocks, as a part of the smaller one
 * @param minimum operations before it may be called warm
 * @param limit the longest time, heating included
 */
record SettlingRule(Duration window, int block, double tolerance, long minimum, Duration limit) {

  /** One operation from start to end. */
  @FunctionalInterface
  public interface Operation {
    /** Does it once. */
    void run() throws Exception;
  }

  /** The rule in words, complete enough to repeat it. */
  public String text() {
    return String.format(
        Locale.ROOT,
        "one in flight in windows of %s s; settled when at least %,d operations were made and the"
            + " median of the last %d windows is within %.0f %% of that of the %d before; at most"
            + " %d s",
        plain(window),
        minimum,
        block,
        tolerance * 100,
        block,
        limit.toSeconds());
  }

  private static String plain(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? Long.toString(duration.toSeconds())
        : Double.toString(duration.toMillis() / 1000.0);
  }

  /**
   * Runs an operation until the server has settled or the limit is reached.
   *
   * @param operation what is repeated
   * @param clock nanoseconds that never go back
   * @param started reading of the clock when the warm-up began
   * @param before operations already made since then
   * @return without the words of the caller
   * @throws Exception the first that the operation throws
   */
  public RunManifest.WarmUp run(Operation operation, LongSupplier clock, long started, long before)
      throws Exception {
    List<Long> medians = new ArrayList<>();
    long operations = before;
    long now = clock.getAsLong();
    boolean settled = false;
    long[] samples = new long[1024];
    while (!settled && now - started < limit.toNanos()) {
      long windowEnd = now + window.toNanos();
      int count = 0;
      do {
        operation.run();
        long end = clock.getAsLong();
        if (count == samples.length) {
          samples = Arrays.copyOf(samples, count * 2);
        }
        samples[count++] = end - now;
        now = end;
      } while (now < windowEnd);
      operations += count;
      Arrays.sort(samples, 0, count);
      medians.add(samples[count / 2]);
      settled = operations >= minimum && isSettled(medians);
    }
    return new RunManifest.WarmUp(
        text(), settled, Duration.ofNanos(now - started), operations, medians);
  }

  /** Whether the last two blocks of windows agree. */
  boolean isSettled(List<Long> medians) {
    int size = medians.size();
    if (size < 2 * block) {
      return false;
    }
    long older = median(medians.subList(size - 2 * block, size - block));
    long newer = median(medians.subList(size - block, size));
    return Math.abs(newer - older) <= tolerance * Math.min(newer, older);
  }

  private static long median(List<Long> values) {
    List<Long> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
