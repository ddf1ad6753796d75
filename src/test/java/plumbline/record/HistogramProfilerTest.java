package plumbline.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;
import plumbline.result.Count;

class HistogramProfilerTest {
  @Test
  void makingOneStartsNoThread() {
    // JMH makes two per fork in the host as well: a monitor in each would wear the machine down.
    long before = monitors();
    HistogramProfiler profiler = new HistogramProfiler();

    assertThat(profiler.getDescription()).isNotEmpty();
    assertThat(monitors()).isEqualTo(before);
  }

  /** JMH tears the trial down before it asks: what that takes is not the measured part's. */
  @Test
  void whatComesAfterTheMeasuredPartDoesNotCount() {
    HistogramProfiler profiler = new HistogramProfiler();
    profiler.beforeIteration(null, null);
    Recordings.measured();
    long before = ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    long work = 300_000_000;
    long start = System.nanoTime();
    while (ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() - before
        < work) {
      Thread.onSpinWait();
    }
    long wasted = System.nanoTime() - start;
    Recordings.measured();

    Map<String, Double> results =
        profiler.afterIteration(null, null, null).stream()
            .filter(ScalarResult.class::isInstance)
            .collect(Collectors.toMap(Result::getLabel, Result::getScore));
    assertThat(results.get(Count.CLIENT_CPU_TIME.text()))
        .isLessThan(Count.CLIENT_CPU_TIME.inUnit(work) / 2);
    assertThat(results.get(Count.MEASURED_TIME.text()))
        .isLessThan(Count.MEASURED_TIME.inUnit(wasted) / 2);
  }

  private static long monitors() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("pause-monitor"))
        .count();
  }
}
