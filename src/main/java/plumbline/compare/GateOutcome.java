package plumbline.compare;

import java.util.List;
import java.util.Optional;
import plumbline.result.Fault;

/**
 * What a gate says.
 *
 * @param state whether it holds
 * @param failures what failed more often than on the base, which breaks it
 * @param broken the rows that broke it, the worst first
 * @param doubt why it could not decide; empty if it could
 * @param machineSeen whether a figure of the machine could have shown that it changed
 * @param conditionsKnown whether all runs say under which conditions they were measured
 * @param widest of the rows that it looked at, the one that may still be the most worse; empty if
 *     none has an interval
 */
public record GateOutcome(
    State state,
    List<Failure> failures,
    List<ComparedRow> broken,
    Optional<Doubt> doubt,
    boolean machineSeen,
    boolean conditionsKnown,
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

  /** A run was interrupted or killed, and what stopped it may be what changed. */
  public record Unfinished(String side, String run) implements Doubt {}

  /** A run is on both sides, so its rounds cannot differ. */
  public record SharedRun(String run) implements Doubt {}

  /**
   * No row that the gate looks at is on both sides.
   *
   * @param filter in whose words no series was found on any side; empty if that is not why
   */
  public record NothingCompared(Optional<String> filter) implements Doubt {}

  /** So many rows need so many starts a side before any difference can be significant. */
  public record TooManyRows(int rows, int needed) implements Doubt {}

  /** No row of a system could be decided for a side. */
  public record NothingDecided(String system, String side) implements Doubt {}

  /**
   * A side lost so many more rounds than the base that those that are left do not stand for all.
   *
   * @param figure the series by its name, see {@link Figure#name()}
   * @param side that lost more
   * @param lost rounds of the side that are missing or not valid
   * @param of rounds of the side that were measured
   * @param base the name of the base
   * @param baseLost rounds of the base that are missing or not valid
   * @param ofBase rounds of the base that were measured
   */
  public record RoundsLost(
      String figure, String side, long lost, long of, String base, long baseLost, long ofBase)
      implements Doubt {}

  /** A side cannot tell a figure in all of its valid rounds, as the base can. */
  public record FigureLost(String figure, String side, String base) implements Doubt {}

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
