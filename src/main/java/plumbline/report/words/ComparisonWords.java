package plumbline.report.words;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import plumbline.compare.ComparedRow;
import plumbline.compare.Comparison;
import plumbline.compare.Comparison.Difference;
import plumbline.compare.Comparison.Omission;
import plumbline.compare.Comparison.Power;
import plumbline.compare.Comparison.RunSummary;
import plumbline.compare.Comparison.SideSummary;
import plumbline.compare.Observation;
import plumbline.compare.Verdict;

/** What a comparison says; {@link GateWords} has what its gate does. */
public final class ComparisonWords {
  /** A server that is not described lacks hundreds. */
  private static final int MOST_FACTS = 6;

  /** Letters of a commit that tell it from others. */
  private static final int HASH = 10;

  private final Wording wording;

  /** In some words. */
  public ComparisonWords(Wording wording) {
    this.wording = wording;
  }

  /** What a geometric mean is over, and what its interval is. */
  public String means() {
    return wording.say(Phrase.MEANS);
  }

  /** From how many observations the figure of a side comes. */
  public String from(Observation observation, int count) {
    return wording.say(Phrase.FROM_OBSERVATIONS, Wording.counted(count, observation.text()));
  }

  /** What came out, in sentences without their full stop; first whether anything is decided. */
  public List<String> headline(Comparison comparison) {
    if (comparison.rows().isEmpty()) {
      return List.of(wording.say(Phrase.COMPARED_NOTHING));
    }
    long better = count(comparison, Verdict.BETTER);
    long worse = count(comparison, Verdict.WORSE);
    Optional<SideSummary> few = comparison.sideOfTooFewStarts();
    if (few.isPresent()) {
      String hint = hint(comparison, better, worse);
      return comparison.gate().isPresent()
          ? List.of(hint)
          : List.of(
              wording.say(
                  Phrase.COMPARED_TOO_FEW_STARTS,
                  few.get().name(),
                  few.get().starts(),
                  Observation.LEAST_STARTS),
              hint);
    }
    long unknown = count(comparison, Verdict.UNKNOWN);
    long same = comparison.rows().size() - better - worse - unknown;
    String open = unknown == 0 ? "" : wording.say(Phrase.COMPARED_UNKNOWN, unknown);
    return List.of(wording.say(Phrase.COMPARED, better, worse, same, open));
  }

  private String hint(Comparison comparison, long better, long worse) {
    if (better + worse > 0) {
      return wording.say(Phrase.COMPARED_BY_ROUNDS, better, worse);
    }
    boolean isAnyKnown = count(comparison, Verdict.UNKNOWN) < comparison.rows().size();
    return wording.say(isAnyKnown ? Phrase.COMPARED_NO_HINT : Phrase.COMPARED_FEW_ROUNDS);
  }

  private static long count(Comparison comparison, Verdict verdict) {
    return comparison.rows().stream().filter(row -> row.verdict() == verdict).count();
  }

  /** Facts by name, as many as a sentence holds. */
  static String facts(List<String> facts, Wording wording) {
    String named = String.join(", ", facts.subList(0, Math.min(MOST_FACTS, facts.size())));
    return facts.size() <= MOST_FACTS
        ? named
        : wording.say(Phrase.AND_OTHERS, named, facts.size() - MOST_FACTS);
  }

  /** Which conditions differ, in one sentence. */
  public String conditions(Comparison comparison) {
    return comparison.differences().isEmpty()
        ? wording.say(Phrase.SAME_CONDITIONS)
        : wording.say(
            Phrase.OTHER_CONDITIONS,
            facts(comparison.differences().stream().map(Difference::fact).toList(), wording));
  }

  /**
   * Which runs a side has, without a full stop: each of them if there are not more than so many.
   */
  public String runs(SideSummary side, int most) {
    List<RunSummary> runs = side.runs();
    if (runs.isEmpty()) {
      return wording.say(Phrase.SIDE_EMPTY);
    }
    String named =
        runs.size() > most
            ? wording.say(
                Phrase.SIDE_RUNS, runs.size(), runs.get(0).name(), runs.get(runs.size() - 1).name())
            : runs.stream().map(this::run).collect(Collectors.joining(", "));
    return wording.say(Phrase.SIDE_STARTS, named, side.starts());
  }

  private String run(RunSummary run) {
    String commit = run.commit().substring(0, Math.min(HASH, run.commit().length()));
    return commit.isEmpty()
        ? wording.say(Phrase.SIDE_RUN, run.name(), run.rounds())
        : wording.say(Phrase.SIDE_COMMIT, run.name(), commit, run.rounds());
  }

  /** That there are more rows than are shown. */
  public String rowsLeft(int rows) {
    return wording.say(Phrase.BRIEF_ROWS_LEFT, rows);
  }

  /** How to read what is shown first, what was left out, and how to see the rest. */
  public String briefLegend(Comparison comparison) {
    List<Omission> omitted = comparison.omitted();
    long rows = omitted.stream().filter(one -> one.kind().isOfARow()).count();
    long rounds = omitted.stream().filter(one -> one.kind() == Omission.Kind.INVALID).count();
    return Wording.joined(
            "; ",
            wording.say(
                comparison.observation() == Observation.START
                    ? Phrase.BRIEF_LEGEND_STARTS
                    : Phrase.BRIEF_LEGEND_ROUNDS),
            rows == 0 ? "" : wording.say(Phrase.BRIEF_NOT_COMPARED, rows),
            rounds == 0 ? "" : wording.say(Phrase.BRIEF_NOT_VALID, rounds))
        + ". "
        + wording.say(Phrase.BRIEF_COMPARISON);
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
    List<String> rules = new ArrayList<>();
    if (power.tested() > 0) {
      rules.add(
          wording.say(
              Phrase.RULE,
              power.tested(),
              ComparedFigures.plain(BigDecimal.valueOf(alpha)),
              ComparedFigures.percent(comparison.settings().minEffect())));
      rules.add(
          wording.say(
              power.smallestAdjusted() <= alpha ? Phrase.POWER : Phrase.POWER_NOTHING,
              ComparedFigures.p(power.smallestP()),
              ComparedFigures.p(power.smallestAdjusted())));
    }
    if (count(comparison, Verdict.UNKNOWN) > 0) {
      rules.add(new GateWords(wording).needs(comparison));
    }
    return rules;
  }

  /** The verdict on a row, for a table. */
  public String verdict(ComparedRow row) {
    return row.verdict() == Verdict.UNKNOWN ? wording.say(Phrase.TOO_FEW) : row.verdict().text();
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
        wording.say(Phrase.LEGEND_TOO_FEW),
        wording.say(Phrase.LEGEND_SAME));
  }
}
