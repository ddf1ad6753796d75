package plumbline.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HistogramProfilerTest {
  @Test
  void makingOneStartsNoThread() {
    // JMH makes two per fork in the host as well: a monitor in each would wear the machine down.
    long before = monitors();
    HistogramProfiler profiler = new HistogramProfiler();

    assertThat(profiler.getDescription()).isNotEmpty();
    assertThat(monitors()).isEqualTo(before);
  }

  private static long monitors() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("pause-monitor"))
        .count();
  }
}
