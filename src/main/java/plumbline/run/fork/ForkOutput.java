package plumbline.run.fork;

import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.results.RunResult;
import plumbline.result.Counts;
import plumbline.result.Fault;
import plumbline.result.Round;
import plumbline.result.Warning;
import plumbline.run.plan.Measurement;

/** Figures of one fork or why there are none, and JMH's own result where it made any. */
public record ForkOutput(Round round, Optional<RunResult> jmh) {
  /** A round without figures, for a reason. */
  public static ForkOutput failed(Measurement measurement, int number, String reason) {
    return new ForkOutput(
        new Round(
            measurement.series(),
            number,
            Map.of(),
            Counts.none(),
            Double.NaN,
            Optional.of(Fault.of(reason))),
        Optional.empty());
  }

  /** The same where a client need not have come to rest. */
  public ForkOutput cold() {
    return new ForkOutput(
        round.with(round.fault().flatMap(fault -> fault.without(Warning.UNSETTLED))), jmh);
  }
}
