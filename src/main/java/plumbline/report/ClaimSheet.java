package plumbline.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plumbline.claim.Outcome;
import plumbline.claim.Verdict;
import plumbline.report.ReportModel.Claim;
import plumbline.report.ReportModel.ClaimRegime;
import plumbline.report.ReportModel.ClaimVerdict;
import plumbline.result.Units;

/** The verdicts, gathered by claim and regime. Conditions that all share are said once. */
final class ClaimSheet {
  private static final String COMMA = ", ";

  /** Between the two sides of a ratio. */
  static final String SLASH = " / ";

  private ClaimSheet() {}

  static List<Claim> of(List<Verdict> verdicts) {
    Map<String, List<Verdict>> byClaim = new LinkedHashMap<>();
    verdicts.forEach(
        verdict -> byClaim.computeIfAbsent(verdict.claim(), id -> new ArrayList<>()).add(verdict));
    List<Claim> claims = new ArrayList<>();
    byClaim.forEach((id, all) -> claims.add(claim(id, all)));
    return claims;
  }

  private static Claim claim(String id, List<Verdict> verdicts) {
    long contrasts = verdicts.stream().flatMap(one -> one.contrast().stream()).distinct().count();
    Map<List<String>, List<Verdict>> byRegime = new LinkedHashMap<>();
    verdicts.forEach(
        verdict ->
            byRegime
                .computeIfAbsent(
                    List.of(verdict.subject(), verdict.brief(), regime(verdict, contrasts > 1)),
                    key -> new ArrayList<>())
                .add(verdict));

    // A ratio has two sides, and each its own conditions.
    int sides = 1;
    for (List<String> key : byRegime.keySet()) {
      sides = Math.max(sides, sides(key));
    }
    List<Set<String>> shared = new ArrayList<>();
    for (int side = 0; side < sides; side++) {
      shared.add(shared(byRegime.keySet(), side));
    }
    List<String> intervals =
        verdicts.stream()
            .map(Verdict::interval)
            .filter(text -> !text.isEmpty())
            .distinct()
            .toList();
    String interval = intervals.size() == 1 ? intervals.get(0) : "";
    List<ClaimRegime> regimes = new ArrayList<>();
    byRegime.forEach(
        (key, all) ->
            regimes.add(
                new ClaimRegime(
                    key.get(0),
                    distinct(key, shared),
                    all.stream().map(verdict -> verdict(verdict, interval)).toList())));
    return new Claim(
        id,
        verdicts.get(0).statement(),
        verdicts.stream().map(Verdict::bound).map(Units::bind).distinct().toList(),
        common(contrasts == 1 ? verdicts.get(0).contrast() : Optional.empty(), shared),
        interval,
        verdicts.stream().anyMatch(verdict -> verdict.unit().equals("x")),
        regimes);
  }

  /**
   * A contrast, in short if it is the only one; each server's conditions stand with the servers.
   */
  private static String regime(Verdict verdict, boolean withContrast) {
    if (verdict.contrast().isEmpty()) {
      return verdict.regime();
    }
    return Stream.concat(
            Arrays.stream(verdict.regime().split(COMMA))
                .filter(part -> !part.contains(Verdict.AGAINST)),
            withContrast ? verdict.contrast().stream() : Stream.empty())
        .collect(Collectors.joining(COMMA));
  }

  private static String common(Optional<String> contrast, List<Set<String>> shared) {
    String sides =
        shared.stream()
            .map(parts -> String.join(COMMA, parts))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(SLASH));
    return Stream.concat(contrast.stream(), Stream.of(sides))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(COMMA));
  }

  /** The sides of a regime: one, or the two of a ratio. */
  private static int sides(List<String> key) {
    int sides = key.get(1).split(SLASH, -1).length;
    return sides == key.get(2).split(SLASH, -1).length ? sides : 1;
  }

  private static String side(List<String> key, int part, int side) {
    return sides(key) == 1 ? key.get(part) : key.get(part).split(SLASH, -1)[side];
  }

  /** What all regimes have in common on one side, but for what tells them apart. */
  private static Set<String> shared(Set<List<String>> keys, int side) {
    Set<String> shared = null;
    for (List<String> key : keys) {
      if (side >= sides(key)) {
        continue;
      }
      Set<String> parts = new LinkedHashSet<>(List.of(side(key, 2, side).split(COMMA)));
      parts.removeIf(part -> saysBrief(part, side(key, 1, side)));
      if (shared == null) {
        shared = parts;
      } else {
        shared.retainAll(parts);
      }
    }
    return shared == null ? Set.of() : shared;
  }

  private static String distinct(List<String> key, List<Set<String>> shared) {
    List<String> texts = new ArrayList<>();
    for (int side = 0; side < sides(key); side++) {
      texts.add(distinct(side(key, 1, side), side(key, 2, side), shared.get(side)));
    }
    return String.join(SLASH, texts);
  }

  /** The brief regime, and what else of the full one the other regimes do not share. */
  private static String distinct(String brief, String full, Set<String> shared) {
    List<String> parts = new ArrayList<>();
    if (!brief.isEmpty()) {
      parts.add(brief);
    }
    for (String part : full.split(COMMA)) {
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
    return parts.isEmpty() ? full : String.join(COMMA, parts);
  }

  private static boolean saysBrief(String part, String brief) {
    return part.equals(brief) || part.startsWith(brief + " ");
  }

  private static ClaimVerdict verdict(Verdict verdict, String interval) {
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
              + (interval.isEmpty() && !verdict.interval().isEmpty()
                  ? COMMA + verdict.interval()
                  : "");
    }
    boolean evident =
        verdict.outcome() != Outcome.UNDECIDED && (verdict.inside() == 0 || verdict.outside() == 0);
    return new ClaimVerdict(
        verdict.metric().text(),
        Units.bind(verdict.bound()),
        verdict.outcome(),
        estimate,
        range,
        verdict.reason(),
        evident);
  }
}
