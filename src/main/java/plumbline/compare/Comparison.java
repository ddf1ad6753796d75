package plumbline.compare;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import plumbline.result.Fault;
import plumbline.result.Metric;

/**
 * What a comparison gave, ready for any format.
 *
 * @param settings how it was made
 * @param observation what was compared
 * @param sides the sides, the base first
 * @param differences what differs in the conditions
 * @param notes what a reader of the figures should know
 * @param rows what was compared, in the order asked for
 * @param means geometric means of the changes
 * @param omitted what was not compared
 * @param power what could be found with so many rounds
 * @param gate the outcome of the gate, if there is one
 */
public record Comparison(
    Settings settings,
    Observation observation,
    List<SideSummary> sides,
    List<Difference> differences,
    List<String> notes,
    List<ComparedRow> rows,
    List<Mean> means,
    List<Omission> omitted,
    Power power,
    Optional<GateOutcome> gate) {
  public Comparison {
    sides = List.copyOf(sides);
    differences = List.copyOf(differences);
    notes = List.copyOf(notes);
    rows = List.copyOf(rows);
    means = List.copyOf(means);
    omitted = List.copyOf(omitted);
  }

  /** The side with the fewest starts of the servers, if these are too few to decide anything. */
  public Optional<SideSummary> sideOfTooFewStarts() {
    return sides.stream()
        .min(Comparator.comparingInt(SideSummary::starts))
        .filter(side -> side.starts() < Observation.LEAST_STARTS);
  }

  /** Starts of the servers a side with which every row of a system can be decided. */
  public int startsNeeded() {
    return Math.max(Observation.LEAST_STARTS, power.needed());
  }

  /** How many rows of systems are corrected together. */
  public long gated() {
    return rows.stream().filter(row -> !row.figure().isControl()).count();
  }

  /**
   * A side.
   *
   * @param name {@code BASE}, {@code NEW} and so on
   * @param runs what was pooled
   * @param starts how often its servers were started
   */
  public record SideSummary(String name, List<RunSummary> runs, int starts) {
    public SideSummary {
      runs = List.copyOf(runs);
    }
  }

  /**
   * A run of a side.
   *
   * @param name its name
   * @param commit git commit, or empty
   * @param rounds the most rounds that any of its series has
   */
  public record RunSummary(String name, String commit, int rounds) {}

  /**
   * A condition that is not the same in all runs.
   *
   * @param fact such as {@code kernel}
   * @param values one text per side, in the order of the sides
   */
  public record Difference(String fact, List<String> values) {
    public Difference {
      values = List.copyOf(values);
    }
  }

  /**
   * The geometric mean of the changes of one metric and system, over the rows that could be tested.
   *
   * @param side the new side
   * @param system its id
   * @param metric such as p50
   * @param rows how many of them it is the mean of
   * @param change new over base, with an interval that holds however the rows depend on each other
   */
  public record Mean(
      String side, String system, Metric metric, int rows, ComparedRow.Change change) {}

  /**
   * Something that was not compared.
   *
   * @param kind why not
   * @param side the side that it is about
   * @param what the figure, or the series and round
   * @param cause why, in more detail
   */
  public record Omission(Kind kind, String side, String what, Cause cause) {

    /** Why something was not compared, in detail. */
    public sealed interface Cause {}

    /** The round is not valid, for this. */
    public record Invalid(Fault fault) implements Cause {}

    /** So many of the rounds missed their rate, and rank behind all that kept it. */
    public record RateMissed(int rounds, int of) implements Cause {}

    /** All valid rounds of another side had too few operations for it. */
    public record TooFewOperations(String other) implements Cause {}

    /** Another side has no valid round of it. */
    public record NoValidRound(String other) implements Cause {}

    /** Only so many of the valid rounds have it, the others had too few operations for it. */
    public record SomeRounds(int rounds, int of) implements Cause {}

    /** A value of 0 has no ratio: the clock is too coarse for it. */
    public record Zero() implements Cause {}

    /** Why something was not compared. */
    public enum Kind {
      /** The round is not valid. */
      INVALID("invalid"),
      /** The rate was missed: no latency, but compared as slower than all others. */
      MISSED("missed"),
      /** The other side does not have it. */
      UNMATCHED("unmatched"),
      /** Some valid rounds lack it. */
      SPARSE("sparse"),
      /** A value of 0, of which there is no ratio. */
      ZERO("zero");

      private final String text;

      Kind(String text) {
        this.text = text;
      }

      /** The word in files. */
      public String text() {
        return text;
      }

      /** Whether it is a row that was not compared; else it is about rounds. */
      public boolean isOfARow() {
        return this != INVALID && this != MISSED;
      }
    }
  }

  /**
   * What could be found.
   *
   * @param tested rows of systems that were tested and corrected together
   * @param decidable rows of systems in which a large enough difference would be significant
   * @param smallestP the smallest p that the observations of any row can give
   * @param smallestAdjusted the same after the correction
   * @param needed observations a side with which every row could be decided
   */
  public record Power(
      int tested, int decidable, double smallestP, double smallestAdjusted, int needed) {}
}
