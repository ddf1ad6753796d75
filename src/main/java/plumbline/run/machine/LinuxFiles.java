package plumbline.run.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What Linux tells in {@code /sys} and {@code /proc}. On another system, or where a file is missing
 * or may not be read, the answer is the empty string: such a file is a courtesy, not a promise.
 */
final class LinuxFiles {
  private final Path root;

  /** Reads below a folder: the root of the file system, or something else in tests. */
  LinuxFiles(Path root) {
    this.root = root;
  }

  /** The kernel's clock source, such as {@code tsc} or {@code kvm-clock}. */
  String clockSource() {
    return read("sys/devices/system/clocksource/clocksource0/current_clocksource");
  }

  /** The CPU frequency governor; several, joined by commas, if the processors differ. */
  String governor() {
    Path cpus = root.resolve("sys/devices/system/cpu");
    if (!Files.isDirectory(cpus)) {
      return "";
    }
    SortedSet<String> governors = new TreeSet<>();
    try (DirectoryStream<Path> each = Files.newDirectoryStream(cpus, "cpu[0-9]*")) {
      for (Path cpu : each) {
        governors.add(read(cpu.resolve("cpufreq/scaling_governor")));
      }
    } catch (IOException e) {
      return "";
    }
    governors.remove("");
    return String.join(",", governors);
  }

  /**
   * How processors fall asleep when they have nothing to do: driver, governor, and the parameters
   * of both; the empty string where they do not, or the kernel does not tell.
   */
  String idle() {
    String driver = read("sys/devices/system/cpu/cpuidle/current_driver");
    String governor = read("sys/devices/system/cpu/cpuidle/current_governor");
    if (driver.isEmpty() || driver.equals("none")) {
      return "";
    }
    StringBuilder text = new StringBuilder("driver ").append(driver);
    text.append(governor.isEmpty() ? "" : ", governor " + governor);
    for (String module : new TreeSet<>(List.of(driver, governor))) {
      Path parameters = root.resolve("sys/module/" + module + "/parameters");
      if (!module.isEmpty() && Files.isDirectory(parameters)) {
        parameters(parameters).forEach((name, value) -> text.append(", " + name + "=" + value));
      }
    }
    return text.toString();
  }

  private static SortedMap<String, String> parameters(Path folder) {
    SortedMap<String, String> parameters = new TreeMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        parameters.put(file.getFileName().toString(), read(file));
      }
    } catch (IOException e) {
      // Those that were read are told.
    }
    parameters.values().removeIf(String::isEmpty);
    return parameters;
  }

  /** The processors that this process may use, by number, as its status lists them: 0-3,8. */
  List<Integer> allowedProcessors() {
    List<Integer> processors = new ArrayList<>();
    for (String line : read("proc/self/status").split("\n")) {
      if (line.startsWith("Cpus_allowed_list:")) {
        for (String range : line.substring(line.indexOf(':') + 1).strip().split(",")) {
          String[] ends = range.split("-");
          int last = Integer.parseInt(ends[ends.length - 1]);
          for (int number = Integer.parseInt(ends[0]); number <= last; number++) {
            processors.add(number);
          }
        }
      }
    }
    return processors;
  }

  /** The setting of transparent huge pages that is in force: always, madvise or never. */
  String transparentHugePages() {
    // The file shows all choices and marks one: always [madvise] never
    String choices = read("sys/kernel/mm/transparent_hugepage/enabled");
    int open = choices.indexOf('[');
    int close = choices.indexOf(']', open + 1);
    return open < 0 || close < 0 ? "" : choices.substring(open + 1, close);
  }

  /** The text of a file below the root without surrounding blanks. */
  String read(String file) {
    return read(root.resolve(file));
  }

  /** Whether a file or folder is there. */
  boolean has(String file) {
    return Files.exists(root.resolve(file));
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return "";
    }
  }
}
