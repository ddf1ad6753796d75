package plumbline.report.words;

import java.util.Locale;
import plumbline.claim.Bound;
import plumbline.claim.Ground;
import plumbline.claim.Verdict;
import plumbline.result.Metric;
import plumbline.result.Numbers;
import plumbline.result.Row;
import plumbline.result.RunData;
import plumbline.result.Series;
import plumbline.result.Units;

/** The grounds of verdicts as sentences without their full stop. */
final class GroundWords {
  private final Wording wording;
  private final WarningWords warnings;
  private final RunData run;

  GroundWords(Wording wording, RunData run) {
    this.wording = wording;
    this.warnings = new WarningWords(wording);
    this.run = run;
  }

  String of(Verdict verdict, Ground ground) {
    Metric metric = verdict.metric();
    if (ground instanceof Ground.RoundsInside) {
      return wording.say(Phrase.ROUNDS_INSIDE, verdict.inside(), verdict.rounds());
    } else if (ground instanceof Ground.RoundsOutside) {
      return bySide(verdict);
    } else if (ground instanceof Ground.RoundsScatter) {
      String inside =
          verdict.inside() > 0 ? wording.say(Phrase.ROUNDS_ALSO_INSIDE, verdict.inside()) : "";
      return wording.say(Phrase.ROUNDS_SCATTER, bySide(verdict) + inside);
    } else if (ground instanceof Ground.Chance) {
      return chance(verdict);
    } else if (ground instanceof Ground.PlatformPauses pauses) {
      return pauses.longest().isEmpty()
          ? wording.say(Phrase.PAUSES_UNWATCHED, verdict.open(), verdict.rounds())
          : wording.say(
              Phrase.PAUSES_OPEN,
              verdict.open(),
              verdict.rounds(),
              Units.said(pauses.longest().getAsDouble(), "us"),
              metric.text());
    } else if (ground instanceof Ground.InvalidRound invalid) {
      return ofSide(verdict, invalid.side(), invalid(verdict, invalid));
    } else if (ground instanceof Ground.ClientsShare share) {
      return ofSide(
          verdict,
          share.side(),
          wording.say(
              Phrase.CLIENTS_SHARE,
              metric.text(),
              share.round(),
              warnings.of(share.warnings(), "")));
    } else if (ground instanceof Ground.TooFewSamples few) {
      return ofSide(
          verdict,
          few.side(),
          wording.say(
              Phrase.TOO_FEW_SAMPLES, metric.text(), few.needed(), few.round(), few.samples()));
    } else if (ground instanceof Ground.TooFewExcursions few) {
      return ofSide(
          verdict,
          few.side(),
          wording.say(Phrase.TOO_FEW_EXCURSIONS, metric.text(), few.needed(), few.round()));
    } else if (ground instanceof Ground.NoFigure none) {
      return ofSide(
          verdict, none.side(), wording.say(Phrase.NO_FIGURE, none.round(), metric.text()));
    } else if (ground instanceof Ground.TooFewRounds few) {
      return ofSide(
          verdict, few.side(), wording.say(Phrase.TOO_FEW_ROUNDS, few.needed(), few.valid()));
    } else if (ground instanceof Ground.TooFewPairs few) {
      return wording.say(Phrase.TOO_FEW_PAIRS, few.needed(), few.pairs());
    } else if (ground instanceof Ground.ClockTooCoarse clock) {
      Bound bound =
          clock.lower()
              ? verdict.bounds().lower().orElseThrow()
              : verdict.bounds().upper().orElseThrow();
      return wording.say(
          Phrase.CLOCK_TOO_COARSE, bound.quantity().text(), clock.granularityNanos());
    } else if (ground instanceof Ground.NotMeasured) {
      return wording.say(Phrase.NOT_MEASURED);
    }
    Ground.RunIncomplete incomplete = (Ground.RunIncomplete) ground;
    return wording.say(Phrase.RUN_INCOMPLETE, incomplete.status().name().toLowerCase(Locale.ROOT));
  }

  /** Of a ratio, which side it is about. */
  private String ofSide(Verdict verdict, int side, String text) {
    return verdict.isOfARatio()
        ? wording.say(Phrase.OF_A_SIDE, run.nameOf(verdict.subjects().get(side).series()), text)
        : text;
  }

  private String invalid(Verdict verdict, Ground.InvalidRound invalid) {
    Series series = verdict.subjects().get(invalid.side()).series();
    // How a fork failed is no fact of the verdict; results.csv has it.
    String reason =
        run.rows(series).stream()
            .filter(row -> !row.valid())
            .filter(row -> row.round().orElse(0) == invalid.round())
            .map(Row::reason)
            .findFirst()
            .orElse("");
    String why = warnings.of(invalid.warnings(), reason);
    return invalid.invalid() == 1
        ? wording.say(Phrase.INVALID_ROUND, invalid.round(), why)
        : wording.say(Phrase.INVALID_ROUNDS, invalid.round(), why, invalid.invalid());
  }

  /** {@code 4 of 5 rounds below 1 ms}, or on both sides {@code 3 of 5 rounds …, 2 …}. */
  private String bySide(Verdict verdict) {
    boolean aboveFirst = verdict.above() >= verdict.below();
    String first = side(verdict, aboveFirst);
    int most = aboveFirst ? verdict.above() : verdict.below();
    int others = verdict.outside() - most;
    return wording.say(Phrase.ROUNDS_FIRST_SIDE, most, verdict.rounds(), first)
        + (others > 0
            ? wording.say(Phrase.ROUNDS_SECOND_SIDE, others, side(verdict, !aboveFirst))
            : "");
  }

  private String side(Verdict verdict, boolean above) {
    Bound bound = (above ? verdict.bounds().upper() : verdict.bounds().lower()).orElseThrow();
    Phrase phrase =
        above
            ? bound.inclusive() ? Phrase.ABOVE : Phrase.AT_OR_ABOVE
            : bound.inclusive() ? Phrase.BELOW : Phrase.AT_OR_BELOW;
    return wording.say(phrase, bound.quantity().text());
  }

  private String chance(Verdict verdict) {
    boolean inside = verdict.inside() >= verdict.outside();
    return wording.say(
        inside ? Phrase.CHANCE_INSIDE : Phrase.CHANCE_OUTSIDE,
        Math.max(verdict.inside(), verdict.outside()),
        verdict.rounds(),
        Numbers.plain(Math.round(verdict.pValue() * 100) / 100.0));
  }
}
