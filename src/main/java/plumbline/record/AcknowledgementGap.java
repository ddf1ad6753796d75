package plumbline.record;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Control;
import plumbline.result.HistogramKind;

/**
 * Takes the time from the end of an operation until its acknowledgement is there as well, for
 * benchmarks whose next operation waits for that: so nothing hides behind the timer. Belongs to one
 * thread.
 */
@State(Scope.Thread)
public class AcknowledgementGap {
  private final LatencyHistogram gaps = new LatencyHistogram();

  /** Registers itself, so that the profiler finds it at the end of an iteration. */
  public AcknowledgementGap() {
    Recordings.register(HistogramKind.ACK_GAP, gaps);
  }

  /**
   * The acknowledgement is there now.
   *
   * @param ended when the operation ended, as {@link Recorder#stop} returned it
   */
  public final void acknowledged(long ended, Control control) {
    if (control.startMeasurement && !control.stopMeasurement) {
      gaps.record(System.nanoTime() - ended);
    }
  }
}
