package plumbline.bench.memcached;

import com.spotify.folsom.guava.HostAndPort;
import plumbline.system.endpoint.Endpoints;

/** What all benchmarks of Memcached share. */
final class Memcached {
  /**
   * How long a key lives, in seconds. Memcached cannot list its keys, so what a killed fork leaves
   * behind goes only by itself; a fork that measured for longer would find its key gone, and fail.
   */
  static final int TTL_SECONDS = 3_600;

  private Memcached() {}

  /** Where the run's Memcached is. */
  static HostAndPort address() {
    return HostAndPort.fromString(Endpoints.current().of("memcached", "address").get("address"));
  }
}
