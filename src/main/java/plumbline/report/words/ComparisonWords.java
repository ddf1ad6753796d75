package plumbline.report.words;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import plumbline.compare.ComparedRow;
import plumbline.compare.Comparison;
import plumbline.compare.Comparison.Omission;
import plumbline.compare.Comparison.Power;
import plumbline.compare.GateOutcome;
import plumbline.compare.GateOutcome.Doubt;
import plumbline.compare.Observation;
import plumbline.compare.Verdict;

/** What a comparison and its gate say. */
public final class ComparisonWords {
  /** A server that is not described lacks hundreds. */
  private static final int MOST_FACTS = 6;

  private final Wording wording;

  /** In some words. */
  public ComparisonWords(Wording wording) {
    this.wording = wording;
  }

  /** What a geometric mean is over, and what its interval is. */
  public String means() {
    return wording.say(Phrase.MEANS);
  }

  /** What came out, in one sentence without its full stop. */
  public String headline(Comparison comparison) {
    long better = count(comparison, Verdict.BETTER);
    long worse = count(comparison, Verdict.WORSE);
    long unknown = count(comparison, Verdict.UNKNOWN);
    if (comparison.rows().isEmpty()) {
      return wording.say(Phrase.COMPARED_NOTHING);
    }
    long same = comparison.rows().size() - better - worse - unknown;
    String open = unknown == 0 ? "" : wording.say(Phrase.COMPARED_UNKNOWN, unknown);
    return wording.say(Phrase.COMPARED, better, worse, same, open);
  }

  private static long count(Comparison comparison, Verdict verdict) {
    return comparison.rows().stream().filter(row -> row.verdict() == verdict).count();
  }

  /** What the gate says, in one sentence without its full stop. */
  public String gate(Comparison comparison, GateOutcome gate) {
    String effect = ComparedFigures.percent(comparison.settings().minEffect());
    return switch (gate.state()) {
      case BROKEN -> wording.say(Phrase.GATE_BROKEN, broken(gate, effect));
      case PASSED ->
          wording.say(
              Phrase.GATE_PASSED, effect, notExcluded(gate) + left(comparison) + unseen(gate));
      case UNDECIDED -> wording.say(Phrase.GATE_UNDECIDED, doubt(gate));
    };
  }

  private String broken(GateOutcome gate, String effect) {
    List<String> parts = new ArrayList<>();
    if (!gate.failures().isEmpty()) {
      String rows = Wording.counted(gate.failures().size(), "row");
      parts.add(wording.say(Phrase.GATE_BROKEN_BY_FAILURES, rows));
    }
    if (gate.broken().size() == 1) {
      parts.add(wording.say(Phrase.GATE_BROKEN_BY_ONE, effect));
    } else if (!gate.broken().isEmpty()) {
      parts.add(wording.say(Phrase.GATE_BROKEN_BY, gate.broken().size(), effect));
    }
    return String.join("; ", parts);
  }

  /** What failed more often than before, without a full stop. */
  public String failure(GateOutcome.Failure failure) {
    return wording.say(
        Phrase.GATE_FAILURE,
        failure.figure(),
        failure.side(),
        failure.failed(),
        failure.of(),
        failure.base(),
        failure.baseFailed(),
        failure.ofBase(),
        new WarningWords(wording).of(failure.first()));
  }

  private String unseen(GateOutcome gate) {
    return (gate.machineSeen() ? "" : wording.say(Phrase.GATE_MACHINE_NOT_SEEN))
        + (gate.conditionsKnown() ? "" : wording.say(Phrase.GATE_CONDITIONS_NOT_KNOWN));
  }

  private String notExcluded(GateOutcome gate) {
    return gate.widest()
        .map(
            row ->
                Double.isInfinite(row.worstNotExcluded())
                    ? wording.say(Phrase.GATE_MISS_NOT_EXCLUDED, row.figure())
                    : wording.say(
                        Phrase.GATE_NOT_EXCLUDED,
                        row.figure(),
                        ComparedFigures.change(
                            row.figure().metric().lowerIsBetter()
                                ? row.change().high() - 1
                                : row.change().low() - 1)))
        .orElse("");
  }

  /** What a gate that passed did not look at. */
  private String left(Comparison comparison) {
    long undecided =
        comparison.rows().stream()
            .filter(row -> !row.figure().isControl())
            .filter(row -> row.needed() > 0)
            .count();
    long invalid =
        comparison.omitted().stream()
            .filter(omission -> omission.kind() == Omission.Kind.INVALID)
            .count();
    long rows =
        comparison.omitted().stream().filter(omission -> omission.kind().isOfARow()).count();
    return (undecided == 0 ? "" : wording.say(Phrase.GATE_LEFT_OPEN, undecided))
        + (rows == 0 ? "" : wording.say(Phrase.GATE_LEFT_OUT, Wording.counted(rows, "row")))
        + (invalid == 0
            ? ""
            : wording.say(Phrase.GATE_LEFT_INVALID, Wording.counted(invalid, "round")));
  }

  /** Why a gate cannot decide, without a full stop; empty if it could. */
  public String doubt(GateOutcome gate) {
    return gate.doubt().map(this::doubt).orElse("");
  }

  private String doubt(Doubt doubt) {
    if (doubt instanceof GateOutcome.SharedRun shared) {
      return wording.say(Phrase.DOUBT_SHARED_RUN, shared.run());
    } else if (doubt instanceof GateOutcome.TooFewStarts few) {
      return wording.say(
          Phrase.DOUBT_TOO_FEW_STARTS,
          few.side(),
          Wording.counted(few.starts(), "start"),
          few.needed());
    } else if (doubt instanceof GateOutcome.ConditionsDiffer differ) {
      List<String> facts = differ.facts();
      String named = String.join(", ", facts.subList(0, Math.min(MOST_FACTS, facts.size())));
      return wording.say(
          Phrase.DOUBT_CONDITIONS,
          facts.size() <= MOST_FACTS
              ? named
              : wording.say(Phrase.AND_OTHERS, named, facts.size() - MOST_FACTS));
    } else if (doubt instanceof GateOutcome.MachineChanged machine) {
      return wording.say(
          Phrase.DOUBT_MACHINE,
          machine.controls().stream()
              .map(row -> row.figure() + " is " + row.verdict().text())
              .collect(Collectors.joining("; ")));
    } else if (doubt instanceof GateOutcome.Unfinished unfinished) {
      return wording.say(Phrase.DOUBT_UNFINISHED, unfinished.run(), unfinished.side());
    } else if (doubt instanceof GateOutcome.TooManyRows many) {
      return wording.say(Phrase.DOUBT_TOO_MANY_ROWS, many.rows(), many.needed());
    } else if (doubt instanceof GateOutcome.NothingDecided none) {
      return wording.say(Phrase.DOUBT_NOTHING_DECIDED, none.system(), none.side());
    } else if (doubt instanceof GateOutcome.FigureLost lost) {
      return wording.say(Phrase.DOUBT_FIGURE_LOST, lost.side(), lost.figure(), lost.base());
    } else if (doubt instanceof GateOutcome.RoundsLost lost) {
      return wording.say(
          Phrase.DOUBT_ROUNDS_LOST,
          lost.figure(),
          lost.side(),
          lost.lost(),
          lost.of(),
          lost.base(),
          lost.baseLost(),
          lost.ofBase());
    }
    return wording.say(Phrase.DOUBT_NOTHING_COMPARED);
  }

  /** What stands instead of the rows. */
  public String noRow() {
    return wording.say(Phrase.COMPARED_NO_ROW);
  }

  /** What was left out for a kind of reason. */
  public String heading(Omission.Kind kind) {
    return wording.say(Phrase.valueOf("LEFT_OUT_" + kind));
  }

  /** Why something was not compared, without a full stop, never empty. */
  public String reason(Omission omission) {
    if (omission.cause() instanceof Omission.Invalid invalid) {
      return new WarningWords(wording).of(invalid.fault());
    } else if (omission.cause() instanceof Omission.RateMissed missed) {
      return wording.say(Phrase.OMITTED_RATE, missed.rounds(), missed.of());
    } else if (omission.cause() instanceof Omission.TooFewOperations few) {
      return wording.say(Phrase.OMITTED_TOO_FEW, few.other());
    } else if (omission.cause() instanceof Omission.NoValidRound none) {
      return wording.say(Phrase.OMITTED_NO_ROUND, none.other());
    } else if (omission.cause() instanceof Omission.SomeRounds some) {
      return wording.say(Phrase.OMITTED_SPARSE, some.rounds(), some.of());
    }
    return wording.say(Phrase.OMITTED_ZERO);
  }

  /** The rules, and what can be found by them. */
  public List<String> rules(Comparison comparison) {
    double alpha = comparison.settings().alpha();
    Power power = comparison.power();
    String observation = comparison.observation().text();
    List<String> rules = new ArrayList<>();
    rules.add(
        wording.say(
            Phrase.RULE,
            power.tested(),
            ComparedFigures.plain(BigDecimal.valueOf(alpha)),
            ComparedFigures.percent(comparison.settings().minEffect())));
    if (power.tested() > 0) {
      rules.add(
          wording.say(
              power.smallestAdjusted() <= alpha ? Phrase.POWER : Phrase.POWER_NOTHING,
              ComparedFigures.p(power.smallestP()),
              ComparedFigures.p(power.smallestAdjusted()),
              Wording.counted(power.needed(), observation)));
    } else if (!comparison.rows().isEmpty()) {
      rules.add(wording.say(Phrase.POWER_TOO_FEW, Wording.counted(power.needed(), observation)));
    }
    return rules;
  }

  /** The verdict on a row, for a table. */
  public String verdict(ComparedRow row) {
    return row.verdict() == Verdict.UNKNOWN
        ? wording.say(Phrase.NEEDS, row.needed())
        : row.verdict().text();
  }

  /** One row in one line, for a list. */
  public String row(ComparedRow row) {
    String p = ComparedFigures.p(row.adjusted());
    String change = ComparedFigures.change(row.change());
    return row.figure()
        + " "
        + ComparedFigures.median(row.figure().metric(), row.base())
        + " -> "
        + ComparedFigures.median(row.figure().metric(), row.changed())
        + ", "
        + (change + " " + ComparedFigures.interval(row.change())).strip()
        + (p.startsWith("<") ? ", p " : ", p = ")
        + p
        + (row.side().equals("NEW") ? "" : " (" + row.side() + ")");
  }

  /** How to read the table. */
  public List<String> legend(Observation observation) {
    return List.of(
        wording.say(observation == Observation.START ? Phrase.LEGEND_STARTS : Phrase.LEGEND_ROUNDS),
        wording.say(Phrase.LEGEND_FIGURES),
        wording.say(Phrase.LEGEND_SAME));
  }
}
