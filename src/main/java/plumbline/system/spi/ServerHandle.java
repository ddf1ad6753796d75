package plumbline.system.spi;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import plumbline.problem.CannotMeasureException;
import plumbline.result.RunManifest;
import plumbline.system.process.Pause;

/**
 * A server: what is the same for all systems and origins. A subclass is its body: a process, a
 * container, or something out of reach.
 */
public abstract class ServerHandle implements AutoCloseable {
  /** The longest time until the first answer of a server of the user's own. */
  protected static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration QUESTION_LIMIT = Duration.ofSeconds(10);

  /** A server that starts may leave a question unanswered, or die over it: so it is asked again. */
  private static final Duration ASK_AGAIN = Duration.ofSeconds(3);

  private static final long PAUSE_MILLIS = 50;
  private static final Duration LEAST_TRY = Duration.ofMillis(500);

  private final ServerSystem system;
  private final Origin origin;
  private final Launch launch;
  private final String prefix;
  private Identity identity;

  /**
   * A server that does not run yet, or was not spoken to.
   *
   * @param origin never {@link Origin#AUTO}
   * @param prefix of everything that this run makes
   */
  protected ServerHandle(ServerSystem system, Origin origin, Launch launch, String prefix) {
    this.system = system;
    this.origin = origin;
    this.launch = launch;
    this.prefix = prefix;
  }

  /**
   * Starts it on its data, for the first time or again. It need not answer yet.
   *
   * @throws CannotMeasureException if it cannot be started
   */
  protected abstract void start();

  /**
   * What its body adds to what the server says of itself, such as {@code network=loopback}.
   *
   * @throws CannotMeasureException if it was started and cannot be described any more
   */
  protected abstract Map<String, String> ownConditions();

  /** Whether the last start failed because somebody else had taken a port. */
  public boolean foundPortTaken() {
    return false;
  }

  /**
   * Starts it and waits for its first answer. If there is none, it is closed.
   *
   * @throws CannotMeasureException if it does not answer in time
   */
  public final void open() {
    boolean ready = false;
    try {
      start();
      awaitAnswer();
      Identity own = system.dialect().identify(endpoints(), logFile(), QUESTION_LIMIT);
      SortedMap<String, String> all = new TreeMap<>(own.conditions());
      all.putAll(launch.conditions());
      all.putAll(ownConditions());
      identity =
          new Identity(own.product(), own.version(), own.versionSource(), all, own.configuration());
      ready = true;
    } catch (NoAnswerException e) {
      throw failed(e, "");
    } finally {
      if (!ready) {
        close();
      }
    }
  }

  private void awaitAnswer() {
    boolean managed = origin != Origin.EXTERNAL;
    long end = System.nanoTime() + (managed ? START_LIMIT : CONNECT_LIMIT).toNanos();
    while (true) {
      // A last try of a moment would tell that the time was short, and not what is wrong.
      Duration left = Duration.ofNanos(Math.max(LEAST_TRY.toNanos(), end - System.nanoTime()));
      try {
        system
            .dialect()
            .ping(endpoints(), managed && left.compareTo(ASK_AGAIN) > 0 ? ASK_AGAIN : left);
        return;
      } catch (NoAnswerException e) {
        if (managed && !isAlive()) {
          throw new CannotMeasureException(diagnosis(), e);
        }
        if (e.isDecided() || System.nanoTime() + PAUSE_MILLIS * 1_000_000 >= end) {
          throw failed(e, logFile().map(file -> "; see " + file).orElse(""));
        }
      }
      Pause.of(PAUSE_MILLIS, "waiting for a server");
    }
  }

  /** The failure of a question, which names the server; no part of it is secret. */
  protected final CannotMeasureException failed(NoAnswerException problem, String more) {
    return new CannotMeasureException(subject() + " " + problem.getMessage() + more, problem);
  }

  /** System and address, for messages. */
  protected final String subject() {
    return system.id() + " at " + displayEndpoint();
  }

  /** Whether what answers is the server that was started: another may have taken its port. */
  public final boolean isOurs() {
    return launch.isOurs().test(this);
  }

  public final String system() {
    return system.id();
  }

  /** Where it comes from; never {@link Origin#AUTO}. */
  public final Origin origin() {
    return origin;
  }

  /** How clients connect, see {@link Address#endpoints()}. May hold passwords. */
  public final Map<String, String> endpoints() {
    return launch.address().endpoints();
  }

  /** Its address without user and password. */
  public final String displayEndpoint() {
    return launch.address().display();
  }

  /** What it said it is when it was opened. */
  public final Identity identity() {
    return identity;
  }

  public final String product() {
    return identity.product();
  }

  public final String version() {
    return identity.version();
  }

  /** What belongs beside every figure, such as {@code persistence=none}. */
  public final SortedMap<String, String> conditions() {
    return identity.conditions();
  }

  /** Effective configuration as the server reported it when it started, without secrets. */
  public final SortedMap<String, String> configuration() {
    return identity.configuration();
  }

  public final String prefix() {
    return prefix;
  }

  /** Its log file, if this program holds it. */
  public Optional<Path> logFile() {
    return Optional.empty();
  }

  /** Its data directory, if this machine has it. */
  public Optional<Path> dataDirectory() {
    return Optional.empty();
  }

  /** Its process id on this machine, if there is one. */
  public OptionalLong pid() {
    return OptionalLong.empty();
  }

  /**
   * Whether it runs; false also if nobody can say so, as when a container engine is gone. An
   * external server answers within 2 s.
   */
  public abstract boolean isAlive();

  /** One line that says why it does not run, or that it does. */
  public abstract String diagnosis();

  /**
   * Ends it in order; its data stays.
   *
   * @throws CannotMeasureException if it is external
   */
  public abstract void stop();

  /**
   * Ends it at once, as SIGKILL does; its data stays.
   *
   * @throws CannotMeasureException if it is external
   */
  public abstract void kill();

  /**
   * Ends it in order if it runs, starts it on the same data and the same port, and waits until it
   * answers.
   *
   * @throws CannotMeasureException if it is external or does not come back
   */
  public final void restart() {
    stop();
    start();
    awaitAnswer();
  }

  /** Ends it and deletes its data; an external one only loses what this run made. Idempotent. */
  @Override
  public abstract void close();

  /** What run.json says of it, with the deployment that it belongs to if there are several. */
  public final RunManifest.Server toManifest(
      Optional<String> deployment,
      Optional<RunManifest.WarmUp> warmUp,
      Optional<RunManifest.DataFolder> dataFolder) {
    return new RunManifest.Server(
        system.id(),
        deployment,
        origin.text(),
        displayEndpoint(),
        identity.product(),
        identity.version(),
        identity.versionSource(),
        identity.conditions(),
        identity.configuration(),
        warmUp,
        Optional.of(system.facts()),
        dataFolder);
  }
}
