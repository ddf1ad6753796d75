package plumbline.system;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import plumbline.problem.CannotMeasureException;
import plumbline.system.janitor.Janitor;

/** A server of the user's own. It is never ended; at the end it loses what this run made on it. */
public final class ExternalInstance implements Instance {
  /** The longest time until the first answer. */
  public static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

  private static final Duration ALIVE_LIMIT = Duration.ofSeconds(2);

  private final ServerSystem system;
  private final Map<String, String> endpoints;
  private final String displayEndpoint;
  private final String prefix;
  private final Janitor janitor;
  private boolean watched;

  private ExternalInstance(
      ServerSystem system,
      Map<String, String> endpoints,
      String displayEndpoint,
      StartContext context) {
    this.system = system;
    this.endpoints = Map.copyOf(endpoints);
    this.displayEndpoint = displayEndpoint;
    this.prefix = context.request().prefix();
    this.janitor = context.janitor();
  }

  /**
   * Connects to a server of the user's own.
   *
   * @param endpoints in the key form of {@link plumbline.system.endpoint.Endpoints#of}
   * @param displayEndpoint the address without user and password
   * @throws CannotMeasureException if no answer comes within {@link #CONNECT_LIMIT}
   */
  public static ServerHandle connect(
      ServerSystem system,
      Map<String, String> endpoints,
      String displayEndpoint,
      StartContext context) {
    ExternalInstance instance = new ExternalInstance(system, endpoints, displayEndpoint, context);
    ServerHandle handle =
        ManagedServer.start(
            system, context, instance, endpoints, displayEndpoint, Map.of(), CONNECT_LIMIT);
    instance.watch();
    return handle;
  }

  private void watch() {
    janitor.watchPrefix(system.name(), endpoints, prefix);
    watched = true;
  }

  @Override
  public Provider provider() {
    return Provider.EXTERNAL;
  }

  @Override
  public SortedMap<String, String> conditions() {
    return new TreeMap<>(Map.of("network", "external"));
  }

  @Override
  public OptionalLong pid() {
    return OptionalLong.empty();
  }

  @Override
  public Optional<Path> logFile() {
    return Optional.empty();
  }

  @Override
  public Optional<Path> dataDirectory() {
    return Optional.empty();
  }

  @Override
  public void start() {
    // It runs, or not: the first question tells.
  }

  @Override
  public boolean foundPortTaken() {
    return false;
  }

  @Override
  public boolean isAlive() {
    return problem().isEmpty();
  }

  @Override
  public String diagnosis() {
    return problem().orElse(system.name() + " (external) answers at " + displayEndpoint);
  }

  private Optional<String> problem() {
    try {
      system.dialect().ping(endpoints, ALIVE_LIMIT);
      return Optional.empty();
    } catch (NoAnswerException e) {
      return Optional.of(system.name() + " at " + displayEndpoint + " " + e.getMessage());
    }
  }

  @Override
  public void stop() {
    throw notOurs();
  }

  @Override
  public void kill() {
    throw notOurs();
  }

  private CannotMeasureException notOurs() {
    return new CannotMeasureException(
        system.name() + " at " + displayEndpoint + " is external and is not ours to end");
  }

  @Override
  public void close() {
    if (!watched) {
      return;
    }
    watched = false;
    // An interrupted run still has to remove what it made.
    boolean interrupted = Thread.interrupted();
    try {
      system.dialect().cleanUp(endpoints, prefix, CONNECT_LIMIT);
    } catch (NoAnswerException e) {
      throw new CannotMeasureException(
          system.name()
              + " at "
              + displayEndpoint
              + " "
              + e.getMessage()
              + ": what starts with '"
              + prefix
              + "' may be left on it",
          e);
    } finally {
      janitor.forgetPrefix(system.name(), prefix);
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
