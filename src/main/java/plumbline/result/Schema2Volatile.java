package plumbline.result;

import java.util.List;

/**
 * The keys of servers' configurations that differ between any two starts of the same server, or any
 * two times of one, in runs of schema 1 and 2, which did not write them down.
 */
final class Schema2Volatile {
  static final List<String> KEYS =
      List.of(
          "port",
          "pidfile",
          "info.config_file",
          "info.tcp_port",
          "info.process_id",
          "info.run_id",
          "info.cluster.id",
          "info.hz",
          "info.lru_clock",
          "info.server_time_usec",
          "info.uptime_in_seconds",
          "info.uptime_in_days");

  private Schema2Volatile() {}
}
