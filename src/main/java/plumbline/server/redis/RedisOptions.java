package plumbline.server.redis;

import java.util.List;

/** The command line of a Redis that this program starts: memory only, as a cache has it. */
final class RedisOptions {
  private RedisOptions() {}

  /**
   * The options.
   *
   * @param listen address on which it listens
   */
  static List<String> of(String listen, int port) {
    return List.of(
        "--port",
        Integer.toString(port),
        "--bind",
        listen,
        "--save",
        "",
        "--appendonly",
        "no",
        // Outside loopback only where a container's network needs it.
        "--protected-mode",
        listen.equals("127.0.0.1") ? "yes" : "no");
  }
}
