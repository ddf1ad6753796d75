package plumbline.system;

import java.util.function.Predicate;
import java.util.function.Supplier;
import plumbline.problem.CannotMeasureException;

/**
 * Starts a server on a port that was free a moment ago. Another run may take it in between: then
 * the server does not start, or that other run's server is the one that answers, and this begins
 * again with another port.
 */
public final class PortAttempts {
  /** How often a start is tried, the first time included. */
  public static final int MOST = 3;

  private PortAttempts() {}

  /**
   * One attempt.
   *
   * @param instance to be started
   * @param start starts it and waits until it answers
   * @param isOurs whether what answers is the instance that was started
   */
  public record Attempt(
      Instance instance, Supplier<ServerHandle> start, Predicate<ServerHandle> isOurs) {}

  /**
   * Starts a server.
   *
   * @param attempts the most attempts, 1 or more
   * @param next prepares an attempt on ports of its own
   * @throws CannotMeasureException if no attempt gives a server of ours
   */
  public static ServerHandle start(int attempts, Supplier<Attempt> next) {
    for (int number = 1; ; number++) {
      Attempt attempt = next.get();
      try {
        ServerHandle handle = attempt.start().get();
        if (attempt.isOurs().test(handle)) {
          return handle;
        }
        // Ours may not have noticed yet that the port is taken, so it is not asked.
        handle.close();
        if (number == attempts) {
          throw new CannotMeasureException(
              "another " + handle.product() + " answers at " + handle.displayEndpoint());
        }
      } catch (CannotMeasureException e) {
        if (number == attempts || !attempt.instance().foundPortTaken()) {
          throw e;
        }
      }
    }
  }
}
