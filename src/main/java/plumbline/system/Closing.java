package plumbline.system;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import plumbline.problem.CannotMeasureException;
import plumbline.system.spi.ServerHandle;

/** Ends servers together, whatever one of them throws. */
public final class Closing {
  private Closing() {}

  /** Closes all, the last first, whatever one throws, and takes them off their list. */
  public static void all(List<ServerHandle> open) {
    CannotMeasureException problem = null;
    while (!open.isEmpty()) {
      try {
        open.remove(open.size() - 1).close();
      } catch (RuntimeException | Error e) {
        // The other servers must still be ended, whatever this was.
        if (problem == null) {
          problem = new CannotMeasureException("could not end a server: " + e.getMessage(), e);
        } else {
          problem.addSuppressed(e);
        }
      }
    }
    if (problem != null) {
      throw problem;
    }
  }

  /**
   * Starts something; if that fails, closes what has been started.
   *
   * @param progress is told if closing fails as well: the failure that led there is the one to
   *     report
   */
  public static <T> T unlessStarted(Supplier<T> start, Runnable close, Consumer<String> progress) {
    boolean started = false;
    try {
      T result = start.get();
      started = true;
      return result;
    } finally {
      if (!started) {
        try {
          close.run();
        } catch (CannotMeasureException e) {
          progress.accept(e.getMessage());
        }
      }
    }
  }
}
