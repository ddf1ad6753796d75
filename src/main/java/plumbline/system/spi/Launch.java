package plumbline.system.spi;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * One start of one server at one place.
 *
 * @param command program and arguments of a process; in a container the arguments of its image,
 *     empty for those of the image itself
 * @param environment variables in addition to those that there are
 * @param address where clients find it
 * @param conditions what belongs beside every figure, in addition to what the server says itself
 * @param isOurs whether what answers is the server that was started: another program may have taken
 *     the port in between
 */
public record Launch(
    List<String> command,
    Map<String, String> environment,
    Address address,
    Map<String, String> conditions,
    Predicate<ServerHandle> isOurs) {
  public Launch {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
    conditions = Map.copyOf(conditions);
  }

  /** A command, without variables and further conditions. */
  public static Launch of(List<String> command, Address address, Predicate<ServerHandle> isOurs) {
    return new Launch(command, Map.of(), address, Map.of(), isOurs);
  }

  /** The same with variables. */
  public Launch withEnvironment(Map<String, String> variables) {
    return new Launch(command, variables, address, conditions, isOurs);
  }

  /** The same with conditions. */
  public Launch withConditions(Map<String, String> more) {
    return new Launch(command, environment, address, more, isOurs);
  }
}
