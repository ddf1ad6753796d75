package plumbline.system;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import plumbline.problem.BadInputException;

/**
 * One of several sets of servers that a plan can have up at once, to compare where they come from.
 */
public enum ServerSet {
  PROCESSES(Provider.PROCESSES, null),
  CONTAINERS_HOST(Provider.CONTAINERS, ContainerNetwork.HOST),
  CONTAINERS_PUBLISHED(Provider.CONTAINERS, ContainerNetwork.PUBLISHED);

  private final Provider provider;
  private final ContainerNetwork network;

  ServerSet(Provider provider, ContainerNetwork network) {
    this.provider = provider;
    this.network = network;
  }

  /** The name in plans and files: lower case, such as {@code containers-published}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether its servers are containers. */
  public boolean hasContainers() {
    return provider == Provider.CONTAINERS;
  }

  /** How its containers are reached; empty for processes. */
  public Optional<ContainerNetwork> network() {
    return Optional.ofNullable(network);
  }

  /** A request like this one, for the servers of this set. */
  public ServerRequest of(ServerRequest request) {
    ServerRequest own = request.withProvider(provider);
    return network()
        .map(wanted -> own.withContainers(own.containers().withNetwork(wanted)))
        .orElse(own);
  }

  /**
   * Reads what {@link #text()} wrote.
   *
   * @throws BadInputException if the text names no set; the message lists those there are
   */
  public static ServerSet of(String text) {
    for (ServerSet set : values()) {
      if (set.text().equals(text)) {
        return set;
      }
    }
    throw new BadInputException(
        "no such set of servers: "
            + text
            + "; there are "
            + Arrays.stream(values()).map(ServerSet::text).collect(Collectors.joining(", ")));
  }
}
