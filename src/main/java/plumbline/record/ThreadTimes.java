package plumbline.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Processor time of each thread of a process, as Linux's scheduler counts it in nanoseconds. A
 * client or a server whose busiest thread never rests is at its limit, however many processors are
 * idle beside it.
 *
 * <p>The compilers of a JVM are left out: they are no part of the load that is sent or served.
 */
final class ThreadTimes {
  private static final int RAN = 0;

  /** What Linux calls the threads of HotSpot's compilers: it cuts names to 15 letters. */
  private static final String COMPILERS = "C[12] CompilerThre.*";

  private final Path tasks;
  private Map<String, Long> start = Map.of();

  /** Watches the threads in a folder such as {@code /proc/42/task}. */
  ThreadTimes(Path tasks) {
    this.tasks = tasks;
  }

  /** Watches those of this JVM. */
  static ThreadTimes ofThisFork() {
    return new ThreadTimes(Path.of("/proc/self/task"));
  }

  /** Watches those of another process of this machine; of none if the id is empty. */
  static ThreadTimes of(OptionalLong pid) {
    return new ThreadTimes(
        Path.of("/proc", pid.isPresent() ? pid.getAsLong() + "" : "nobody", "task"));
  }

  /** Begins anew. */
  void begin() {
    start = times();
  }

  /**
   * Nanoseconds that the busiest thread took since {@link #begin()}; empty where nobody tells. One
   * that has ended meanwhile is not known.
   *
   * @param idle by thread, for how long it only waited although it had a processor
   */
  OptionalLong busiest(Map<String, Long> idle) {
    return times().entrySet().stream()
        .mapToLong(
            entry ->
                entry.getValue()
                    - start.getOrDefault(entry.getKey(), 0L)
                    - idle.getOrDefault(entry.getKey(), 0L))
        .map(nanos -> Math.max(0, nanos))
        .max();
  }

  /** The name of the calling thread in {@link #busiest}; empty where the kernel does not tell. */
  static String current() {
    try {
      return Files.readSymbolicLink(Path.of("/proc/thread-self")).getFileName().toString();
    } catch (IOException e) {
      // Another system than Linux, where nobody asks for times by thread either.
      return "";
    }
  }

  private Map<String, Long> times() {
    Map<String, Long> times = new HashMap<>();
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
      for (Path thread : threads) {
        if (!name(thread).matches(COMPILERS)) {
          SchedulerTimes.word(thread.resolve("schedstat"), RAN)
              .ifPresent(nanos -> times.put(thread.getFileName().toString(), nanos));
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // Another system than Linux, or a process that has ended or belongs to somebody else.
      return Map.of();
    }
    return times;
  }

  private static String name(Path thread) {
    try {
      return Files.readString(thread.resolve("comm"), StandardCharsets.ISO_8859_1).strip();
    } catch (IOException e) {
      // It has ended meanwhile, and its time cannot be read either.
      return "";
    }
  }
}
