package plumbline.record;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Control;
import plumbline.result.HistogramKind;

/**
 * Takes the time of each operation in a benchmark method:
 *
 * <pre>{@code
 * long start = recorder.start();
 * operation();
 * recorder.stop(start, control);
 * }</pre>
 *
 * <p>Every operation of a measurement iteration is recorded; JMH's own sampling mode thins
 * operations under 50 µs and cannot show their tail. Outside the measured part of an iteration
 * nothing is recorded. One recorder belongs to one thread.
 */
@State(Scope.Thread)
public class Recorder {
  private final LatencyHistogram latencies = new LatencyHistogram();
  private final Thirds thirds;

  /** Registers itself, so that the profiler finds it at the end of an iteration. */
  public Recorder() {
    this(Thirds.registered());
    Recordings.register(HistogramKind.LATENCY, latencies);
  }

  private Recorder(Thirds thirds) {
    this.thirds = thirds;
  }

  /** One that the profiler does not find: to measure what recording costs. */
  public static Recorder apart() {
    return new Recorder(new Thirds());
  }

  /** Says that an iteration begins. JMH calls it. */
  @Setup(Level.Iteration)
  public final void begin() {
    Recordings.begins();
  }

  /** The time before the operation, in nanoseconds of {@link System#nanoTime()}. */
  public final long start() {
    long start = System.nanoTime();
    InjectedDelay.after(start);
    return start;
  }

  /**
   * Ends and records an operation that began when {@link #start()} said.
   *
   * @return when it ended, in nanoseconds of {@link System#nanoTime()}
   */
  public final long stop(long start, Control control) {
    long now = System.nanoTime();
    record(now - start, now, control);
    return now;
  }

  /** Says that the measured part of an iteration is over. JMH calls it. */
  @TearDown(Level.Iteration)
  public final void end() {
    Recordings.measured();
  }

  /**
   * Records the nanoseconds of an operation that was timed elsewhere.
   *
   * @param now when it ended, in nanoseconds of {@link System#nanoTime()}
   */
  public final void record(long nanos, long now, Control control) {
    if (control.startMeasurement && !control.stopMeasurement) {
      latencies.record(nanos);
      thirds.record(nanos, now);
    }
  }
}
