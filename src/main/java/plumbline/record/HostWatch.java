package plumbline.record;

import java.util.Optional;

/**
 * Ends this fork when the host is gone. A host that was killed cannot end its forks, and JMH's
 * forks notice only when they next report, which may be a minute later.
 */
final class HostWatch {
  private static final long INTERVAL_MILLIS = 500;
  private static final int EXIT_CODE = 3;

  private HostWatch() {}

  /** Starts watching if the host said who it is. */
  static void start() {
    Optional.ofNullable(Long.getLong(HistogramProfiler.HOST_PROPERTY))
        .ifPresent(
            host -> {
              Thread thread = new Thread(() -> watch(host), "host-watch");
              thread.setDaemon(true);
              thread.start();
            });
  }

  private static void watch(long host) {
    while (ProcessHandle.of(host).map(ProcessHandle::isAlive).orElse(false)) {
      try {
        Thread.sleep(INTERVAL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    // No hooks: they could wait for servers that are gone as well.
    Runtime.getRuntime().halt(EXIT_CODE);
  }
}
