package plumbline.report.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import plumbline.compare.ComparedRow;
import plumbline.compare.Comparison;
import plumbline.compare.Verdict;
import plumbline.report.page.Block;
import plumbline.report.page.Block.Items;
import plumbline.report.page.Block.Paragraph;
import plumbline.report.page.Block.Section;
import plumbline.report.page.Format;
import plumbline.report.page.Table;
import plumbline.report.page.Table.Bar;
import plumbline.report.page.Table.Cell;
import plumbline.report.page.Table.Row;
import plumbline.report.page.Text;
import plumbline.report.page.Tone;
import plumbline.report.words.ComparedFigures;
import plumbline.report.words.ComparisonWords;
import plumbline.result.Metric;
import plumbline.result.Units;

/** The rows of a comparison. */
final class RowSection {
  /** With wider intervals the table would be wider than a terminal. */
  private static final int WIDEST_SIDE = 20;

  private static final int WIDEST_CHANGE = 22;

  /** Changes beyond this share are drawn at the edge. */
  private static final double EDGE = 0.5;

  private RowSection() {}

  /**
   * As many rows as fit, if not all do those with a difference, the worst first to be told; and how
   * many more there are.
   */
  static List<Block> brief(Comparison comparison, ComparisonWords words, int lines) {
    List<ComparedRow> shown = shown(comparison.rows(), lines);
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Table.grid("Series")
            .words("metric")
            .figures("BASE", "NEW")
            .details("change", WIDEST_CHANGE)
            .figures("n")
            .words("verdict")
            .figures("p")
            .rows(shown.stream().map(row -> row(row, isNamed(comparison), false, words)).toList())
            .otherwise(words.noRow()));
    int left = comparison.rows().size() - shown.size();
    if (left > 0) {
      blocks.add(Paragraph.faint(words.rowsLeft(left)));
    }
    return blocks;
  }

  private static List<ComparedRow> shown(List<ComparedRow> rows, int lines) {
    if (lines(rows) <= lines) {
      return rows;
    }
    Set<ComparedRow> first = new HashSet<>();
    rows.stream()
        .sorted(
            Comparator.comparing((ComparedRow row) -> !isDifferent(row))
                .thenComparing(Comparator.comparingDouble(ComparedRow::worsening).reversed()))
        .filter(row -> isDifferent(row) || rows.stream().noneMatch(RowSection::isDifferent))
        .forEach(
            row -> {
              first.add(row);
              if (lines(first) > lines) {
                first.remove(row);
              }
            });
    return rows.stream().filter(first::contains).toList();
  }

  private static boolean isDifferent(ComparedRow row) {
    return row.verdict() == Verdict.BETTER || row.verdict() == Verdict.WORSE;
  }

  /** Rows of a series stand below its name. */
  private static long lines(Collection<ComparedRow> rows) {
    return rows.size()
        + rows.stream().map(row -> row.side() + row.figure().series()).distinct().count();
  }

  private static boolean isNamed(Comparison comparison) {
    return comparison.sides().size() > 2;
  }

  static Section of(Comparison comparison, ComparisonWords words) {
    boolean isNamed = isNamed(comparison);
    List<Block> blocks = new ArrayList<>();
    words.rules(comparison).forEach(rule -> blocks.add(Paragraph.faint(rule)));
    blocks.add(
        Table.grid("Series")
            .words("metric")
            .details("BASE", WIDEST_SIDE)
            .details("NEW", WIDEST_SIDE)
            .details("change", WIDEST_CHANGE)
            .figures("n")
            .words("verdict")
            .figures("p")
            // There may be tens of thousands.
            .rows(
                comparison.rows().parallelStream()
                    .map(row -> row(row, isNamed, true, words))
                    .toList())
            .otherwise(words.noRow()));
    blocks.add(
        new Items(
            words.legend(comparison.observation()).stream()
                .map(line -> Text.of(line, Tone.FAINT))
                .toList()));
    blocks.add(
        new Paragraph(
            Text.of(
                    "The line under a change goes from -33 % to +50 %, with no change in its"
                        + " middle.",
                    Tone.FAINT)
                .only(Format.HTML)));
    return Section.of("rows", Text.of("Rows"), blocks);
  }

  private static Row row(
      ComparedRow row, boolean isNamed, boolean withIntervals, ComparisonWords words) {
    Metric metric = row.figure().metric();
    ComparedRow.Change change = row.change();
    List<Cell> cells =
        new ArrayList<>(
            List.of(
                side(row, row.base(), withIntervals, words),
                side(row, row.changed(), withIntervals, words),
                Cell.of(ComparedFigures.change(change))
                    .detail(ComparedFigures.interval(change))
                    .value(change.ratio())
                    .bar(
                        new Bar(
                            position(change.hasInterval() ? change.low() : change.ratio()),
                            position(change.ratio()),
                            position(change.hasInterval() ? change.high() : change.ratio()))),
                Cell.of(row.base().count() + "+" + row.changed().count())
                    .value(row.base().count() + row.changed().count())));
    cells.add(Cell.of(Text.of(words.verdict(row), tone(row.verdict()))));
    boolean isKnown = row.verdict() != Verdict.UNKNOWN;
    cells.add(
        isKnown
            ? Cell.of(ComparedFigures.p(row.adjusted())).value(row.adjusted())
            : Cell.of(Units.NONE));
    String name = row.figure().name() + (isNamed ? " (" + row.side() + ")" : "");
    return new Row(List.of(Text.of(name)), Text.of(metric.text()), cells);
  }

  private static Cell side(
      ComparedRow row, ComparedRow.Observations side, boolean withInterval, ComparisonWords words) {
    Metric metric = row.figure().metric();
    return Cell.of(ComparedFigures.median(metric, side))
        .detail(withInterval ? ComparedFigures.interval(metric, side) : "")
        .value(side.median().median())
        .about(words.from(row.observation(), side.count()));
  }

  /** Where a ratio lies on a line from two thirds to one and a half. */
  private static double position(double ratio) {
    return Math.log(ratio) / Math.log(1 + EDGE) / 2 + 0.5;
  }

  private static Tone tone(Verdict verdict) {
    return switch (verdict) {
      case BETTER -> Tone.GOOD;
      case WORSE -> Tone.BAD;
      default -> Tone.FAINT;
    };
  }
}
