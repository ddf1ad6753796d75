package plumbline.system.instance;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import plumbline.problem.CannotMeasureException;
import plumbline.system.janitor.Janitor;
import plumbline.system.spi.Address;
import plumbline.system.spi.NoAnswerException;
import plumbline.system.spi.Origin;
import plumbline.system.spi.Removal;
import plumbline.system.spi.ServerSystem;

/** A server of the user's own. It is never ended; at the end it loses what this run made on it. */
public final class ExternalInstance implements Instance {
  /** The longest time until the first answer. */
  public static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

  private static final Duration ALIVE_LIMIT = Duration.ofSeconds(2);

  private final ServerSystem system;
  private final Address address;
  private final StartContext context;
  private final String prefix;
  private final Janitor janitor;
  private boolean watched;

  /** A server that was not spoken to yet. */
  public ExternalInstance(ServerSystem system, Address address, StartContext context) {
    this.system = system;
    this.address = address;
    this.context = context;
    this.prefix = context.request().prefix();
    this.janitor = context.janitor();
  }

  /** From now on, what the run makes on it is removed in the end, also by the janitor. */
  public void watch() {
    janitor.watchPrefix(system.id(), address.endpoints(), prefix);
    watched = true;
  }

  @Override
  public Origin origin() {
    return Origin.EXTERNAL;
  }

  @Override
  public SortedMap<String, String> conditions() {
    return new TreeMap<>(Map.of("network", "external"));
  }

  @Override
  public void start() {
    // It runs, or not: the first question tells.
  }

  @Override
  public boolean isAlive() {
    return problem().isEmpty();
  }

  @Override
  public String diagnosis() {
    return problem().orElse(system.id() + " (external) answers at " + address.display());
  }

  private Optional<String> problem() {
    try {
      system.dialect().ping(address.endpoints(), ALIVE_LIMIT);
      return Optional.empty();
    } catch (NoAnswerException e) {
      return Optional.of(name() + " " + e.getMessage());
    }
  }

  private String name() {
    return system.id() + " at " + address.display();
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
    return new CannotMeasureException(name() + " is external and is not ours to end");
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
      Removal removal = system.dialect().remove(address.endpoints(), prefix, CONNECT_LIMIT);
      if (!(removal instanceof Removal.Removed)) {
        context.progress().accept(name() + " " + removal.text());
      }
    } catch (NoAnswerException e) {
      throw new CannotMeasureException(
          name() + " " + e.getMessage() + ": what starts with '" + prefix + "' may be left on it",
          e);
    } finally {
      janitor.forgetPrefix(system.id(), prefix);
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
