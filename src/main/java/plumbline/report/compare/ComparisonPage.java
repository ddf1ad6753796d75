package plumbline.report.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import plumbline.compare.Comparison;
import plumbline.compare.Comparison.GateOutcome;
import plumbline.compare.Comparison.Omission;
import plumbline.compare.Verdict;
import plumbline.report.page.Block;
import plumbline.report.page.Block.Entries;
import plumbline.report.page.Block.Entry;
import plumbline.report.page.Block.Items;
import plumbline.report.page.Block.Limit;
import plumbline.report.page.Block.Paragraph;
import plumbline.report.page.Block.Section;
import plumbline.report.page.Format;
import plumbline.report.page.Page;
import plumbline.report.page.Table;
import plumbline.report.page.Table.Cell;
import plumbline.report.page.Table.Column;
import plumbline.report.page.Table.Layout;
import plumbline.report.page.Table.Row;
import plumbline.report.page.Text;
import plumbline.report.page.Tone;

/** What a comparison has to say, in the order in which it is said. */
final class ComparisonPage {
  /** Another version of a server may have a hundred other settings. */
  private static final int MOST_DIFFERENCES = 20;

  private final Comparison comparison;

  private ComparisonPage(Comparison comparison) {
    this.comparison = comparison;
  }

  static Page of(Comparison comparison) {
    return new ComparisonPage(comparison).page();
  }

  private Page page() {
    List<Block> blocks = new ArrayList<>();
    comparison.gate().ifPresent(gate -> blocks.add(gate(gate)));
    blocks.add(
        new Block.Headline("Plumbline comparison", List.of(Text.of(headline(), Tone.STRONG))));
    blocks.add(
        new Entries(
            comparison.sides().stream()
                .map(side -> Entry.of(side.name(), List.of(runs(side))))
                .toList()));
    blocks.add(differences());
    blocks.add(new Items(Text.all(comparison.notes())));
    blocks.add(RowSection.of(comparison));
    if (!comparison.means().isEmpty()) {
      blocks.add(means());
    }
    for (Omission.Kind kind : Omission.Kind.values()) {
      omissions(kind, blocks);
    }
    return new Page(
        "Plumbline: comparison",
        "Is the difference real?",
        "",
        blocks,
        "Made by Plumbline from stored data alone.",
        List.of(),
        List.of());
  }

  private Block.Alert gate(GateOutcome gate) {
    Tone tone =
        switch (gate.state()) {
          case PASSED -> Tone.GOOD;
          case BROKEN -> Tone.BAD;
          case UNDECIDED -> Tone.OPEN;
        };
    return new Block.Alert(
        tone,
        Text.of(ComparisonWords.gate(comparison, gate)),
        new Items(Text.all(gate.broken().stream().map(ComparisonWords::row).toList())));
  }

  private String headline() {
    long better = count(Verdict.BETTER);
    long worse = count(Verdict.WORSE);
    long unknown = count(Verdict.UNKNOWN);
    if (comparison.rows().isEmpty()) {
      return "Nothing was compared";
    }
    return better
        + " better, "
        + worse
        + " worse, "
        + (comparison.rows().size() - better - worse - unknown)
        + " without a difference that matters"
        + (unknown == 0 ? "" : ", " + unknown + " not to be known with so few rounds");
  }

  private long count(Verdict verdict) {
    return comparison.rows().stream().filter(row -> row.verdict() == verdict).count();
  }

  private static String runs(Comparison.SideSummary side) {
    return side.runs().isEmpty()
        ? "no rounds"
        : side.runs().stream().map(ComparisonWords::run).collect(Collectors.joining(", "));
  }

  private Block differences() {
    if (comparison.differences().isEmpty()) {
      return new Paragraph(Text.of("The conditions are the same, as far as the files tell."));
    }
    List<Column> columns = new ArrayList<>(List.of(Column.words("Condition")));
    comparison.sides().forEach(side -> columns.add(Column.words(side.name())));
    List<Row> rows =
        comparison.differences().stream()
            .map(
                difference ->
                    new Row(
                        List.of(),
                        Text.of(difference.fact()),
                        difference.values().stream().map(Cell::of).toList()))
            .toList();
    return Section.of(
            "differences",
            "The conditions differ",
            new Table(
                Layout.GRID,
                List.of(),
                columns,
                rows,
                "",
                new Limit(MOST_DIFFERENCES, "which the other formats list"),
                ""))
        .as("warning");
  }

  private boolean hasSeveral() {
    return comparison.sides().size() > 2;
  }

  private Section means() {
    List<Row> rows =
        comparison.means().stream()
            .map(
                mean ->
                    new Row(
                        List.of(),
                        Text.of(mean.system() + (hasSeveral() ? " (" + mean.side() + ")" : "")),
                        List.of(
                            Cell.of(mean.metric().text()),
                            Cell.of(Integer.toString(mean.rows())),
                            Cell.of(ComparisonWords.mean(mean)))))
            .toList();
    return Section.of(
        "means",
        "Geometric mean of the changes",
        Table.of(
            Layout.GRID,
            List.of(),
            List.of(
                Column.words("System"),
                Column.words("metric"),
                Column.figures("rows"),
                Column.figures("change")),
            rows,
            ""));
  }

  private void omissions(Omission.Kind kind, List<Block> blocks) {
    List<Text> omitted =
        comparison.omitted().stream()
            .filter(omission -> omission.kind() == kind)
            .map(omission -> Text.of(ComparisonWords.omission(omission)))
            .toList();
    if (!omitted.isEmpty()) {
      String title = ComparisonWords.heading(kind) + ": " + omitted.size();
      blocks.add(
          Section.of("omitted-" + kind.text(), title, new Items(omitted)).folded(Format.MARKDOWN));
    }
  }
}
