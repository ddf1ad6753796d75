package plumbline.compare;

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
   * The geometric mean of the changes of one metric and system.
   *
   * @param side the new side
   * @param system its id
   * @param metric such as p50
   * @param rows how many rows it is the mean of
   * @param ratio new over base
   */
  public record Mean(String side, String system, Metric metric, int rows, double ratio) {}

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

  /**
   * The gate.
   *
   * @param state whether it holds
   * @param failures what failed more often than on the base, which breaks it
   * @param broken the rows that broke it, the worst first
   * @param doubt why it could not decide; empty if it could
   * @param widest of the rows that it looked at, the one that may still be the most worse; empty if
   *     none has an interval
   */
  public record GateOutcome(
      State state,
      List<Failure> failures,
      List<ComparedRow> broken,
      Optional<Doubt> doubt,
      Optional<ComparedRow> widest) {
    public GateOutcome {
      failures = List.copyOf(failures);
      broken = List.copyOf(broken);
    }

    /**
     * Rounds that failed: wrong answers, lost messages, a fork that died.
     *
     * @param figure the series by its name, see {@link Figure#name()}
     * @param side that has more of them
     * @param failed rounds of the side that failed
     * @param of rounds of the side that were measured
     * @param base the name of the base
     * @param baseFailed rounds of the base that failed
     * @param ofBase rounds of the base that were measured
     * @param first what was wrong with the first of the side
     */
    public record Failure(
        String figure,
        String side,
        int failed,
        int of,
        String base,
        int baseFailed,
        int ofBase,
        Fault first) {}

    /** Why a gate cannot decide. */
    public sealed interface Doubt {}

    /**
     * The observation of a gate is a start of the servers, and these are too few.
     *
     * @param side that has the fewest
     * @param starts that it has
     * @param needed see {@link Observation#LEAST_STARTS}
     */
    public record TooFewStarts(String side, int starts, int needed) implements Doubt {}

    /** The conditions differ, and were not meant to: the facts, by name. */
    public record ConditionsDiffer(List<String> facts) implements Doubt {
      public ConditionsDiffer {
        facts = List.copyOf(facts);
      }
    }

    /** Figures of the machine or the instrument differ, so the machine is not the same. */
    public record MachineChanged(List<ComparedRow> controls) implements Doubt {
      public MachineChanged {
        controls = List.copyOf(controls);
      }
    }

    /** A run is on both sides, so its rounds cannot differ. */
    public record SharedRun(String run) implements Doubt {}

    /** No row that the gate looks at is on both sides. */
    public record NothingCompared() implements Doubt {}

    /** So many rows need so many starts a side before any difference can be significant. */
    public record TooManyRows(int rows, int needed) implements Doubt {}

    /** No row of a system could be decided for a side. */
    public record NothingDecided(String system, String side) implements Doubt {}

    /**
     * A side lost so many more rounds than the base that those that are left do not stand for all.
     *
     * @param figure the series by its name, see {@link Figure#name()}
     * @param side that lost more
     * @param lost rounds of the side that are not valid
     * @param of rounds of the side that were measured
     * @param base the name of the base
     * @param baseLost rounds of the base that are not valid
     * @param ofBase rounds of the base that were measured
     */
    public record RoundsLost(
        String figure, String side, long lost, long of, String base, long baseLost, long ofBase)
        implements Doubt {}

    /** What a gate says. */
    public enum State {
      /** No row is worse. */
      PASSED,
      /** A row is worse, or failed. */
      BROKEN,
      /** Nothing could be decided. */
      UNDECIDED
    }
  }
}
