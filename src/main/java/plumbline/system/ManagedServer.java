package plumbline.system;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import plumbline.problem.CannotMeasureException;
import plumbline.result.SystemFacts;
import plumbline.system.instance.Instance;
import plumbline.system.instance.StartContext;
import plumbline.system.process.Pause;
import plumbline.system.spi.Address;
import plumbline.system.spi.Identity;
import plumbline.system.spi.NoAnswerException;
import plumbline.system.spi.Origin;
import plumbline.system.spi.Removal;
import plumbline.system.spi.ServerHandle;
import plumbline.system.spi.ServerSystem;

/** The one handle of all systems: a body that is managed, and a dialect to talk to it. */
public final class ManagedServer implements ServerHandle {
  /** The longest time that a server that this program starts may take to answer. */
  public static final Duration START_LIMIT = Duration.ofSeconds(60);

  private static final Duration QUESTION_LIMIT = Duration.ofSeconds(10);

  /** A server that starts may leave a question unanswered, or die over it: so it is asked again. */
  private static final Duration ASK_AGAIN = Duration.ofSeconds(3);

  private static final long PAUSE_MILLIS = 50;
  private static final Duration LEAST_TRY = Duration.ofMillis(500);

  private final ServerSystem system;
  private final Instance instance;
  private final Address address;
  private final Identity identity;
  private final String prefix;

  private ManagedServer(
      ServerSystem system, Instance instance, Address address, Identity identity, String prefix) {
    this.system = system;
    this.instance = instance;
    this.address = address;
    this.identity = identity;
    this.prefix = prefix;
  }

  /**
   * Starts a server and waits for its first answer. If there is none, the server is closed.
   *
   * @param conditions what belongs beside every figure, in addition to what the instance and the
   *     server itself say
   * @param limit the longest time until the first answer
   * @throws CannotMeasureException if it does not answer in time
   */
  public static ManagedServer start(
      ServerSystem system,
      StartContext context,
      Instance instance,
      Address address,
      Map<String, String> conditions,
      Duration limit) {
    boolean ready = false;
    try {
      instance.start();
      awaitAnswer(system, instance, address, limit);
      Identity own =
          system.dialect().identify(address.endpoints(), instance.logFile(), QUESTION_LIMIT);
      SortedMap<String, String> all = new TreeMap<>(own.conditions());
      all.putAll(conditions);
      all.putAll(instance.conditions());
      ready = true;
      return new ManagedServer(
          system,
          instance,
          address,
          new Identity(own.product(), own.version(), own.versionSource(), all, own.configuration()),
          context.request().prefix());
    } catch (NoAnswerException e) {
      throw failed(system, address, e, "");
    } finally {
      if (!ready) {
        instance.close();
      }
    }
  }

  private static CannotMeasureException failed(
      ServerSystem system, Address address, NoAnswerException problem, String more) {
    return new CannotMeasureException(
        system.id() + " at " + address.display() + " " + problem.getMessage() + more, problem);
  }

  private static void awaitAnswer(
      ServerSystem system, Instance instance, Address address, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      // A last try of a moment would tell that the time was short, and not what is wrong.
      Duration left = Duration.ofNanos(Math.max(LEAST_TRY.toNanos(), end - System.nanoTime()));
      boolean managed = instance.origin() != Origin.EXTERNAL;
      try {
        system
            .dialect()
            .ping(address.endpoints(), managed && left.compareTo(ASK_AGAIN) > 0 ? ASK_AGAIN : left);
        return;
      } catch (NoAnswerException e) {
        if (managed && !instance.isAlive()) {
          throw new CannotMeasureException(instance.diagnosis(), e);
        }
        if (e.isDecided() || System.nanoTime() + PAUSE_MILLIS * 1_000_000 >= end) {
          throw failed(
              system, address, e, instance.logFile().map(file -> "; see " + file).orElse(""));
        }
      }
      Pause.of(PAUSE_MILLIS, "waiting for a server");
    }
  }

  @Override
  public String system() {
    return system.id();
  }

  @Override
  public SystemFacts facts() {
    return system.facts();
  }

  @Override
  public Origin origin() {
    return instance.origin();
  }

  @Override
  public Map<String, String> endpoints() {
    return address.endpoints();
  }

  @Override
  public String displayEndpoint() {
    return address.display();
  }

  @Override
  public String product() {
    return identity.product();
  }

  @Override
  public String version() {
    return identity.version();
  }

  @Override
  public String versionSource() {
    return identity.versionSource();
  }

  @Override
  public SortedMap<String, String> conditions() {
    return identity.conditions();
  }

  @Override
  public SortedMap<String, String> configuration() {
    return identity.configuration();
  }

  @Override
  public Optional<Path> logFile() {
    return instance.logFile();
  }

  @Override
  public Optional<Path> dataDirectory() {
    return instance.dataDirectory();
  }

  @Override
  public OptionalLong pid() {
    return instance.pid();
  }

  @Override
  public boolean isAlive() {
    return instance.isAlive();
  }

  @Override
  public String diagnosis() {
    return instance.diagnosis();
  }

  @Override
  public String prefix() {
    return prefix;
  }

  @Override
  public void stop() {
    instance.stop();
  }

  @Override
  public void kill() {
    instance.kill();
  }

  @Override
  public void restart() {
    instance.stop();
    instance.start();
    awaitAnswer(system, instance, address, START_LIMIT);
  }

  @Override
  public Removal remove(String prefix) {
    try {
      return system.dialect().remove(address.endpoints(), prefix, QUESTION_LIMIT);
    } catch (NoAnswerException e) {
      throw failed(system, address, e, "");
    }
  }

  @Override
  public void close() {
    instance.close();
  }

  /** System, origin and address: nothing secret. */
  @Override
  public String toString() {
    return system() + " (" + origin().text() + ") at " + address.display();
  }
}
