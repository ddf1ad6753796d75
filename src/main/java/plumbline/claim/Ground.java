package plumbline.claim;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.OptionalDouble;
import plumbline.result.Finding;
import plumbline.result.Metric;
import plumbline.result.RunManifest;

/**
 * Why a verdict is what it is. How many rounds are where, and how probable that is by chance, the
 * verdict itself says. A {@code side} is the place of a series in {@link Verdict#subjects()}: 0, or
 * of a ratio's denominator 1.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "code")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Ground.RoundsInside.class, name = "rounds-inside"),
  @JsonSubTypes.Type(value = Ground.RoundsOutside.class, name = "rounds-outside"),
  @JsonSubTypes.Type(value = Ground.RoundsScatter.class, name = "rounds-scatter"),
  @JsonSubTypes.Type(value = Ground.Chance.class, name = "chance"),
  @JsonSubTypes.Type(value = Ground.PlatformPauses.class, name = "platform-pauses"),
  @JsonSubTypes.Type(value = Ground.InvalidRound.class, name = "invalid-round"),
  @JsonSubTypes.Type(value = Ground.ClientsShare.class, name = "clients-share"),
  @JsonSubTypes.Type(value = Ground.TooFewSamples.class, name = "too-few-samples"),
  @JsonSubTypes.Type(value = Ground.TooFewExcursions.class, name = "too-few-excursions"),
  @JsonSubTypes.Type(value = Ground.NoFigure.class, name = "no-figure"),
  @JsonSubTypes.Type(value = Ground.TooFewRounds.class, name = "too-few-rounds"),
  @JsonSubTypes.Type(value = Ground.TooFewPairs.class, name = "too-few-pairs"),
  @JsonSubTypes.Type(value = Ground.ClockTooCoarse.class, name = "clock-too-coarse"),
  @JsonSubTypes.Type(value = Ground.NotMeasured.class, name = "not-measured"),
  @JsonSubTypes.Type(value = Ground.RunIncomplete.class, name = "run-incomplete"),
})
public sealed interface Ground {

  /** Enough rounds are inside. */
  record RoundsInside() implements Ground {}

  /** Enough rounds are on one side of the bounds. */
  record RoundsOutside() implements Ground {}

  /** Most rounds are outside, but on both sides. */
  record RoundsScatter() implements Ground {}

  /** Chance alone could have put the rounds where they are. */
  record Chance() implements Ground {}

  /**
   * Pauses of the platform may have put so many rounds where they are that these could decide.
   *
   * @param longest that counts against the metric, in microseconds; empty if they were not watched
   */
  record PlatformPauses(OptionalDouble longest) implements Ground {}

  /**
   * Rounds are not valid.
   *
   * @param round the first of them
   * @param invalid how many there are
   * @param warnings of the first; empty if its fork failed, of which results.csv has the reason
   */
  record InvalidRound(int side, int round, int invalid, List<Finding> warnings) implements Ground {
    public InvalidRound {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * The client may have put rounds where they are that could decide: without what it explains of
   * them they would be elsewhere.
   *
   * @param round the first that has such a figure
   * @param warnings that mark it
   */
  record ClientsShare(int side, int round, List<Finding> warnings) implements Ground {
    public ClientsShare {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * A round has too few operations for the percentile.
   *
   * @param needed operations in every round
   * @param samples operations that it has
   */
  record TooFewSamples(int side, int round, long needed, long samples) implements Ground {}

  /**
   * What lies beyond the percentile in a round of a paced load came in fewer separate excursions
   * than are needed: one stall is one event, however many operations it delays.
   *
   * @param needed excursions in every round
   */
  record TooFewExcursions(int side, int round, long needed) implements Ground {}

  /** A round lacks the figure for another reason. */
  record NoFigure(int side, int round) implements Ground {}

  /**
   * Too few rounds are valid.
   *
   * @param needed rounds
   * @param valid rounds that there are
   */
  record TooFewRounds(int side, int needed, int valid) implements Ground {}

  /**
   * Too few rounds have a figure of both sides of a ratio.
   *
   * @param needed rounds
   * @param pairs rounds that there are
   */
  record TooFewPairs(int needed, int pairs) implements Ground {}

  /**
   * A bound is finer than the clock.
   *
   * @param lower whether it is the lower bound
   * @param granularityNanos the smallest step of the clock
   */
  record ClockTooCoarse(boolean lower, long granularityNanos) implements Ground {}

  /**
   * The run measured nothing that the claim speaks about.
   *
   * @param selectors what it speaks about: one, or the two of a ratio
   * @param metrics the metrics that it would have been judged by
   */
  record NotMeasured(List<Selector> selectors, List<Metric> metrics) implements Ground {
    public NotMeasured {
      selectors = List.copyOf(selectors);
      metrics = List.copyOf(metrics);
    }
  }

  /** The run is not complete, so others could follow. Stands beside another ground. */
  record RunIncomplete(RunManifest.Status status) implements Ground {}
}
