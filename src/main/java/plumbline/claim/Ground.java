package plumbline.claim;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
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
  @JsonSubTypes.Type(Ground.RoundsInside.class),
  @JsonSubTypes.Type(Ground.RoundsOutside.class),
  @JsonSubTypes.Type(Ground.RoundsScatter.class),
  @JsonSubTypes.Type(Ground.Chance.class),
  @JsonSubTypes.Type(Ground.PlatformPauses.class),
  @JsonSubTypes.Type(Ground.InvalidRound.class),
  @JsonSubTypes.Type(Ground.ClientsShare.class),
  @JsonSubTypes.Type(Ground.TooFewSamples.class),
  @JsonSubTypes.Type(Ground.NoFigure.class),
  @JsonSubTypes.Type(Ground.TooFewRounds.class),
  @JsonSubTypes.Type(Ground.TooFewPairs.class),
  @JsonSubTypes.Type(Ground.ClockTooCoarse.class),
  @JsonSubTypes.Type(Ground.NotMeasured.class),
  @JsonSubTypes.Type(Ground.RunIncomplete.class),
})
public sealed interface Ground {

  /** Enough rounds are inside. */
  @JsonTypeName("rounds-inside")
  record RoundsInside() implements Ground {}

  /** Enough rounds are on one side of the bounds. */
  @JsonTypeName("rounds-outside")
  record RoundsOutside() implements Ground {}

  /** Most rounds are outside, but on both sides. */
  @JsonTypeName("rounds-scatter")
  record RoundsScatter() implements Ground {}

  /** Chance alone could have put the rounds where they are. */
  @JsonTypeName("chance")
  record Chance() implements Ground {}

  /**
   * Pauses of the platform may have put so many rounds where they are that these could decide.
   *
   * @param longest that counts against the metric, in microseconds; empty if they were not watched
   */
  @JsonTypeName("platform-pauses")
  record PlatformPauses(OptionalDouble longest) implements Ground {}

  /**
   * Rounds are not valid.
   *
   * @param round the first of them
   * @param invalid how many there are
   * @param warnings of the first; empty if its fork failed, of which results.csv has the reason
   */
  @JsonTypeName("invalid-round")
  record InvalidRound(int side, int round, int invalid, List<Finding> warnings) implements Ground {
    public InvalidRound {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * The client explains too much of a figure.
   *
   * @param round the first that has such a figure
   * @param warnings that mark it
   */
  @JsonTypeName("clients-share")
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
  @JsonTypeName("too-few-samples")
  record TooFewSamples(int side, int round, long needed, long samples) implements Ground {}

  /** A round lacks the figure for another reason. */
  @JsonTypeName("no-figure")
  record NoFigure(int side, int round) implements Ground {}

  /**
   * Too few rounds are valid.
   *
   * @param needed rounds
   * @param valid rounds that there are
   */
  @JsonTypeName("too-few-rounds")
  record TooFewRounds(int side, int needed, int valid) implements Ground {}

  /**
   * Too few rounds have a figure of both sides of a ratio.
   *
   * @param needed rounds
   * @param pairs rounds that there are
   */
  @JsonTypeName("too-few-pairs")
  record TooFewPairs(int needed, int pairs) implements Ground {}

  /**
   * A bound is finer than the clock.
   *
   * @param lower whether it is the lower bound
   * @param granularityNanos the smallest step of the clock
   */
  @JsonTypeName("clock-too-coarse")
  record ClockTooCoarse(boolean lower, long granularityNanos) implements Ground {}

  /**
   * The run measured nothing that the claim speaks about.
   *
   * @param selectors what it speaks about: one, or the two of a ratio
   * @param metrics the metrics that it would have been judged by
   */
  @JsonTypeName("not-measured")
  record NotMeasured(List<Selector> selectors, List<Metric> metrics) implements Ground {
    public NotMeasured {
      selectors = List.copyOf(selectors);
      metrics = List.copyOf(metrics);
    }
  }

  /** The run is not complete, so others could follow. Stands beside another ground. */
  @JsonTypeName("run-incomplete")
  record RunIncomplete(RunManifest.Status status) implements Ground {}
}
