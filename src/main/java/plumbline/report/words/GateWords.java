package plumbline.report.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import plumbline.compare.ComparedRow;
import plumbline.compare.Comparison;
import plumbline.compare.Comparison.Omission;
import plumbline.compare.GateOutcome;
import plumbline.compare.GateOutcome.Doubt;
import plumbline.compare.Observation;

/** What the gate of a comparison says, and what to type where nothing could be decided. */
public final class GateWords {
  private final Wording wording;

  /** In some words. */
  public GateWords(Wording wording) {
    this.wording = wording;
  }

  /** What the gate says, in one sentence without its full stop. */
  public String of(Comparison comparison, GateOutcome gate) {
    String effect = ComparedFigures.percent(comparison.settings().minEffect());
    return switch (gate.state()) {
      case BROKEN -> wording.say(Phrase.GATE_BROKEN, broken(gate, effect));
      case PASSED -> wording.say(Phrase.GATE_PASSED, effect);
      case UNDECIDED -> wording.say(Phrase.GATE_UNDECIDED, doubt(gate));
    };
  }

  private String broken(GateOutcome gate, String effect) {
    List<String> parts = new ArrayList<>();
    if (!gate.failures().isEmpty()) {
      parts.add(wording.say(Phrase.GATE_BROKEN_BY_FAILURES, gate.failures().size()));
    }
    if (!gate.broken().isEmpty()) {
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

  /** What a gate that passed did not look at, or cannot exclude; each without a full stop. */
  public List<String> caveats(Comparison comparison, GateOutcome gate) {
    if (gate.state() != GateOutcome.State.PASSED) {
      return List.of();
    }
    List<String> caveats = new ArrayList<>();
    gate.widest().map(this::notExcluded).ifPresent(caveats::add);
    List<Omission> omitted = comparison.omitted();
    count(
        caveats,
        Phrase.GATE_LEFT_OPEN,
        comparison.rows().stream()
            .filter(row -> !row.figure().isControl())
            .filter(row -> row.needed() > 0)
            .count());
    count(
        caveats,
        Phrase.GATE_LEFT_OUT,
        omitted.stream().filter(omission -> omission.kind().isOfARow()).count());
    count(
        caveats,
        Phrase.GATE_LEFT_INVALID,
        omitted.stream().filter(one -> one.kind() == Omission.Kind.INVALID).count());
    if (!gate.machineSeen()) {
      caveats.add(wording.say(Phrase.GATE_MACHINE_NOT_SEEN));
    }
    if (!gate.conditionsKnown()) {
      caveats.add(wording.say(Phrase.GATE_CONDITIONS_NOT_KNOWN));
    }
    return caveats;
  }

  private void count(List<String> caveats, Phrase phrase, long count) {
    if (count > 0) {
      caveats.add(wording.say(phrase, count));
    }
  }

  private String notExcluded(ComparedRow row) {
    if (Double.isInfinite(row.worstNotExcluded())) {
      return wording.say(Phrase.GATE_MISS_NOT_EXCLUDED, row.figure());
    }
    double worst =
        row.figure().metric().lowerIsBetter() ? row.change().high() - 1 : row.change().low() - 1;
    return wording.say(Phrase.GATE_NOT_EXCLUDED, row.figure(), ComparedFigures.change(worst));
  }

  /** Why a gate cannot decide, without a full stop; empty if it could. */
  public String doubt(GateOutcome gate) {
    return gate.doubt().map(this::doubt).orElse("");
  }

  private String doubt(Doubt doubt) {
    if (doubt instanceof GateOutcome.SharedRun shared) {
      return wording.say(Phrase.DOUBT_SHARED_RUN, shared.run());
    } else if (doubt instanceof GateOutcome.TooFewStarts few) {
      return wording.say(Phrase.DOUBT_TOO_FEW_STARTS, few.side(), few.starts(), few.needed());
    } else if (doubt instanceof GateOutcome.ConditionsDiffer differ) {
      return wording.say(Phrase.DOUBT_CONDITIONS, ComparisonWords.facts(differ.facts(), wording));
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
    return ((GateOutcome.NothingCompared) doubt)
        .filter()
        .map(filter -> wording.say(Phrase.DOUBT_NOTHING_FOUND, filter))
        .orElseGet(() -> wording.say(Phrase.DOUBT_NOTHING_COMPARED));
  }

  /** What to type so that something can be decided, the need first; empty if all can be. */
  public List<String> advice(Comparison comparison) {
    Optional<Doubt> doubt = comparison.gate().flatMap(GateOutcome::doubt);
    if (doubt.filter(GateOutcome.TooManyRows.class::isInstance).isPresent()) {
      return List.of(needs(comparison), wording.say(Phrase.ADVICE_ROWS), pooled());
    }
    boolean few =
        doubt.isPresent()
            ? doubt.get() instanceof GateOutcome.TooFewStarts
            : comparison.sideOfTooFewStarts().isPresent();
    if (!few || comparison.rows().isEmpty()) {
      return List.of();
    }
    int needed = comparison.startsNeeded();
    String rows =
        needed > Observation.LEAST_STARTS
            ? wording.say(Phrase.ADVICE_STARTS_OF_ROWS, comparison.gated(), needed)
            : "";
    return List.of(
        wording.say(
            Phrase.ADVICE_STARTS, Observation.LEAST_STARTS, Observation.ENOUGH_STARTS, rows),
        wording.say(Phrase.ADVICE_TRACK, Observation.ENOUGH_STARTS),
        pooled());
  }

  private String pooled() {
    return wording.say(Phrase.ADVICE_POOL);
  }

  /** How many starts the rows need, in one sentence. */
  String needs(Comparison comparison) {
    return wording.say(Phrase.POWER_NEEDS, comparison.gated(), comparison.startsNeeded());
  }
}
