package plumbline.bench.control;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.infra.Control;
import plumbline.record.Measured;
import plumbline.record.Recorder;
import plumbline.result.ControlIds;

/**
 * What the instrument itself costs: reading the clock once, and recording one operation with both
 * readings of the clock.
 *
 * <p>Both are finer than the clock, so one sample is the mean of {@value #BATCH} in a row. The
 * percentiles are those of such means, and throughput counts single operations.
 *
 * <p>{@code java -jar target/benchmarks.jar run --only RecordingBenchmark}
 */
@State(Scope.Thread)
public class RecordingBenchmark {
  private static final int BATCH = 1_000;

  private final Recorder apart = Recorder.apart();

  /** Reads the clock. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  @Measured(system = ControlIds.INSTRUMENT, operation = "nanoTime")
  public void nanoTime(Recorder recorder, Control control, Blackhole blackhole) {
    long start = recorder.start();
    for (int i = 0; i < BATCH; i++) {
      blackhole.consume(System.nanoTime());
    }
    end(recorder, start, control);
  }

  /** Reads the clock twice and records the difference, as every benchmark does. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  @Measured(system = ControlIds.INSTRUMENT, operation = "record")
  public void record(Recorder recorder, Control control) {
    long start = recorder.start();
    for (int i = 0; i < BATCH; i++) {
      apart.stop(System.nanoTime(), control);
    }
    end(recorder, start, control);
  }

  private static void end(Recorder recorder, long start, Control control) {
    long now = System.nanoTime();
    recorder.record((now - start) / BATCH, now, control);
  }
}
