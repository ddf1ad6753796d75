package plumbline.system;

import java.util.List;
import java.util.stream.Collectors;
import plumbline.problem.BadInputException;
import plumbline.system.kafka.KafkaSystem;
import plumbline.system.redis.RedisSystem;

/** The list of all systems that can be measured. */
public final class Systems {
  private static final List<ServerSystem> ALL = List.of(new KafkaSystem(), new RedisSystem());

  private Systems() {}

  /** All systems, in the order in which they are started. */
  public static List<ServerSystem> all() {
    return ALL;
  }

  /**
   * The system of a name.
   *
   * @throws BadInputException if there is none; the message lists those there are
   */
  public static ServerSystem named(String name) {
    return ALL.stream()
        .filter(system -> system.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    "no such system: "
                        + name
                        + "; there are "
                        + ALL.stream().map(ServerSystem::name).collect(Collectors.joining(", "))));
  }
}
