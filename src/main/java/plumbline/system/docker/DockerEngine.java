package plumbline.system.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import plumbline.problem.BadInputException;
import plumbline.problem.CannotMeasureException;
import plumbline.system.process.Pause;
import plumbline.system.spi.ContainerNetwork;

/** An engine: Docker, or what speaks its protocol. */
public final class DockerEngine {
  /** The longest time until an engine has answered at all. */
  public static final Duration PING_LIMIT = Duration.ofSeconds(5);

  /** The longest time for one answer later on. */
  static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);

  /** The longest time until it has said what it is, with the time to load a client's classes. */
  private static final Duration PROBE_LIMIT = Duration.ofSeconds(30);

  private static final Duration REMOVE_LIMIT = Duration.ofSeconds(10);
  private static final long PAUSE_MILLIS = 200;

  private static final String NONE =
      "there is no Docker engine: DOCKER_HOST is not set and there is no /var/run/docker.sock";

  private final EngineLink link;
  private final EngineNetwork network;

  private DockerEngine(EngineLink link, EngineNetwork network) {
    this.link = link;
    this.network = network;
  }

  /**
   * The engine of this machine: that of {@code DOCKER_HOST}, else the first that answers at one of
   * the usual sockets.
   *
   * @throws CannotMeasureException if none answers within {@link #PING_LIMIT}; the message is the
   *     reason
   */
  public static DockerEngine find() {
    return find(Machine.current(), PING_LIMIT);
  }

  static DockerEngine find(Machine machine, Duration limit) {
    List<String> candidates = machine.engineAddresses();
    if (candidates.isEmpty()) {
      throw new CannotMeasureException(NONE);
    }
    long end = System.nanoTime() + limit.toNanos();
    CannotMeasureException problem = null;
    for (int i = 0; i < candidates.size(); i++) {
      // One that hangs must leave time for the others.
      Duration share =
          Duration.ofNanos(Math.max(1, end - System.nanoTime())).dividedBy(candidates.size() - i);
      try {
        return probe(candidates.get(i), machine, share);
      } catch (CannotMeasureException e) {
        problem = problem == null ? e : problem;
      }
    }
    throw problem;
  }

  private static DockerEngine probe(String address, Machine machine, Duration limit) {
    EngineLink link = new EngineLink(EngineTransport.of(address, machine));
    try {
      EnginePing.ask(link, limit);
      EngineNetwork network =
          link.ask(PROBE_LIMIT, client -> EngineNetwork.of(client, link.address(), machine));
      EngineStrategy.choose(link);
      return new DockerEngine(link, network);
    } catch (DockerException e) {
      throw new CannotMeasureException(link + " answers with an error: " + EngineErrors.line(e), e);
    }
  }

  /** An engine that has not been asked anything yet. */
  static DockerEngine at(String address) {
    EngineLink link = new EngineLink(EngineTransport.of(address, Machine.current()));
    return new DockerEngine(link, EngineNetwork.unknown(link.address()));
  }

  /** The address, such as {@code unix:///var/run/docker.sock}. */
  public URI address() {
    return link.address();
  }

  /**
   * How to wire a container.
   *
   * @param wanted what the user asks for, if anything
   * @throws BadInputException if that is the host's network and this engine has its own
   */
  public Wiring wire(Optional<ContainerNetwork> wanted) {
    return network.wire(wanted);
  }

  /** Whether this machine is the engine's, so that its process ids are ours. */
  boolean isHere() {
    return network.shared() == EngineNetwork.Shared.YES;
  }

  /** See {@link EngineLink#ask}. */
  <T> T ask(Duration limit, Function<DockerClient, T> question) {
    return link.ask(limit, question);
  }

  /**
   * Makes sure that images are there. Those that are not are pulled, all at once.
   *
   * @param progress takes a line now and then
   * @throws CannotMeasureException if one is not there and does not come
   */
  public void ensureImages(List<String> images, Consumer<String> progress) {
    List<String> missing = images.stream().filter(image -> !hasImage(image)).toList();
    if (!missing.isEmpty()) {
      new ImagePulls(link, progress).run(missing);
    }
  }

  /**
   * Removes containers that earlier runs could not remove, because the machine went down.
   *
   * @return how many there were
   * @throws CannotMeasureException if the engine does not answer
   */
  public int removeLeftovers() {
    return Leftovers.remove(link, Instant.now());
  }

  boolean hasImage(String image) {
    try {
      ask(ANSWER_LIMIT, client -> client.inspectImageCmd(image).exec());
      return true;
    } catch (NotFoundException e) {
      return false;
    } catch (DockerException e) {
      throw new CannotMeasureException(
          link + " does not tell whether it has " + image + ": " + EngineErrors.line(e), e);
    }
  }

  /** Ends and removes a container with its volumes. */
  void remove(String container) {
    removeFrom(link, container);
  }

  /**
   * Ends and removes a container with its volumes. No probing comes first, so this may be tried
   * again and again.
   *
   * @param address of the engine
   * @param container id or name
   * @return whether there was one
   * @throws CannotMeasureException if the engine refuses or does not answer
   */
  public static boolean remove(String address, String container) {
    return removeFrom(at(address).link, container);
  }

  static boolean removeFrom(EngineLink link, String container) {
    long end = System.nanoTime() + REMOVE_LIMIT.toNanos();
    boolean seen = false;
    while (System.nanoTime() < end) {
      try {
        link.ask(
            REMOVE_LIMIT,
            client ->
                client
                    .removeContainerCmd(container)
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec());
        return true;
      } catch (NotFoundException e) {
        return seen;
      } catch (ConflictException e) {
        // Somebody else is removing it: gone it is only when it is not found.
        seen = true;
        // What is ours has to go all the same.
        Pause.unlessInterrupted(PAUSE_MILLIS);
      } catch (DockerException e) {
        throw new CannotMeasureException(
            link + " did not remove the container " + container + ": " + EngineErrors.line(e), e);
      }
    }
    throw new CannotMeasureException(
        link + " did not remove the container " + container + " in time");
  }
}
