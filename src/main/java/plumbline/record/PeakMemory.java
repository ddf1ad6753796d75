package plumbline.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The most memory that a process has held: what Linux calls the high water mark. */
final class PeakMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s*(\\d+)\\s*kB");
  private static final long BYTES_PER_KIBIBYTE = 1024;

  private PeakMemory() {}

  /** Of this process since it started, in bytes; empty where the kernel does not tell. */
  static OptionalLong ofThisProcess() {
    return of(STATUS);
  }

  /** In bytes; empty if there is no such file, as on other systems, or no such line in it. */
  static OptionalLong of(Path status) {
    List<String> lines;
    try {
      lines = Files.readAllLines(status, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return OptionalLong.empty();
    }
    for (String line : lines) {
      Matcher peak = PEAK.matcher(line);
      if (peak.matches()) {
        return OptionalLong.of(Long.parseLong(peak.group(1)) * BYTES_PER_KIBIBYTE);
      }
    }
    return OptionalLong.empty();
  }
}
