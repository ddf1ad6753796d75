package plumbline.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Time that Linux's scheduler, or a hypervisor below it, kept from whoever wanted to run. */
final class SchedulerTimes {
  private static final Path THREAD = Path.of("/proc/thread-self/schedstat");
  private static final Path MACHINE = Path.of("/proc/stat");

  /** The kernel's ticks in these files are hundredths of a second, whatever its own are. */
  private static final long TICK_NANOS = 10_000_000;

  /** Where the first line of {@code /proc/stat} has stolen ticks, and a thread's file its wait. */
  private static final int STOLEN = 8;

  private static final int WAITED = 1;

  private SchedulerTimes() {}

  /**
   * Nanoseconds for which the calling thread has waited for a processor although it could have run;
   * empty where the kernel does not tell.
   */
  static OptionalLong waited() {
    return word(THREAD, WAITED);
  }

  /** Nanoseconds that a hypervisor kept all processors together from this machine, as above. */
  static OptionalLong stolen() {
    OptionalLong ticks = word(MACHINE, STOLEN);
    return ticks.isPresent() ? OptionalLong.of(ticks.getAsLong() * TICK_NANOS) : ticks;
  }

  static OptionalLong word(Path file, int index) {
    try {
      String line =
          Files.readString(file, StandardCharsets.ISO_8859_1).lines().findFirst().orElse("");
      String[] words = line.strip().split("\\s+");
      return words.length > index && words[index].matches("\\d{1,18}")
          ? OptionalLong.of(Long.parseLong(words[index]))
          : OptionalLong.empty();
    } catch (IOException e) {
      // Another system than Linux, or a kernel that keeps it to itself.
      return OptionalLong.empty();
    }
  }
}
