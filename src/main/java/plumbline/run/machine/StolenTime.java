package plumbline.run.machine;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import plumbline.system.check.Check;

/**
 * Processor time that a hypervisor gave to others while this machine wanted it, as Linux counts it
 * in {@code /proc/stat}.
 *
 * @param all time of all processors since the start, in the kernel's ticks
 * @param stolen the part of it that was stolen
 */
record StolenTime(long all, long stolen) {
  private static final String NAME = "Stolen time";
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /** The place of the stolen ticks in the line, whose first word is {@code cpu}. */
  private static final int STOLEN = 8;

  /** Beyond p99 lies one operation in a hundred. */
  private static final double TAIL_PERCENT = 1.0;

  /** Until now; empty where the kernel does not tell. */
  static Optional<StolenTime> read(LinuxFiles files) {
    String[] words = BLANKS.split(files.read("proc/stat").lines().findFirst().orElse(""));
    if (words.length <= STOLEN || !words[0].equals("cpu")) {
      return Optional.empty();
    }
    long all = 0;
    // What stands behind the stolen ticks, those of guests, is counted before it already.
    for (int word = 1; word <= STOLEN; word++) {
      if (!words[word].matches("\\d{1,18}")) {
        return Optional.empty();
      }
      all += Long.parseLong(words[word]);
    }
    return Optional.of(new StolenTime(all, Long.parseLong(words[STOLEN])));
  }

  /** The share of the time between two readings, in percent; empty if there was none. */
  static OptionalDouble percent(Optional<StolenTime> before, Optional<StolenTime> after) {
    if (before.isEmpty() || after.isEmpty() || after.get().all <= before.get().all) {
      return OptionalDouble.empty();
    }
    double stolen = (double) Math.max(0, after.get().stolen - before.get().stolen);
    return OptionalDouble.of(100.0 * stolen / (after.get().all - before.get().all));
  }

  /** What a share means. */
  static Check check(OptionalDouble percent) {
    if (percent.isEmpty()) {
      return Check.ok(NAME, "not known here");
    }
    String detail =
        String.format(
            Locale.ROOT, "%.2f %% of the processors' time went to others", percent.getAsDouble());
    return percent.getAsDouble() >= TAIL_PERCENT
        ? Check.warning(
            NAME,
            detail + ", as much as lies beyond p99: a tail may be the hypervisor's",
            "use a machine whose processors are not shared")
        : Check.ok(NAME, detail);
  }
}
