package plumbline.system.redis;

import java.util.ArrayList;
import java.util.List;

/** The options of a Redis that this program starts: memory only, as a cache has it. */
final class RedisOptions {
  private RedisOptions() {}

  /**
   * The whole command line.
   *
   * @param listen address on which it listens
   */
  static List<String> of(String listen, int port) {
    List<String> options = new ArrayList<>(network(listen, port));
    options.addAll(List.of("--save", "", "--appendonly", "no"));
    return options;
  }

  /** The part that says where it is reached. */
  static List<String> network(String listen, int port) {
    return List.of(
        "--port",
        Integer.toString(port),
        "--bind",
        listen,
        // Outside loopback only where a container's network needs it.
        "--protected-mode",
        listen.equals("127.0.0.1") ? "yes" : "no");
  }

  /** The other part as a configuration file, which the server can rewrite when it is changed. */
  static String file() {
    return """
        save ""
        appendonly no
        appendfsync everysec
        """;
  }
}
