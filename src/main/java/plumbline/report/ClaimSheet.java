package plumbline.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plumbline.claim.Outcome;
import plumbline.claim.Verdict;
import plumbline.report.ReportModel.Claim;
import plumbline.report.ReportModel.ClaimRegime;
import plumbline.report.ReportModel.ClaimVerdict;

/** The verdicts, gathered by claim and regime. Conditions that all share are said once. */
final class ClaimSheet {
  private static final String COMMA = ", ";

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
    Map<List<String>, List<Verdict>> byRegime = new LinkedHashMap<>();
    verdicts.forEach(
        verdict ->
            byRegime
                .computeIfAbsent(
                    List.of(verdict.subject(), verdict.brief(), verdict.regime()),
                    key -> new ArrayList<>())
                .add(verdict));

    Set<String> common = null;
    for (List<String> key : byRegime.keySet()) {
      Set<String> parts = new LinkedHashSet<>(List.of(key.get(2).split(COMMA)));
      parts.removeIf(part -> saysBrief(part, key.get(1)));
      if (common == null) {
        common = parts;
      } else {
        common.retainAll(parts);
      }
    }
    Set<String> shared = common;
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
                    distinct(key.get(1), key.get(2), shared),
                    all.stream().map(verdict -> verdict(verdict, interval)).toList())));
    return new Claim(
        id,
        verdicts.get(0).statement(),
        verdicts.stream().map(Verdict::bound).map(Units::bind).distinct().toList(),
        String.join(COMMA, shared),
        interval,
        regimes);
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
