package plumbline.run.machine;

import java.util.Locale;

/** Short durations as people say them. */
public final class Durations {
  private static final long MICROSECOND = 1_000;
  private static final long MILLISECOND = 1_000_000;
  private static final long SECOND = 1_000_000_000;

  private Durations() {}

  /** Such as {@code 85 ns}, {@code 58 us}, {@code 1.2 ms} or {@code 2.5 s}. */
  public static String text(long nanos) {
    if (nanos < MICROSECOND) {
      return nanos + " ns";
    }
    if (nanos < MILLISECOND) {
      return scaled(nanos, MICROSECOND, "us");
    }
    return nanos < SECOND ? scaled(nanos, MILLISECOND, "ms") : scaled(nanos, SECOND, "s");
  }

  private static String scaled(long nanos, long unit, String name) {
    double value = (double) nanos / unit;
    return String.format(Locale.ROOT, value < 10 ? "%.1f %s" : "%.0f %s", value, name);
  }
}
