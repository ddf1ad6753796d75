package plumbline.system.spi;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import plumbline.input.Processors;
import plumbline.problem.BadInputException;

/**
 * Which servers the user wants.
 *
 * @param origin where they come from
 * @param said what the user says of the systems
 * @param containers how containers are made, if any are
 * @param logs directory that gets one log file per server
 * @param prefix of the name of everything that this run makes on a server
 * @param pinned the only processors that each server may use; empty for all
 */
public record ServerRequest(
    Origin origin,
    Map<Setting, String> said,
    ContainerOptions containers,
    Path logs,
    String prefix,
    Optional<Processors> pinned) {

  /** One that pins nothing. */
  public ServerRequest(
      Origin origin,
      Map<Setting, String> said,
      ContainerOptions containers,
      Path logs,
      String prefix) {
    this(origin, said, containers, logs, prefix, Optional.empty());
  }

  /**
   * Checks the request.
   *
   * @throws BadInputException if the prefix could match what is somebody else's, a setting cannot
   *     be, or the options contradict each other
   */
  public ServerRequest {
    said = Map.copyOf(said);
    if (!prefix.matches("[A-Za-z0-9][A-Za-z0-9._-]{7,}")) {
      throw new BadInputException(
          "prefix '"
              + prefix
              + "' must have at least 8 letters, digits, points, underscores and hyphens: everything"
              + " that starts with it is deleted");
    }
    said.forEach(Setting::check);
    if (origin == Origin.CONTAINERS || origin == Origin.PROCESSES) {
      externalOption(said)
          .ifPresent(
              option -> {
                throw contradiction(option, origin);
              });
    }
    if (pinned.isPresent()) {
      checkPinning(origin, said, containers);
    }
    if (containers.hasLimits() && (origin == Origin.PROCESSES || origin == Origin.EXTERNAL)) {
      throw new BadInputException(
          containers.limitOptions()
              + ": only containers can be limited, and --servers "
              + origin.text()
              + " makes none; use --servers containers or auto");
    }
  }

  private static void checkPinning(
      Origin origin, Map<Setting, String> said, ContainerOptions containers) {
    Optional<String> own =
        origin == Origin.EXTERNAL ? Optional.of("--servers external") : externalOption(said);
    if (own.isPresent()) {
      throw new BadInputException(
          "--pin: a server of your own is not this program's to pin; leave out "
              + own.get()
              + ", or pin it yourself and leave out --pin");
    }
    if (containers.cpus().isPresent()) {
      throw new BadInputException(
          "--pin and --server-cpus both say which processors servers may use; give one of them");
    }
  }

  /** A request for the default: origin {@code auto} and no server of the user's own. */
  public static ServerRequest of(Path logs, String prefix) {
    return new ServerRequest(Origin.AUTO, Map.of(), ContainerOptions.defaults(), logs, prefix);
  }

  /** What the user says of a setting. */
  public Optional<String> value(Setting setting) {
    return Optional.ofNullable(said.get(setting));
  }

  /** The image that the user names, else the usual one. */
  public String image(Setting image) {
    return value(image).orElse(image.example());
  }

  /** Whether the user names a server of his own, of any system. */
  public boolean namesExternal() {
    return externalOption(said).isPresent();
  }

  /** The same with another folder for the servers' logs. */
  public ServerRequest withLogs(Path folder) {
    return new ServerRequest(origin, said, containers, folder, prefix, pinned);
  }

  /** The same with another origin. */
  public ServerRequest withOrigin(Origin other) {
    return new ServerRequest(other, said, containers, logs, prefix, pinned);
  }

  /** The same with containers made in another way. */
  public ServerRequest withContainers(ContainerOptions other) {
    return new ServerRequest(origin, said, other, logs, prefix, pinned);
  }

  /** The same with another value of a setting. */
  public ServerRequest with(Setting setting, String value) {
    Map<Setting, String> more = new LinkedHashMap<>(said);
    more.put(setting, value);
    return new ServerRequest(origin, more, containers, logs, prefix, pinned);
  }

  /** The same with servers on some processors only. */
  public ServerRequest pinnedTo(Processors processors) {
    return new ServerRequest(origin, said, containers, logs, prefix, Optional.of(processors));
  }

  /** The first in alphabetical order. */
  private static Optional<String> externalOption(Map<Setting, String> said) {
    return said.keySet().stream()
        .filter(setting -> setting.kind().isExternal())
        .map(Setting::option)
        .sorted()
        .findFirst();
  }

  private static BadInputException contradiction(String option, Origin origin) {
    return new BadInputException(
        option
            + " names a server of your own, but --servers "
            + origin.text()
            + " starts one: use --servers external or auto");
  }

  /** Without what the user says: an address may hold a password. */
  @Override
  public String toString() {
    return "servers " + origin.text() + " for " + prefix;
  }
}
