package plumbline.run.fork;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import plumbline.load.Load;
import plumbline.problem.BadInputException;
import plumbline.run.machine.Durations;
import plumbline.run.plan.BenchmarkCatalog;
import plumbline.run.plan.Measurement;

/**
 * Which benchmarks are to be slowed, and by how much: for whoever wants to see a gate find a
 * regression of a known size. It comes from the environment and not from an option, so that nobody
 * asks for it by mistake.
 *
 * @param benchmarks is found in the names of those that are slowed
 * @param nanos added to each of their operations, more than 0
 */
public record DelayRequest(Pattern benchmarks, long nanos) {
  /** Environment variable: {@code BENCHMARK=NANOSECONDS}, the former a regular expression. */
  static final String VARIABLE = "PLUMBLINE_INJECT_DELAY";

  /** What the environment asks for, which may be bad input. */
  public static Optional<DelayRequest> ofEnvironment() {
    return Optional.ofNullable(System.getenv(VARIABLE))
        .filter(text -> !text.isBlank())
        .map(DelayRequest::parse);
  }

  static DelayRequest parse(String text) {
    int equals = text.lastIndexOf('=');
    try {
      long nanos = Long.parseLong(text.substring(equals + 1).strip());
      if (equals > 0 && nanos > 0) {
        return new DelayRequest(Pattern.compile(text.substring(0, equals).strip()), nanos);
      }
    } catch (NumberFormatException | PatternSyntaxException e) {
      throw bad(text, e);
    }
    throw bad(text, null);
  }

  private static BadInputException bad(String text, RuntimeException cause) {
    return new BadInputException(
        VARIABLE
            + ": '"
            + text
            + "' is not BENCHMARK=NANOSECONDS, such as LoopbackEchoBenchmark=20000",
        cause);
  }

  /** Only where one operation is timed after the other can each be given a delay. */
  boolean slows(BenchmarkCatalog.Entry benchmark) {
    return benchmark.measured().load() == Load.CLOSED
        && benchmarks.matcher(benchmark.name()).find();
  }

  /** Refuses a delay that slows nothing of a plan: the run would look as if it were slowed. */
  public void check(List<Measurement> plan) {
    if (plan.stream().noneMatch(measurement -> slows(measurement.benchmark()))) {
      throw new BadInputException(
          VARIABLE
              + ": no benchmark of the plan with one operation in flight has '"
              + benchmarks
              + "' in its name (paced and saturated ones cannot be slowed)");
    }
  }

  /** For the notes of a run. */
  public String note() {
    return VARIABLE
        + " slows every operation of benchmarks with one in flight named "
        + benchmarks
        + " by "
        + Durations.text(nanos)
        + ": this run is a test of comparisons";
  }
}
