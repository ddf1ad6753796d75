package plumbline.report.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import plumbline.report.page.TextWriter;
import plumbline.report.page.Tone;
import plumbline.report.words.ComparedFigures;
import plumbline.report.words.ComparisonWords;
import plumbline.report.words.GateWords;
import plumbline.report.words.Wording;

/** What a comparison has to say, in the order in which it is said. */
public final class ComparisonPage {
  /** Another version of a server may have a hundred other settings. */
  private static final int MOST_DIFFERENCES = 20;

  private static final int MOST_RUNS = 5;

  /** Failures and remarks that it shows first. */
  private static final Limit FIRST_ITEMS = new Limit(3, "see --details");

  private final Comparison comparison;
  private final ComparisonWords words;
  private final GateWords gateWords;

  private ComparisonPage(Comparison comparison, Wording wording) {
    this.comparison = comparison;
    this.words = new ComparisonWords(wording);
    this.gateWords = new GateWords(wording);
  }

  /** Makes the page of a comparison, for every format. */
  public static Page of(Comparison comparison, Wording wording) {
    return new ComparisonPage(comparison, wording).page();
  }

  /** The answers alone, on one screen of a terminal. */
  public static Page brief(Comparison comparison, Wording wording) {
    return new ComparisonPage(comparison, wording).brief();
  }

  private Page brief() {
    List<Block> blocks = new ArrayList<>();
    first(blocks, FIRST_ITEMS);
    blocks.add(sides(1));
    blocks.add(Paragraph.faint(words.conditions(comparison)));
    if (!comparison.notes().isEmpty()) {
      blocks.add(new Items(Text.all(comparison.notes()), FIRST_ITEMS));
    }
    Block legend = Paragraph.faint(words.briefLegend(comparison));
    int room = TextWriter.room(Stream.concat(blocks.stream(), Stream.of(legend)).toList());
    blocks.addAll(RowSection.brief(comparison, words, room));
    blocks.add(legend);
    return new Page("", "", "", blocks, "", List.of(), List.of());
  }

  /** What the gate says, what came out, and what to type if nothing is decided. */
  private void first(List<Block> blocks, Limit limit) {
    comparison
        .gate()
        .ifPresent(
            gate ->
                blocks.add(
                    alert(
                        gate,
                        Stream.of(
                                gate.failures().stream().map(gateWords::failure),
                                gate.broken().stream().map(words::row),
                                gateWords.caveats(comparison, gate).stream())
                            .flatMap(items -> items),
                        limit)));
    blocks.add(headline());
    advice().ifPresent(blocks::add);
  }

  private Block.Headline headline() {
    return new Block.Headline(
        "Plumbline comparison",
        words.headline(comparison).stream().map(text -> Text.of(text, Tone.STRONG)).toList());
  }

  private Entries sides(int mostRuns) {
    return new Entries(
        comparison.sides().stream()
            .map(side -> Entry.of(side.name(), words.runs(side, mostRuns)))
            .toList());
  }

  /** What to type so that something can be decided. */
  private Optional<Block> advice() {
    List<String> advice = gateWords.advice(comparison);
    return advice.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Section.of(
                "advice",
                "What to type",
                new Paragraph(Text.of(advice.get(0))),
                new Items(
                    advice.subList(1, advice.size()).stream()
                        .map(ComparisonPage::withCode)
                        .toList())));
  }

  /** A sentence in which commands stand between backquotes. */
  private static Text withCode(String sentence) {
    Text text = Text.EMPTY;
    boolean isCode = false;
    for (String part : sentence.split("`")) {
      text =
          isCode
              ? text.plus(Text.of("`" + part + "`").only(Format.TEXT))
                  .plus(Text.of(part, Tone.CODE).only(Format.MARKDOWN, Format.HTML))
              : text.plus(part);
      isCode = !isCode;
    }
    return text;
  }

  private Page page() {
    List<Block> blocks = new ArrayList<>();
    first(blocks, Limit.NONE);
    blocks.add(sides(MOST_RUNS));
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

  private Block.Alert alert(GateOutcome gate, Stream<String> items, Limit limit) {
    Tone tone =
        switch (gate.state()) {
          case PASSED -> Tone.GOOD;
          case BROKEN -> Tone.BAD;
          case UNDECIDED -> Tone.OPEN;
        };
    return new Block.Alert(
        tone, Text.of(gateWords.of(comparison, gate)), new Items(Text.all(items.toList()), limit));
  }

  private Block differences() {
    if (comparison.differences().isEmpty()) {
      return new Paragraph(Text.of(words.conditions(comparison)));
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
