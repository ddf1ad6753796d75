package plumbline.bench.shape;

import java.util.function.BiConsumer;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import plumbline.record.OpenLoop;
import plumbline.record.Operation;

/**
 * Operations at a rate: the next is sent when it is due, whether or not the one before has ended.
 */
@State(Scope.Thread)
public abstract class Paced {
  private OpenLoop loop;

  /** Connects. Called by JMH. */
  @Setup
  public final void connect(OpenLoop paced) throws Exception {
    loop = paced;
    start(loop);
  }

  /** Connects, and says to the loop how it is to send. */
  abstract void start(OpenLoop paced) throws Exception;

  /** Waits until the next operation is due, and sends it. */
  public final void next() {
    loop.next();
  }

  /** Who hears of what fails. */
  protected final OpenLoop loop() {
    return loop;
  }

  /** For an answer that only matters if it is an error: then this operation has failed. */
  protected final BiConsumer<Object, Throwable> failing(Operation operation) {
    return (ignored, error) -> {
      if (error != null) {
        loop.fail(operation, error);
      }
    };
  }

  /** Removes what was made, and disconnects. */
  protected abstract void close() throws Exception;

  /** Disconnects. Called by JMH. */
  @TearDown
  public final void disconnect() throws Exception {
    close();
  }
}
