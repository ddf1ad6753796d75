package plumbline.run.plan;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import plumbline.problem.BadInputException;
import plumbline.result.Fault;
import plumbline.result.Search;
import plumbline.result.Search.Probe;
import plumbline.result.Search.Share;

/**
 * A paced measurement at shares of its saturation throughput, which a run searches first.
 *
 * @param shape the measurement at the first rate that the search tries
 * @param percents shares of the saturation throughput, 1 to 100, rising
 */
public record LoadCurve(Measurement shape, List<Integer> percents) {
  /** Of a rate: with two, 90 and 95 % of some saturation throughputs were one. */
  private static final int DIGITS = 3;

  public LoadCurve {
    percents = percents.stream().distinct().sorted().toList();
  }

  /** Whether a rate in a plan is a share of the saturation throughput. */
  static boolean isShare(String rate) {
    return rate.contains("%");
  }

  /** Reads a share such as {@code 25 %}: whole percent from 1 to 100. */
  static int percent(String text, String where) {
    if (text.strip().matches("\\d{1,3} ?%")) {
      int percent = Integer.parseInt(text.replaceAll("\\D", ""));
      if (percent >= 1 && percent <= 100) {
        return percent;
      }
    }
    throw new BadInputException(
        where
            + ": rate must be operations per second, or a share of the saturation throughput from"
            + " 1 % to 100 % in whole percent, not '"
            + text
            + "'");
  }

  /** The tag of the series without its rate. */
  public String tag() {
    return shape.series().tag().replaceFirst(";rate=[^;]*", "");
  }

  /** The shape at a rate. */
  public Measurement at(int rate) {
    return shape.at(rate);
  }

  /**
   * What a search tries at a rate. With half of the warm-up a fork may still be a little slow,
   * which a round would not be forgiven, and with half of both it takes less time.
   */
  public Measurement probe(int rate) {
    return at(rate).halved();
  }

  /** The measurements when the saturation throughput is known, one for each rate. */
  public List<Measurement> at(OptionalInt saturation) {
    return saturation.isEmpty()
        ? List.of()
        : percents.stream()
            .map(percent -> at(rate(saturation.getAsInt(), percent)))
            .distinct()
            .toList();
  }

  private static int rate(int saturation, int percent) {
    return RateSearch.rounded(saturation * percent / 100.0, DIGITS);
  }

  /**
   * The search as it is written down.
   *
   * @param saturation empty if none was found, or not yet
   * @param fault why there is none; empty otherwise
   */
  public Search search(OptionalInt saturation, Optional<Fault> fault, List<Probe> probes) {
    return new Search(
        tag(),
        saturation,
        fault.map(Fault::warnings),
        fault.map(Fault::reason).orElse(""),
        probes,
        percents.stream()
            .map(
                percent ->
                    new Share(
                        percent,
                        saturation.isEmpty()
                            ? ""
                            : at(rate(saturation.getAsInt(), percent)).series().tag()))
            .toList());
  }

  /** The search before it begins. */
  public Search search() {
    return search(OptionalInt.empty(), Optional.empty(), List.of());
  }
}
