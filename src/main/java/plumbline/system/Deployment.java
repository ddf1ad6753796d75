package plumbline.system;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import plumbline.problem.BadInputException;
import plumbline.system.spi.ContainerNetwork;
import plumbline.system.spi.Origin;
import plumbline.system.spi.ServerRequest;

/**
 * Servers of one kind, of which a plan can have several up at once, to compare where they come
 * from.
 */
public enum Deployment {
  PROCESSES(Origin.PROCESSES, null),
  CONTAINERS_HOST(Origin.CONTAINERS, ContainerNetwork.HOST),
  CONTAINERS_PUBLISHED(Origin.CONTAINERS, ContainerNetwork.PUBLISHED);

  private final Origin origin;
  private final ContainerNetwork network;

  Deployment(Origin origin, ContainerNetwork network) {
    this.origin = origin;
    this.network = network;
  }

  /** The name in plans and files: lower case, such as {@code containers-published}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether its servers are containers. */
  public boolean hasContainers() {
    return origin == Origin.CONTAINERS;
  }

  /** How its containers are reached; empty for processes. */
  public Optional<ContainerNetwork> network() {
    return Optional.ofNullable(network);
  }

  /** A request like this one, for the servers of this deployment. */
  public ServerRequest of(ServerRequest request) {
    ServerRequest own = request.withOrigin(origin);
    return network()
        .map(wanted -> own.withContainers(own.containers().withNetwork(wanted)))
        .orElse(own);
  }

  /**
   * Reads what {@link #text()} wrote.
   *
   * @throws BadInputException if the text names none; the message lists those there are
   */
  public static Deployment of(String text) {
    for (Deployment deployment : values()) {
      if (deployment.text().equals(text)) {
        return deployment;
      }
    }
    throw new BadInputException(
        "no such set of servers: "
            + text
            + "; there are "
            + Arrays.stream(values()).map(Deployment::text).collect(Collectors.joining(", ")));
  }
}
