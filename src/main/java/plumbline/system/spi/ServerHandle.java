package plumbline.system.spi;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import plumbline.problem.CannotMeasureException;
import plumbline.result.RunManifest;
import plumbline.result.SystemFacts;

/** A server that answers, or did when it was started. */
public interface ServerHandle extends AutoCloseable {
  /** The system's {@link ServerSystem#id()}. */
  String system();

  /** What readers of a run have to know of its system. */
  SystemFacts facts();

  /** Where it comes from; never {@link Origin#AUTO}. */
  Origin origin();

  /** How clients connect, see {@link Address#endpoints()}. May hold passwords. */
  Map<String, String> endpoints();

  /** Its address without user and password. */
  String displayEndpoint();

  /** What it says it is. */
  String product();

  /** What it says its version is. */
  String version();

  /** How the version was learnt. */
  String versionSource();

  /** What belongs beside every figure, such as {@code persistence=none}. */
  SortedMap<String, String> conditions();

  /** Effective configuration as the server reported it when it started, without secrets. */
  SortedMap<String, String> configuration();

  /** Its log file, if this program holds it. */
  Optional<Path> logFile();

  /** Its data directory, if this machine has it. */
  Optional<Path> dataDirectory();

  /** The prefix of everything that this run makes. */
  String prefix();

  /** Its process id on this machine, if there is one. */
  OptionalLong pid();

  /** Whether it runs; for an external server, whether it answers within 2 s. */
  boolean isAlive();

  /** One line that says why it does not run, or that it does. */
  String diagnosis();

  /**
   * Ends it in order; its data stays.
   *
   * @throws CannotMeasureException if it is external
   */
  void stop();

  /**
   * Ends it at once, as SIGKILL does; its data stays.
   *
   * @throws CannotMeasureException if it is external
   */
  void kill();

  /**
   * Ends it in order if it runs, starts it on the same data and the same port, and waits until it
   * answers.
   *
   * @throws CannotMeasureException if it is external or does not come back
   */
  void restart();

  /**
   * Removes what has names that start with a prefix, which forks that died left behind.
   *
   * @throws CannotMeasureException if the server does not answer
   */
  Removal remove(String prefix);

  /** Ends it and deletes its data; an external one only loses what this run made. Idempotent. */
  @Override
  void close();

  /**
   * What run.json says of it.
   *
   * @param deployment the one that it belongs to, if there are several
   */
  default RunManifest.Server toManifest(
      Optional<String> deployment, Optional<RunManifest.WarmUp> warmUp) {
    return new RunManifest.Server(
        system(),
        deployment,
        origin().text(),
        displayEndpoint(),
        product(),
        version(),
        versionSource(),
        conditions(),
        configuration(),
        warmUp,
        Optional.of(facts()));
  }
}
