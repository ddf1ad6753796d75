package plumbline.system.instance;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import plumbline.problem.CannotMeasureException;
import plumbline.system.spi.Origin;

/** The body of a server: a process, a container, or something out of reach. */
public interface Instance {
  /** Where it comes from. */
  Origin origin();

  /**
   * What it adds to what the server says of itself, such as {@code network=loopback}.
   *
   * @throws CannotMeasureException if it was started and cannot be described any more
   */
  SortedMap<String, String> conditions();

  /** Its process id on this machine, if there is one. */
  default OptionalLong pid() {
    return OptionalLong.empty();
  }

  /** Its log file, if this program holds it. */
  default Optional<Path> logFile() {
    return Optional.empty();
  }

  /** Its data directory, if this machine has it. */
  default Optional<Path> dataDirectory() {
    return Optional.empty();
  }

  /**
   * Starts it on its data, for the first time or again. It need not answer yet.
   *
   * @throws CannotMeasureException if it cannot be started
   */
  void start();

  /** Whether the last start failed because somebody else had taken a port. */
  default boolean foundPortTaken() {
    return false;
  }

  /** Whether it runs; false also if nobody can say so, as when a container engine is gone. */
  boolean isAlive();

  /** One line that says why it does not run, or that it does. */
  String diagnosis();

  /** Ends it in order; its data stays. */
  void stop();

  /** Ends it at once, without a chance to write anything; its data stays. */
  void kill();

  /** Ends it and deletes its data. Doing so again has no effect. */
  void close();
}
