package plumbline.run.machine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.problem.CannotMeasureException;

/**
 * Waits, before a fork, until what earlier ones wrote is on the disk: the kernel keeps it for half
 * a minute and then writes it while something else is measured. Beyond {@value #MUCH_MEBIBYTES} MiB
 * that are still to be written, the kernel is asked to do so now ({@code sync}), which may take
 * {@value #LIMIT_SECONDS} s. Where the kernel does not tell, as on any system but Linux, nothing is
 * waited for.
 */
public final class QuietDisks {
  private static final long MEBIBYTE = 1 << 20;
  private static final long MUCH_MEBIBYTES = 64;
  private static final int LIMIT_SECONDS = 10;
  private static final Pattern UNWRITTEN =
      Pattern.compile("^(?:Dirty|Writeback):\\s*(\\d+) kB$", Pattern.MULTILINE);

  private final Supplier<OptionalLong> unwritten;
  private final Runnable sync;
  private final LongSupplier clock;

  private long forks;
  private long waits;
  private long nanos;
  private long longest;
  private long most;
  private long unended;

  /** Looks at this machine. */
  public QuietDisks() {
    this(
        () -> unwritten(new LinuxFiles(Path.of("/")).read("proc/meminfo")),
        QuietDisks::sync,
        System::nanoTime);
  }

  /**
   * Looks elsewhere.
   *
   * @param unwritten bytes that are not on the disk yet; empty if nobody tells
   * @param sync asks for them to be written, and waits within the limit
   * @param clock in nanoseconds
   */
  QuietDisks(Supplier<OptionalLong> unwritten, Runnable sync, LongSupplier clock) {
    this.unwritten = unwritten;
    this.sync = sync;
    this.clock = clock;
  }

  /** What the kernel says is not on the disk yet, in bytes; empty if it does not say. */
  static OptionalLong unwritten(String meminfo) {
    Matcher matcher = UNWRITTEN.matcher(meminfo);
    OptionalLong sum = OptionalLong.empty();
    while (matcher.find()) {
      sum = OptionalLong.of(sum.orElse(0) + Long.parseLong(matcher.group(1)) * 1024);
    }
    return sum;
  }

  private static void sync() {
    try {
      Process process = new ProcessBuilder("sync").start();
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      // A Linux without it. That what was to be written still is, the note tells.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotMeasureException("interrupted while waiting for quiet disks", e);
    }
  }

  /** A fork is about to start. */
  public void await() {
    forks++;
    long before = unwritten.get().orElse(0);
    most = Math.max(most, before);
    if (before <= MUCH_MEBIBYTES * MEBIBYTE) {
      return;
    }
    long start = clock.getAsLong();
    sync.run();
    long took = clock.getAsLong() - start;
    waits++;
    nanos += took;
    longest = Math.max(longest, took);
    if (unwritten.get().orElse(0) > MUCH_MEBIBYTES * MEBIBYTE) {
      unended++;
    }
  }

  /** What was seen until now, as one line; empty if nothing was waited for. */
  public Optional<String> note() {
    if (waits == 0) {
      return Optional.empty();
    }
    String left =
        unended == 0
            ? ""
            : String.format(
                Locale.ROOT,
                "; before %d of them more than %d MiB were left all the same, and may have been"
                    + " written while they measured",
                unended,
                MUCH_MEBIBYTES);
    return Optional.of(
        String.format(
            Locale.ROOT,
            "before %d of %s, what earlier ones had written was brought to the disk first: up"
                + " to %,d MiB, which took %s at most and %s in all%s",
            waits,
            forks + (forks == 1 ? " fork" : " forks"),
            most / MEBIBYTE,
            Durations.text(longest),
            Durations.text(nanos),
            left));
  }
}
