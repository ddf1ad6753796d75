package plumbline.bench.shape;

import java.time.Duration;
import plumbline.record.OpenLoop;

/** A thread that repeats one step until it is closed. If a step fails, so does the round. */
public final class Worker implements AutoCloseable {
  private final Thread thread;
  private volatile boolean closing;

  /** One step. It must end by itself, if only after a while. */
  public interface Step {
    void run() throws Exception;
  }

  private Worker(String name, OpenLoop loop, Step step, Runnable end) {
    thread =
        new Thread(
            () -> {
              try {
                while (!closing) {
                  step.run();
                }
              } catch (Exception e) {
                loop.abort(e);
              } finally {
                end.run();
              }
            },
            name);
    thread.setDaemon(true);
  }

  /**
   * Starts it.
   *
   * @param end what the thread does last
   */
  public static Worker start(String name, OpenLoop loop, Step step, Runnable end) {
    Worker worker = new Worker(name, loop, step, end);
    worker.thread.start();
    return worker;
  }

  public static Worker start(String name, OpenLoop loop, Step step) {
    return start(name, loop, step, () -> {});
  }

  /** Waits until the step under way has ended. */
  @Override
  public void close() {
    closing = true;
    try {
      thread.join(Duration.ofSeconds(10).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
