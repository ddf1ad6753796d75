package plumbline.run.fork;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import plumbline.load.Load;
import plumbline.problem.CannotMeasureException;
import plumbline.record.HistogramProfiler;
import plumbline.record.HistogramResult;
import plumbline.record.InjectedDelay;
import plumbline.record.OpenLoop;
import plumbline.result.Count;
import plumbline.result.Counts;
import plumbline.result.Fault;
import plumbline.result.HistogramKind;
import plumbline.result.Round;
import plumbline.result.Validity;
import plumbline.result.Warning;
import plumbline.run.plan.Measurement;
import plumbline.system.endpoint.Endpoints;

/** Runs one benchmark once, in a fresh JVM. */
public final class JmhFork {
  /** A fork needs little; a fixed heap keeps its growth out of the measurement. */
  private static final List<String> FLAGS =
      List.of("-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch", "-XX:-UsePerfData");

  /** What JMH 1.37 and Netty need on JVMs that warn about sun.misc.Unsafe. */
  private static final String UNSAFE_FLAG = "--sun-misc-unsafe-memory-access=allow";

  private static final int UNSAFE_FLAG_SINCE = 23;

  private final Path endpoints;
  private final Path logs;
  private final ForkOptions asked;

  /** Forks that read the file with the endpoints, and print among the logs. */
  public JmhFork(Path endpoints, Path logs) {
    this(endpoints, logs, ForkOptions.NONE);
  }

  /** The same with what the user hands on to them. */
  public JmhFork(Path endpoints, Path logs, ForkOptions asked) {
    this.endpoints = endpoints;
    this.logs = logs;
    this.asked = asked;
  }

  /** The flags of a fork that its user asks nothing of. */
  static List<String> flags() {
    List<String> flags = new ArrayList<>(FLAGS);
    if (Runtime.version().feature() >= UNSAFE_FLAG_SINCE) {
      flags.add(UNSAFE_FLAG);
    }
    return flags;
  }

  /**
   * Runs one measurement.
   *
   * @param number of the round
   * @param server process id of the server that is measured, if it has one on this machine
   * @throws CannotMeasureException if the log cannot be written or another JMH is at work
   */
  public ForkOutput run(Measurement measurement, int number, OptionalLong server) {
    Path log = logs.resolve(fileName(measurement, number));
    try (PrintStream out =
        new PrintStream(Files.newOutputStream(log), false, StandardCharsets.UTF_8)) {
      RunResult result = new Runner(options(measurement, server), ToldParams.log(out)).runSingle();
      return output(measurement, number, result);
    } catch (RunnerException e) {
      if (String.valueOf(e.getMessage()).contains("Another JMH instance")) {
        throw new CannotMeasureException(
            "another JMH run is going on on this machine, and both would be wrong; wait for it, or"
                + " remove jmh.lock from the temporary folder if it is stale",
            e);
      }
      return ForkOutput.failed(measurement, number, ForkFailure.reason(e));
    } catch (IOException e) {
      throw new CannotMeasureException("cannot write " + log + ": " + e.getMessage(), e);
    }
  }

  private org.openjdk.jmh.runner.options.Options options(
      Measurement measurement, OptionalLong server) {
    List<String> flags = new ArrayList<>(asked.own());
    flags.add("-D" + Endpoints.FILE_PROPERTY + "=" + endpoints.toAbsolutePath());
    flags.add("-D" + HistogramProfiler.HOST_PROPERTY + "=" + ProcessHandle.current().pid());
    server.ifPresent(pid -> flags.add("-D" + HistogramProfiler.SERVER_PROPERTY + "=" + pid));
    flags.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=error");
    DelayRequest.ofEnvironment()
        .filter(delay -> delay.slows(measurement.benchmark()))
        .ifPresent(delay -> flags.add("-D" + InjectedDelay.PROPERTY + "=" + delay.nanos()));
    // Last, so that they hold whatever this program would choose.
    flags.addAll(asked.asked());
    Duration warmup = inWindows(measurement);
    int windows = HistogramProfiler.windows(warmup);
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + Pattern.quote(measurement.benchmark().qualifiedName()) + "$")
            .forks(1)
            .warmupForks(0)
            .warmupIterations(windows)
            .warmupTime(TimeValue.milliseconds(Math.max(1, warmup.toMillis() / windows)))
            // One thread has nobody to wait for, and so each iteration can be ended at once.
            .syncIterations(false)
            .measurementIterations(1)
            .measurementTime(TimeValue.milliseconds(measurement.measure().toMillis()))
            .shouldFailOnError(true)
            // After the arguments that it takes over from the host, whose heap is not its own.
            .jvmArgsAppend(flags.toArray(String[]::new))
            .addProfiler(HistogramProfiler.class);
    // Instead of those of the host. What the user asks for stands among the flags.
    asked.jvmArgs().ifPresent(any -> options.jvmArgs());
    asked
        .pinned(measurement.series())
        .ifPresent(cpus -> options.addProfiler(PinnedFork.class, cpus.text()));
    asked.configs().forEach(one -> options.addProfiler(one.getKlass(), one.getOpts()));
    for (Map.Entry<String, String> param : measurement.params().entrySet()) {
      options.param(param.getKey(), param.getValue());
    }
    return options.build();
  }

  /** The warm-up without a lead-in, which is no iteration of its own. */
  private static Duration inWindows(Measurement measurement) {
    Duration limit = measurement.warmup();
    return measurement.series().load() == Load.PACED
        ? limit.minus(OpenLoop.leadIn(limit, measurement.measure()))
        : limit;
  }

  private ForkOutput output(Measurement measurement, int number, RunResult result) {
    // A wildcard, since JMH gives raw types.
    Map<String, ?> secondary = result.getSecondaryResults();
    Map<HistogramKind, Histogram> histograms = new EnumMap<>(HistogramKind.class);
    Optional<Fault> fault = Optional.empty();
    for (HistogramKind kind : HistogramKind.values()) {
      if (secondary.get(kind.text()) instanceof HistogramResult recorded) {
        histograms.put(kind, recorded.histogram());
        if (recorded.overflows() > 0 && fault.isEmpty()) {
          fault = Optional.of(Fault.of(Warning.RANGE_EXCEEDED, (double) recorded.overflows()));
        }
      }
    }
    if (!histograms.containsKey(HistogramKind.LATENCY)
        || !histograms.containsKey(HistogramKind.PAUSES)) {
      // JMH drops a profiler that it cannot make in the fork without a word.
      return ForkOutput.failed(measurement, number, "the fork sent no histogram");
    }
    Counts counts = counts(secondary);
    date(histograms.values(), counts);
    double throughput = throughput(counts, result.getPrimaryResult().getScore());
    Round round = new Round(measurement.series(), number, histograms, counts, throughput, fault);
    // What is beyond the range of a histogram must not hide a wrong answer.
    Optional<Fault> all =
        Validity.fault(round, asked.processors(round.series()))
            .map(more -> round.fault().map(one -> one.and(more)).orElse(more))
            .or(round::fault);
    return new ForkOutput(round.with(all), Optional.of(result));
  }

  /** The measured time is what the fork, which has just ended, did last. */
  private static void date(Collection<Histogram> histograms, Counts counts) {
    long end = System.currentTimeMillis();
    long millis = Duration.ofNanos(counts.orZero(Count.MEASURED_TIME)).toMillis();
    histograms.forEach(
        histogram -> {
          histogram.setStartTimeStamp(end - millis);
          histogram.setEndTimeStamp(end);
        });
  }

  private static Counts counts(Map<String, ?> secondary) {
    Map<Count, Long> values = new EnumMap<>(Count.class);
    for (Count count : Count.values()) {
      if (secondary.get(count.text()) instanceof Result<?> result) {
        values.put(count, count.fromUnit(result.getScore()));
      }
    }
    return new Counts(values);
  }

  /** What was counted over its time, where the benchmark counted; else what JMH says. */
  private static double throughput(Counts counts, double score) {
    OptionalLong completed = counts.get(Count.COMPLETED);
    OptionalLong nanos = counts.get(Count.COMPLETION_TIME);
    if (nanos.isEmpty()) {
      nanos = counts.get(Count.MEASURED_TIME);
    }
    return completed.isPresent() && nanos.isPresent()
        ? completed.getAsLong() / Count.MEASURED_TIME.inUnit(nanos.getAsLong())
        : score;
  }

  private static String fileName(Measurement measurement, int number) {
    String tag = measurement.series().tag().replaceAll("[^A-Za-z0-9._=-]", "_");
    return "jmh-" + tag + "-round-" + number + ".log";
  }
}
