package plumbline.system.instance;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.problem.CannotMeasureException;
import plumbline.system.janitor.Watch;
import plumbline.system.spi.Address;
import plumbline.system.spi.Launch;
import plumbline.system.spi.NoAnswerException;
import plumbline.system.spi.Origin;
import plumbline.system.spi.Removal;
import plumbline.system.spi.ServerHandle;
import plumbline.system.spi.ServerSystem;

/** A server of the user's own. It is never ended; at the end it loses what this run made on it. */
public final class ExternalServer extends ServerHandle {
  private static final Duration ALIVE_LIMIT = Duration.ofSeconds(2);

  private final ServerSystem system;
  private final StartContext context;
  private boolean watched;

  /** A server that was not spoken to yet. */
  public ExternalServer(ServerSystem system, Address address, StartContext context) {
    super(
        system,
        Origin.EXTERNAL,
        Launch.of(List.of(), address, handle -> true),
        context.request().prefix());
    this.system = system;
    this.context = context;
  }

  /** From now on, what the run makes on it is removed in the end, also by the janitor. */
  public void watch() {
    context.janitor().watch(remainder());
    watched = true;
  }

  private Watch remainder() {
    return new Watch.OfPrefix(system(), prefix(), endpoints());
  }

  @Override
  protected void start() {
    // It runs, or not: the first question tells.
  }

  @Override
  protected Map<String, String> ownConditions() {
    return Map.of("network", "external");
  }

  @Override
  public boolean isAlive() {
    return problem().isEmpty();
  }

  @Override
  public String diagnosis() {
    return problem().orElse(system() + " (external) answers at " + displayEndpoint());
  }

  private Optional<String> problem() {
    try {
      system.dialect().ping(endpoints(), ALIVE_LIMIT);
      return Optional.empty();
    } catch (NoAnswerException e) {
      return Optional.of(subject() + " " + e.getMessage());
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
    return new CannotMeasureException(subject() + " is external and is not ours to end");
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
      Removal removal = system.dialect().remove(endpoints(), prefix(), CONNECT_LIMIT);
      if (!(removal instanceof Removal.Removed)) {
        context.progress().accept(subject() + " " + removal.text());
      }
    } catch (NoAnswerException e) {
      throw failed(e, ": what starts with '" + prefix() + "' may be left on it");
    } finally {
      context.janitor().forget(remainder());
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
