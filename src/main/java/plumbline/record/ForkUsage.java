package plumbline.record;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.io.IOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;
import plumbline.result.Count;
import plumbline.result.Histograms;

/** What this JVM itself takes: processor time, memory, and pauses of its garbage collector. */
final class ForkUsage {
  /** A concurrent collector tells its cycles as well, in which nothing is paused. */
  private static final String CYCLES = "Cycles";

  /** The high water mark of a process's memory, as Linux tells it. */
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s*(\\d+)\\s*kB");

  private final com.sun.management.OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
  private final SingleWriterRecorder pauses =
      new SingleWriterRecorder(1, Histograms.HIGHEST.toNanos(), Histograms.DIGITS);
  private long start;
  private long cpu;
  private long gcMillis;
  private long compiled;
  private OptionalLong stolen;

  /** Starts listening to the collector. It tells of its pauses on one thread. */
  ForkUsage() {
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      if (!collector.getName().contains(CYCLES)
          && collector instanceof NotificationEmitter emitter) {
        emitter.addNotificationListener(
            (notification, handback) -> {
              if (notification.getUserData() instanceof CompositeData data) {
                record(GarbageCollectionNotificationInfo.from(data).getGcInfo().getDuration());
              }
            },
            null,
            null);
      }
    }
  }

  private void record(long millis) {
    pauses.recordValue(Math.min(Histograms.HIGHEST.toNanos(), Duration.ofMillis(millis).toNanos()));
  }

  /** Begins anew. */
  void begin() {
    pauses.getIntervalHistogram();
    gcMillis = gcMillis();
    compiled = compileMillis();
    stolen = SchedulerTimes.stolen();
    cpu = system.getProcessCpuTime();
    start = System.nanoTime();
  }

  /** Times since {@link #begin()}, in nanoseconds. */
  Map<Count, Long> times() {
    Map<Count, Long> times = new EnumMap<>(Count.class);
    times.put(Count.MEASURED_TIME, System.nanoTime() - start);
    long now = system.getProcessCpuTime();
    // Negative where the platform does not tell.
    if (now >= 0 && cpu >= 0) {
      times.put(Count.CLIENT_CPU_TIME, now - cpu);
    }
    times.put(Count.GC_TIME, Duration.ofMillis(gcMillis() - gcMillis).toNanos());
    SchedulerTimes.stolen()
        .ifPresent(
            nanos -> times.put(Count.STOLEN_TIME, Math.max(0, nanos - stolen.orElse(nanos))));
    long compiledNow = compileMillis();
    if (compiledNow >= 0) {
      times.put(Count.COMPILE_TIME, Duration.ofMillis(compiledNow - compiled).toNanos());
    }
    return times;
  }

  /** Of all threads of the compiler, since the start; negative where the JVM does not tell. */
  private static long compileMillis() {
    CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
    return compiler != null && compiler.isCompilationTimeMonitoringSupported()
        ? compiler.getTotalCompilationTime()
        : -1;
  }

  /** Pauses of the collector since {@link #begin()}, in nanoseconds, of whole milliseconds. */
  Histogram gcPauses() {
    Histogram taken = Histograms.create();
    taken.add(pauses.getIntervalHistogram());
    return taken;
  }

  private static long gcMillis() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .filter(collector -> !collector.getName().contains(CYCLES))
        .mapToLong(collector -> Math.max(0, collector.getCollectionTime()))
        .sum();
  }

  /** The most memory that it has held since it started, in bytes; empty if nobody tells. */
  static OptionalLong peakMemory() {
    return peakMemory(Path.of("/proc/self/status"));
  }

  static OptionalLong peakMemory(Path status) {
    try (Stream<String> lines = Files.lines(status, StandardCharsets.ISO_8859_1)) {
      return lines
          .map(PEAK::matcher)
          .filter(Matcher::matches)
          .mapToLong(peak -> Long.parseLong(peak.group(1)) * 1024)
          .findFirst();
    } catch (IOException e) {
      // Another system than Linux.
      return OptionalLong.empty();
    }
  }
}
