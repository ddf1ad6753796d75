package plumbline.claim;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import plumbline.result.Metric;
import plumbline.result.Subject;

/**
 * The verdict on one claim in one regime, as facts. The sentences about it are made by reports;
 * only the statement is the claim's own.
 *
 * @param claim the claim's id, such as {@code cache-microseconds}
 * @param statement the claim in our own words
 * @param question the same in a few words; empty if the claim has none
 * @param group that the claim is in
 * @param headline whether it is told in the headline of a report
 * @param continues the claim that this one asks of another regime, if it does
 * @param reading of the claim's words by which it was judged; empty if the claim has no other
 * @param subjects what the figures are of: one series, or numerator and denominator of a ratio, or
 *     none if the run measured nothing that the claim speaks about
 * @param contrast for a ratio of one operation under two conditions, the parameters that differ;
 *     else empty
 * @param metric the judged metric
 * @param bounds that it was judged against
 * @param outcome the verdict
 * @param grounds for it, at least one
 * @param inside rounds within the bounds
 * @param below rounds below the lower bound
 * @param above rounds above the upper bound
 * @param open rounds that pauses of the platform may have put where they are
 * @param pValue of the one-sided sign test for the side that has more rounds; 1 without rounds
 * @param estimate median over rounds, in {@link #unit()}; for a ratio, the median of the ratios
 * @param low lowest round, or lower end of the interval
 * @param high highest round, or upper end of the interval
 * @param interval what low and high are; empty without rounds
 */
public record Verdict(
    String claim,
    String statement,
    Optional<String> question,
    String group,
    boolean headline,
    Optional<String> continues,
    Optional<String> reading,
    List<Subject> subjects,
    SortedSet<String> contrast,
    Metric metric,
    Bounds bounds,
    Outcome outcome,
    List<Ground> grounds,
    int inside,
    int below,
    int above,
    int open,
    double pValue,
    OptionalDouble estimate,
    OptionalDouble low,
    OptionalDouble high,
    Optional<Interval> interval) {

  public Verdict {
    subjects = List.copyOf(subjects);
    contrast = Collections.unmodifiableSortedSet(new TreeSet<>(contrast));
    grounds = List.copyOf(grounds);
  }

  /** Rounds on either side of the bounds. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public int outside() {
    return below + above;
  }

  /** Valid rounds that were judged. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public int rounds() {
    return inside + outside() + open;
  }

  /** The unit of the figures: {@code us}, {@code ops/s}, or {@code x} for a ratio. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public String unit() {
    return isOfARatio() ? "x" : metric.unit();
  }

  /** How far the {@link #figure()} is from a bound; empty without one. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public Optional<Distance> distance() {
    return Distance.of(bounds, figure());
  }

  /**
   * The estimate, if every valid round has the figure. Where some have not, these are the slow
   * ones, which have too few operations or one long stall: the estimate is that of the others, too
   * good, and told nowhere.
   */
  @JsonIgnore
  public OptionalDouble figure() {
    return isOfAllRounds() ? estimate : OptionalDouble.empty();
  }

  private boolean isOfAllRounds() {
    return grounds.stream()
        .noneMatch(
            ground ->
                ground instanceof Ground.TooFewSamples
                    || ground instanceof Ground.TooFewExcursions
                    || ground instanceof Ground.NoFigure);
  }

  /** The claim under which it is told: that which it continues, else its own. */
  @JsonIgnore
  public String line() {
    return continues.orElse(claim);
  }

  /** Whether it is about the ratio of two figures. */
  @JsonIgnore
  public boolean isOfARatio() {
    return bounds.isOfARatio();
  }

  /** Whether it is about one operation under two conditions, and both were measured. */
  @JsonIgnore
  public boolean isOfAContrast() {
    return !contrast.isEmpty() && isMeasured();
  }

  /** Whether the run measured what the claim speaks about. */
  @JsonIgnore
  public boolean isMeasured() {
    return !subjects.isEmpty();
  }

  /** The first ground of a kind, if there is one. */
  public <T extends Ground> Optional<T> ground(Class<T> kind) {
    return grounds.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }
}
