package plumbline.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plumbline.claim.Outcome;
import plumbline.claim.Verdict;
import plumbline.report.ReportModel.Claim;
import plumbline.report.ReportModel.ClaimRegime;
import plumbline.report.ReportModel.ClaimVerdict;
import plumbline.report.words.VerdictWords;
import plumbline.report.words.VerdictWords.Side;
import plumbline.result.Units;

/** The verdicts, gathered by claim and regime. Conditions that all share are said once. */
final class ClaimSheet {
  private static final String COMMA = ", ";

  /** Between the two sides of a ratio. */
  static final String SLASH = " / ";

  private final VerdictWords words;

  ClaimSheet(VerdictWords words) {
    this.words = words;
  }

  List<Claim> of(List<Verdict> verdicts) {
    Map<String, List<Verdict>> byClaim = new LinkedHashMap<>();
    verdicts.forEach(
        verdict -> byClaim.computeIfAbsent(verdict.claim(), id -> new ArrayList<>()).add(verdict));
    List<Claim> claims = new ArrayList<>();
    byClaim.forEach((id, all) -> claims.add(claim(id, all)));
    return claims;
  }

  /**
   * A regime of a claim.
   *
   * @param subject system and operation
   * @param sides one, or the two of a ratio, each with its conditions
   */
  private record Place(String subject, List<Side> sides) {}

  private Claim claim(String id, List<Verdict> verdicts) {
    List<String> contrasts =
        verdicts.stream().flatMap(one -> words.contrast(one).stream()).distinct().toList();
    Map<Place, List<Verdict>> byRegime = new LinkedHashMap<>();
    verdicts.forEach(
        verdict ->
            byRegime
                .computeIfAbsent(place(verdict, contrasts.size() > 1), key -> new ArrayList<>())
                .add(verdict));
    int sides = byRegime.keySet().stream().mapToInt(place -> place.sides().size()).max().orElse(1);
    List<Set<String>> shared = new ArrayList<>();
    for (int side = 0; side < sides; side++) {
      shared.add(shared(byRegime.keySet(), side));
    }
    List<String> intervals =
        verdicts.stream().map(words::interval).filter(text -> !text.isEmpty()).distinct().toList();
    String interval = intervals.size() == 1 ? intervals.get(0) : "";
    List<ClaimRegime> regimes = new ArrayList<>();
    byRegime.forEach(
        (place, all) ->
            regimes.add(
                new ClaimRegime(
                    place.subject(),
                    distinct(place, shared),
                    all.stream().map(verdict -> verdict(verdict, interval)).toList())));
    return new Claim(
        id,
        verdicts.get(0).statement(),
        verdicts.stream().map(words::bound).map(Units::bind).distinct().toList(),
        common(contrasts, shared),
        interval,
        verdicts.stream().anyMatch(Verdict::isOfARatio),
        regimes);
  }

  /**
   * A contrast, in short if it is the only one; each server's conditions stand with the servers.
   */
  private Place place(Verdict verdict, boolean withContrast) {
    List<Side> sides = new ArrayList<>(words.sides(verdict));
    if (withContrast && verdict.isOfAContrast()) {
      List<String> parts = new ArrayList<>(sides.get(0).parts());
      parts.add(words.contrast(verdict).orElseThrow());
      sides.set(0, new Side(sides.get(0).brief(), parts));
    }
    return new Place(words.subject(verdict), sides);
  }

  private static String common(List<String> contrasts, List<Set<String>> shared) {
    String sides =
        shared.stream()
            .map(parts -> String.join(COMMA, parts))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(SLASH));
    return Stream.concat(
            contrasts.size() == 1 ? contrasts.stream() : Stream.empty(), Stream.of(sides))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(COMMA));
  }

  /** What all regimes have in common on one side, but for what tells them apart. */
  private static Set<String> shared(Set<Place> places, int side) {
    Set<String> shared = null;
    for (Place place : places) {
      if (side >= place.sides().size()) {
        continue;
      }
      Side one = place.sides().get(side);
      Set<String> parts = new LinkedHashSet<>(one.parts());
      parts.removeIf(part -> saysBrief(part, one.brief()));
      if (shared == null) {
        shared = parts;
      } else {
        shared.retainAll(parts);
      }
    }
    return shared == null ? Set.of() : shared;
  }

  private static String distinct(Place place, List<Set<String>> shared) {
    List<String> texts = new ArrayList<>();
    for (int side = 0; side < place.sides().size(); side++) {
      texts.add(distinct(place.sides().get(side), shared.get(side)));
    }
    return String.join(SLASH, texts);
  }

  /** The brief regime, and what else of the full one the other regimes do not share. */
  private static String distinct(Side side, Set<String> shared) {
    String brief = side.brief();
    List<String> parts = new ArrayList<>();
    if (!brief.isEmpty()) {
      parts.add(brief);
    }
    for (String part : side.parts()) {
      if (shared.contains(part)) {
        continue;
      }
      if (!brief.isEmpty() && saysBrief(part, brief)) {
        // The same with the version of a client: it says more, so it replaces the brief text.
        parts.set(0, part);
      } else {
        parts.add(part);
      }
    }
    return String.join(COMMA, parts.isEmpty() ? side.parts() : parts);
  }

  private static boolean saysBrief(String part, String brief) {
    return part.equals(brief) || part.startsWith(brief + " ");
  }

  private ClaimVerdict verdict(Verdict verdict, String interval) {
    String estimate =
        verdict.estimate().isPresent()
            ? Units.of(verdict.estimate().getAsDouble(), verdict.unit())
            : Units.NONE;
    String range = "";
    if (verdict.low().isPresent() && verdict.high().isPresent()) {
      range =
          Units.of(verdict.low().getAsDouble(), verdict.unit())
              + " to "
              + Units.of(verdict.high().getAsDouble(), verdict.unit())
              + (interval.isEmpty() ? COMMA + words.interval(verdict) : "");
    }
    boolean evident =
        verdict.outcome() != Outcome.UNDECIDED && (verdict.inside() == 0 || verdict.outside() == 0);
    return new ClaimVerdict(
        verdict.metric().text(),
        Units.bind(words.bound(verdict)),
        verdict.outcome(),
        estimate,
        range,
        words.reason(verdict),
        evident);
  }
}
