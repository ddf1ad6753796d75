package plumbline.system.janitor;

import java.time.Duration;
import plumbline.problem.CannotMeasureException;
import plumbline.system.process.Pause;

/** Removes a container, however long its engine takes to come back, within limits. */
final class ContainerRemoval {
  /** The longest time to wait for an engine. */
  static final Duration LIMIT = Duration.ofMinutes(2);

  /** The host may have died while its engine was creating the container. */
  private static final Duration CREATION_LIMIT = Duration.ofSeconds(5);

  private static final long PAUSE_MILLIS = 500;

  private ContainerRemoval() {}

  /**
   * Removes it.
   *
   * @throws CannotMeasureException if the engine refused or was silent all the time
   */
  static void run(Remover remover, Watch.OfContainer watch) {
    long start = System.nanoTime();
    CannotMeasureException problem = null;
    while (System.nanoTime() - start < LIMIT.toNanos()) {
      try {
        boolean removed = remover.removeContainer(watch.engine(), watch.container());
        if (removed || System.nanoTime() - start > CREATION_LIMIT.toNanos()) {
          return;
        }
      } catch (CannotMeasureException e) {
        problem = e;
      }
      Pause.of(PAUSE_MILLIS, "removing " + watch.container());
    }
    throw problem;
  }
}
