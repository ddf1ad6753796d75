package plumbline.run.machine;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import plumbline.system.process.Pause;

/**
 * Waits until nothing else is at work on this machine: compilers of servers that have just been
 * warmed, or whatever its user does. A load average would not do, because it remembers a minute.
 */
public final class QuietMachine {
  /** This share of all processors' time is left to others. */
  private static final double QUIET = 0.10;

  private static final int LIMIT_SECONDS = 30;
  private static final long SECOND_MILLIS = 1_000;

  private final DoubleSupplier load;
  private final Runnable second;

  QuietMachine(DoubleSupplier load, Runnable second) {
    this.load = load;
    this.second = second;
  }

  /**
   * Waits, for {@value #LIMIT_SECONDS} s at most.
   *
   * @param progress takes one line if it has to wait
   * @return what was seen, as one line, unless the machine was quiet from the beginning
   */
  public static Optional<String> await(Consumer<String> progress) {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return new QuietMachine(
            system::getCpuLoad, () -> Pause.of(SECOND_MILLIS, "waiting for a quiet machine"))
        .waited(progress);
  }

  Optional<String> waited(Consumer<String> progress) {
    // The first answer is about the time since whoever asked last.
    if (Double.isNaN(load.getAsDouble())) {
      return Optional.empty();
    }
    second.run();
    double first = load.getAsDouble();
    double seen = first;
    for (int waited = 0; waited < LIMIT_SECONDS; waited++) {
      if (!(seen > QUIET)) {
        return waited == 0
            ? Optional.empty()
            : Optional.of(
                String.format(
                    Locale.ROOT,
                    "waited %d s until the machine was quiet: %.0f %% of its processors' time was"
                        + " taken, then %.0f %%",
                    waited,
                    100 * first,
                    100 * seen));
      }
      if (waited == 0) {
        progress.accept("waiting until the machine is quiet");
      }
      second.run();
      seen = load.getAsDouble();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "the machine was not quiet: %.0f %% of its processors' time was taken when the first"
                + " round began, after %d s of waiting",
            100 * seen,
            LIMIT_SECONDS));
  }
}
