package plumbline.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The search for the saturation throughput of a paced load, as {@code run.json} holds it: which
 * rates were tried, each in a fork of its own, what came of them, and which loads were measured
 * then.
 *
 * @param shape the tag of the series, see {@link Series#tag()}, without its rate
 * @param saturation the highest rate that was sustained, in operations per second; empty if there
 *     was none or the search did not end
 * @param warnings why there is none, where that has a name
 * @param failure why there is none, where no warning says it; empty otherwise
 * @param probes in the order of time
 * @param shares the loads, rising
 */
public record Search(
    String shape,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) OptionalInt saturation,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<Finding>> warnings,
    String failure,
    List<Probe> probes,
    List<Share> shares) {

  public Search {
    warnings = warnings.filter(list -> !list.isEmpty()).map(List::copyOf);
    probes = List.copyOf(probes);
    shares = List.copyOf(shares);
  }

  /** Why it found nothing; empty if it did, or has not ended. */
  public Optional<Fault> fault() {
    return Fault.ifAny(warnings.orElse(List.of()), failure);
  }

  /**
   * A rate that was tried.
   *
   * @param rate operations per second that were asked for
   * @param achieved operations per second that were completed; empty if the fork gave no figures
   * @param sustained whether a round at this rate is valid, see {@link Validity}, but for its
   *     warm-up
   * @param warnings why not, where that has a name
   * @param reason why not, where no warning says it; empty otherwise
   * @param busiest what was nearest to its limit meanwhile; empty if nobody tells
   */
  public record Probe(
      int rate,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) OptionalDouble achieved,
      boolean sustained,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<Finding>> warnings,
      String reason,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Busiest> busiest) {
    public Probe {
      warnings = warnings.filter(list -> !list.isEmpty()).map(List::copyOf);
    }

    /** Why it was not sustained; empty if it was. */
    public Optional<Fault> fault() {
      return Fault.ifAny(warnings.orElse(List.of()), reason);
    }
  }

  /**
   * A share of the saturation throughput.
   *
   * @param percent 1 to 100
   * @param series the tag of the series that was measured at that load; empty while the rate is not
   *     known
   */
  public record Share(int percent, String series) {}
}
