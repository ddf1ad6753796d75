package plumbline.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.options.TimeValue;
import plumbline.result.Count;

class HistogramProfilerTest {
  private static final IterationParams MEASURED = iteration(IterationType.MEASUREMENT);

  /** Nanoseconds of processor time. */
  private static final long WORK = 300_000_000;

  private static final IterationParams WARMUP = iteration(IterationType.WARMUP);

  private static IterationParams iteration(IterationType type) {
    return new IterationParams(type, 1, TimeValue.milliseconds(200), 1);
  }

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
    profiler.beforeIteration(null, MEASURED);
    Recordings.measured();
    long wasted = work();
    Recordings.measured();

    assertWithout(wasted, profiler);
  }

  @Test
  void whatALeadInTakesDoesNotCount() throws InterruptedException {
    HistogramProfiler profiler = new HistogramProfiler();
    profiler.beforeIteration(null, MEASURED);
    long wasted = work();
    Recordings.led().join();
    Recordings.measured();

    assertWithout(wasted, profiler);
  }

  @Test
  void aLeadInThatIsToldTooLateChangesNothing() throws InterruptedException {
    HistogramProfiler profiler = new HistogramProfiler();
    profiler.beforeIteration(null, MEASURED);
    work();
    Recordings.measured();
    Recordings.led().join();

    assertThat(results(profiler).get(Count.CLIENT_CPU_TIME.text()))
        .isGreaterThanOrEqualTo(Count.CLIENT_CPU_TIME.inUnit(WORK) * 0.9);
  }

  /** Takes processor time, and gives the nanoseconds that this took. */
  private static long work() {
    long before = ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    long start = System.nanoTime();
    while (ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() - before
        < WORK) {
      Thread.onSpinWait();
    }
    return System.nanoTime() - start;
  }

  private static Map<String, Double> results(HistogramProfiler profiler) {
    return profiler.afterIteration(null, MEASURED, null).stream()
        .filter(ScalarResult.class::isInstance)
        .collect(Collectors.toMap(Result::getLabel, Result::getScore));
  }

  private static void assertWithout(long wasted, HistogramProfiler profiler) {
    Map<String, Double> results = results(profiler);
    assertThat(results.get(Count.CLIENT_CPU_TIME.text()))
        .isLessThan(Count.CLIENT_CPU_TIME.inUnit(WORK) / 2);
    assertThat(results.get(Count.MEASURED_TIME.text()))
        .isLessThan(Count.MEASURED_TIME.inUnit(wasted) / 2);
  }

  @Test
  void theTimeOfTheWarmUpIsToldWithWhatIsMeasuredAndNothingElseOfIt() {
    HistogramProfiler profiler = new HistogramProfiler();
    profiler.beforeIteration(null, WARMUP);
    assertThat(profiler.afterIteration(null, WARMUP, null)).isEmpty();
    profiler.beforeIteration(null, MEASURED);

    assertThat(profiler.afterIteration(null, MEASURED, null))
        .extracting(Result::getLabel)
        .contains(Count.WARMUP_TIME.text(), Count.COMPILE_TIME.text());
  }

  @Test
  void withoutAHostEachIterationTakesTheTimeThatItsUserGaveIt() {
    HistogramProfiler profiler = new HistogramProfiler();
    profiler.beforeIteration(null, WARMUP);
    for (int i = 0; i < 20; i++) {
      Recordings.warmUp().add(new WarmUp.Window(200_000_000, 0, 50_000));
    }
    profiler.beforeIteration(null, WARMUP);

    assertThat(Recordings.warmUp().isOver()).isTrue();
    assertThat(Thread.interrupted()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "200, 1", "201, 2", "8000, 40"})
  void aWarmUpIsCutIntoWindows(long millis, int windows) {
    assertThat(HistogramProfiler.windows(Duration.ofMillis(millis))).isEqualTo(windows);
  }

  private static long monitors() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("pause-monitor"))
        .count();
  }
}
