package plumbline.record;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Processor time that the process of the server takes, as the operating system counts it: on Linux
 * in steps of 10 ms. Not known for a server whose process is not on this machine.
 */
final class ServerUsage {
  private final OptionalLong pid;
  private OptionalLong start = OptionalLong.empty();

  /** Watches the process of an id; none if it is empty. */
  ServerUsage(OptionalLong pid) {
    this.pid = pid;
  }

  /** The server that the host named, see {@link HistogramProfiler#SERVER_PROPERTY}. */
  static ServerUsage ofThisFork() {
    return new ServerUsage(pid());
  }

  /** Its process, where it is on this machine. */
  static OptionalLong pid() {
    Long pid = Long.getLong(HistogramProfiler.SERVER_PROPERTY);
    return pid == null ? OptionalLong.empty() : OptionalLong.of(pid);
  }

  /** Begins anew. */
  void begin() {
    start = nanos();
  }

  /** Processor time since {@link #begin()}, in nanoseconds; empty if it is not known. */
  OptionalLong nanosSinceBegin() {
    OptionalLong now = nanos();
    return start.isPresent() && now.isPresent()
        ? OptionalLong.of(Math.max(0, now.getAsLong() - start.getAsLong()))
        : OptionalLong.empty();
  }

  private OptionalLong nanos() {
    if (pid.isEmpty()) {
      return OptionalLong.empty();
    }
    Optional<Duration> total =
        ProcessHandle.of(pid.getAsLong()).flatMap(handle -> handle.info().totalCpuDuration());
    return total.isPresent() ? OptionalLong.of(total.get().toNanos()) : OptionalLong.empty();
  }
}
