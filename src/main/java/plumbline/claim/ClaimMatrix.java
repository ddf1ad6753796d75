package plumbline.claim;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Claims by regime: what came out for each claim in each kind of regime that a run has. A claim
 * that continues another is the same claim, asked of another regime, and shares its line. Readings
 * of a claim but the first have a line each if they came to something else.
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
   * @param reading of the claim's words; empty for the first of them
   * @param statement the claim in our own words
   * @param cells one per column
   */
  public record Line(String claim, Optional<String> reading, String statement, List<Cell> cells) {
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
    List<Verdict> measured = Reading.told(verdicts.stream().filter(Verdict::isMeasured).toList());
    SortedSet<RegimeKind> columns = new TreeSet<>();
    measured.forEach(verdict -> columns.add(RegimeKind.of(verdict)));
    if (columns.size() < 2) {
      return Optional.empty();
    }
    List<Line> lines = new ArrayList<>();
    for (List<Verdict> claim : by(Verdict::line, measured)) {
      List<List<Verdict>> readings = by(Verdict::reading, claim);
      String statement =
          claim.stream()
              .filter(verdict -> verdict.claim().equals(verdict.line()))
              .findFirst()
              .orElse(claim.get(0))
              .statement();
      for (List<Verdict> reading : readings) {
        lines.add(
            new Line(
                claim.get(0).line(),
                reading.get(0).reading().filter(name -> !reading.equals(readings.get(0))),
                statement,
                columns.stream().map(kind -> cell(kind, reading)).toList()));
      }
    }
    return Optional.of(new ClaimMatrix(List.copyOf(columns), lines));
  }

  private static <K> List<List<Verdict>> by(Function<Verdict, K> key, List<Verdict> verdicts) {
    return List.copyOf(
        verdicts.stream()
            .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()))
            .values());
  }

  private static Cell cell(RegimeKind kind, List<Verdict> verdicts) {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    verdicts.stream()
        .filter(verdict -> RegimeKind.of(verdict).equals(kind))
        .forEach(verdict -> counts.merge(verdict.outcome(), 1, Integer::sum));
    return new Cell(counts);
  }
}
