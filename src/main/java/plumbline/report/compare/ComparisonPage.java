package plumbline.report.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plumbline.compare.Comparison;
import plumbline.compare.Comparison.Omission;
import plumbline.compare.GateOutcome;
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
import plumbline.report.page.Table.Row;
import plumbline.report.page.Text;
import plumbline.report.page.Tone;
import plumbline.report.words.ComparedFigures;
import plumbline.report.words.ComparisonWords;
import plumbline.report.words.Wording;

/** What a comparison has to say, in the order in which it is said. */
public final class ComparisonPage {
  /** Another version of a server may have a hundred other settings. */
  private static final int MOST_DIFFERENCES = 20;

  private static final int MOST_RUNS = 5;

  private final Comparison comparison;
  private final ComparisonWords words;

  private ComparisonPage(Comparison comparison, Wording wording) {
    this.comparison = comparison;
    this.words = new ComparisonWords(wording);
  }

  /** Makes the page of a comparison, for every format. */
  public static Page of(Comparison comparison, Wording wording) {
    return new ComparisonPage(comparison, wording).page();
  }

  private Page page() {
    List<Block> blocks = new ArrayList<>();
    comparison.gate().ifPresent(gate -> blocks.add(gate(gate)));
    blocks.add(
        new Block.Headline(
            "Plumbline comparison", List.of(Text.of(words.headline(comparison), Tone.STRONG))));
    blocks.add(
        new Entries(
            comparison.sides().stream()
                .map(side -> Entry.of(side.name(), List.of(runs(side))))
                .toList()));
    blocks.add(differences());
    blocks.add(new Items(Text.all(comparison.notes())));
    blocks.add(RowSection.of(comparison, words));
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
        Text.of(words.gate(comparison, gate)),
        new Items(
            Text.all(
                Stream.concat(
                        gate.failures().stream().map(words::failure),
                        gate.broken().stream().map(words::row))
                    .toList())));
  }

  private static String runs(Comparison.SideSummary side) {
    List<Comparison.RunSummary> runs = side.runs();
    if (runs.size() > MOST_RUNS) {
      return runs.size() + " runs, " + run(runs.get(0)) + " to " + run(runs.get(runs.size() - 1));
    }
    return runs.isEmpty()
        ? "no rounds"
        : runs.stream().map(ComparisonPage::run).collect(Collectors.joining(", "));
  }

  private static String run(Comparison.RunSummary run) {
    String commit = run.commit().substring(0, Math.min(10, run.commit().length()));
    return run.name()
        + (commit.isEmpty() ? " (" : " (commit " + commit + ", ")
        + Wording.counted(run.rounds(), "round")
        + ")";
  }

  private Block differences() {
    if (comparison.differences().isEmpty()) {
      return new Paragraph(Text.of("The conditions are the same, as far as the files tell."));
    }
    String[] sides =
        comparison.sides().stream().map(Comparison.SideSummary::name).toArray(String[]::new);
    List<Row> rows =
        comparison.differences().stream()
            .map(difference -> Row.of(difference.fact(), difference.values()))
            .toList();
    return Section.of(
            "differences",
            "The conditions differ",
            Table.grid()
                .words("Condition")
                .words(sides)
                .rows(rows)
                .limit(new Limit(MOST_DIFFERENCES, "which the other formats list")))
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
                    Row.of(
                        mean.system() + (hasSeveral() ? " (" + mean.side() + ")" : ""),
                        List.of(
                            mean.metric().text(),
                            Integer.toString(mean.rows()),
                            ComparedFigures.change(mean.change())
                                + " "
                                + ComparedFigures.interval(mean.change()))))
            .toList();
    return Section.of(
        "means",
        "Geometric mean of the changes",
        Paragraph.faint(words.means()),
        Table.grid().words("System", "metric").figures("rows", "change").rows(rows));
  }

  private void omissions(Omission.Kind kind, List<Block> blocks) {
    List<Text> omitted =
        comparison.omitted().stream()
            .filter(omission -> omission.kind() == kind)
            .map(one -> one.side() + ": " + one.what() + " (" + words.reason(one) + ")")
            .map(Text::of)
            .toList();
    if (!omitted.isEmpty()) {
      String title = words.heading(kind) + ": " + omitted.size();
      blocks.add(
          Section.of("omitted-" + kind.text(), title, new Items(omitted)).folded(Format.MARKDOWN));
    }
  }
}
