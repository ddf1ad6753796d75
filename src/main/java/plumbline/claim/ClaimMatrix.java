package plumbline.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Claims by regime: what came out for each claim in each kind of regime that a run has. A claim
 * whose id continues that of another ({@code few-micros-under-load} after {@code few-micros}) is
 * the same claim, asked of another regime, and shares its line.
 *
 * @param columns kinds of regimes, at least two
 * @param lines one per claim, in the order of the claims
 */
public record ClaimMatrix(List<RegimeKind> columns, List<Line> lines) {
  public ClaimMatrix {
    columns = List.copyOf(columns);
    lines = List.copyOf(lines);
  }

  /**
   * One claim.
   *
   * @param claim its id
   * @param statement the claim in our own words
   * @param cells one per column
   */
  public record Line(String claim, String statement, List<Cell> cells) {
    public Line {
      cells = List.copyOf(cells);
    }
  }

  /**
   * The verdicts on a claim in one kind of regime.
   *
   * @param counts how many there are of each outcome that occurs; empty if the claim says nothing
   *     of it
   */
  public record Cell(Map<Outcome, Integer> counts) {
    /** How many verdicts there are. */
    public int total() {
      return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The outcome of all of them; empty if they differ or there are none. */
    public Optional<Outcome> common() {
      return counts.size() == 1 ? Optional.of(counts.keySet().iterator().next()) : Optional.empty();
    }

    /** Whether outcomes differ. */
    public boolean isMixed() {
      return counts.size() > 1;
    }
  }

  /** The table of a run's verdicts; empty if they are all about one kind of regime. */
  public static Optional<ClaimMatrix> of(List<Verdict> verdicts) {
    List<Verdict> measured = verdicts.stream().filter(Verdict::isMeasured).toList();
    SortedSet<RegimeKind> columns = new TreeSet<>();
    Map<String, Map<RegimeKind, Map<Outcome, Integer>>> counts = new LinkedHashMap<>();
    Map<String, String> statements = new LinkedHashMap<>();
    List<String> ids = measured.stream().map(Verdict::claim).distinct().toList();
    for (Verdict verdict : measured) {
      RegimeKind kind = RegimeKind.of(verdict);
      columns.add(kind);
      String line = line(verdict.claim(), ids);
      if (verdict.claim().equals(line)) {
        statements.put(line, verdict.statement());
      }
      counts
          .computeIfAbsent(line, claim -> new TreeMap<>())
          .computeIfAbsent(kind, column -> new EnumMap<>(Outcome.class))
          .merge(verdict.outcome(), 1, Integer::sum);
    }
    if (columns.size() < 2) {
      return Optional.empty();
    }
    List<Line> lines = new ArrayList<>();
    counts.forEach(
        (claim, cells) ->
            lines.add(
                new Line(
                    claim,
                    statements.get(claim),
                    columns.stream()
                        .map(kind -> new Cell(cells.getOrDefault(kind, Map.of())))
                        .toList())));
    return Optional.of(new ClaimMatrix(List.copyOf(columns), lines));
  }

  /** The shortest id among those that begin like this one, word by word. */
  private static String line(String id, List<String> ids) {
    return ids.stream()
        .filter(other -> id.startsWith(other + "-"))
        .min(Comparator.comparingInt(String::length))
        .orElse(id);
  }
}
