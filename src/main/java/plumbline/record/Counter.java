package plumbline.record;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import plumbline.result.Count;
import plumbline.result.Counts;

/**
 * Counts of a benchmark, which reach the host beside its histograms. What is added within an
 * iteration counts, also in its {@code @Setup} and {@code @TearDown}. A benchmark that counts
 * {@link Count#COMPLETED} and {@link Count#MEASURED_TIME} gives its throughput by that; otherwise
 * it is JMH's. Safe for all threads.
 */
@State(Scope.Benchmark)
public class Counter {
  private final Map<Count, LongAdder> counts = new ConcurrentHashMap<>();

  /** Registers itself, so that the profiler finds it at the end of an iteration. */
  public Counter() {
    Recordings.register(this);
  }

  /** Adds operations, or nanoseconds for a time, to a count; 0 says that it was watched. */
  public final void add(Count count, long value) {
    counts.computeIfAbsent(count, key -> new LongAdder()).add(value);
  }

  final void reset() {
    counts.clear();
  }

  /** What was counted since the iteration began. */
  public final Counts counts() {
    Map<Count, Long> values = new EnumMap<>(Count.class);
    counts.forEach((count, adder) -> values.put(count, adder.sum()));
    return new Counts(values);
  }
}
