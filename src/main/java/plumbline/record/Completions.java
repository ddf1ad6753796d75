package plumbline.record;

import java.util.concurrent.atomic.LongAdder;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Control;
import plumbline.result.Count;

/**
 * Counts operations that were completed, for benchmarks that keep many in flight: throughput is
 * completions within the measured time over that time.
 *
 * <pre>{@code
 * completions.begin(control);
 * send();
 * // here, or in whatever thread gets the answer, once it was checked:
 * completions.add(1);
 * }</pre>
 *
 * <p>One thread of JMH sends; the state belongs to the whole benchmark only so that other states
 * can use it.
 *
 * <p>The time begins with the first invocation of an iteration and ends with its tear-down; both
 * ends are taken while the load goes on. What is still in flight then does not count, nor does what
 * completes later.
 */
@State(Scope.Benchmark)
public class Completions {
  /** Invocations may take less than reading the clock does, so it is not read in each. */
  private static final int SELDOM = 64;

  private final LongAdder count = new LongAdder();
  private final Thirds thirds = Thirds.registered();
  private long startNanos;
  private int invocations;
  private long sliceStart;
  private long sliceCount;
  private volatile boolean open;

  /** Call it first in each invocation, by JMH's own thread. */
  public final void begin(Control control) {
    if (!open && control.startMeasurement && !control.stopMeasurement) {
      count.reset();
      startNanos = System.nanoTime();
      sliceStart = startNanos;
      sliceCount = 0;
      open = true;
      Recordings.begins();
    } else if (open && invocations++ % SELDOM == 0) {
      slice(System.nanoTime());
    }
  }

  /** Of many operations at once only their mean is known. */
  final void slice(long now) {
    long completed = count.sum();
    if (now - sliceStart >= Thirds.slice() && completed > sliceCount) {
      long operations = completed - sliceCount;
      thirds.record((now - sliceStart) / operations, operations, now);
      sliceStart = now;
      sliceCount = completed;
    }
  }

  /** So many operations were completed with the right answer. Any thread may call it. */
  public final void add(long operations) {
    if (open) {
      count.add(operations);
    }
  }

  /** Ends the measured time and hands over what was counted. JMH calls it. */
  @TearDown(Level.Iteration)
  public void end(Counter counter) {
    if (open) {
      open = false;
      counter.add(Count.MEASURED_TIME, System.nanoTime() - startNanos);
      counter.add(Count.COMPLETED, count.sum());
    }
    Recordings.measured();
  }
}
