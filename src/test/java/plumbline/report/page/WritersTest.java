package plumbline.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plumbline.report.page.Block.Entries;
import plumbline.report.page.Block.Entry;
import plumbline.report.page.Block.Items;
import plumbline.report.page.Block.Limit;
import plumbline.report.page.Block.Paragraph;
import plumbline.report.page.Block.Section;
import plumbline.report.page.Table.Cell;
import plumbline.report.page.Table.Row;

class WritersTest {
  private static final Table TABLE = Table.grid("Op").words("what").figures("p50", "p99");

  private static Page page(Block... blocks) {
    return new Page("T", "name", "", List.of(blocks), "foot", List.of(), List.of());
  }

  private static String text(Block... blocks) {
    return TextWriter.write(page(blocks), 80, false);
  }

  private static Row row(String group, String label, String... cells) {
    return new Row(
        List.of(Text.of(group)), Text.of(label), Arrays.stream(cells).map(Cell::of).toList());
  }

  private static Table table(Row... rows) {
    return TABLE.rows(List.of(rows)).otherwise("nothing");
  }

  @Test
  void aGroupIsSaidOnceInATerminalAndInEveryRowOfMarkdown() {
    Table table = table(row("GET", "a", "1", "22"), row("GET", "b", "333", "4"));
    assertThat(text(table))
        .isEqualTo(
            """
            Op, what  p50  p99
            ------------------
            GET
              a         1   22
              b       333    4
            """);
    assertThat(MarkdownWriter.write(page(table)))
        .isEqualTo(
            """
            | Op | what | p50 | p99 |
            | :--- | :--- | ---: | ---: |
            | GET | a | 1 | 22 |
            | GET | b | 333 | 4 |
            """);
  }

  @Test
  void aSignStandsInTheGapAndAlignmentStays() {
    Row signed =
        new Row(
            List.of(Text.of("GET")),
            Text.of("a"),
            List.of(Cell.of("1").signed("*"), Cell.of("22").signed("!")));
    assertThat(text(table(signed, row("GET", "b", "2", "33"))))
        .contains("  a         1*   22!\n", "  b         2    33\n");
  }

  @Test
  void aLabelThatIsTooLongHasALineOfItsOwn() {
    String label = "x".repeat(76);
    assertThat(text(table(row("GET", label, "1", "2"))))
        .contains("  " + label + "\n")
        .containsPattern("\n {60,}1 +2\n");
  }

  @Test
  void cellsThatNoWidthHoldsStandBelowEachOther() {
    String wide = "y".repeat(50);
    assertThat(text(table(row("GET", "a", wide, wide))))
        .isEqualTo("GET\n  a\n    p50  " + wide + "\n    p99  " + wide + "\n");
  }

  @Test
  void aDetailIsLeftOutWhereItsColumnIsNarrowAndNowhereElse() {
    Table table =
        Table.grid()
            .words("what")
            .details("side", 11)
            .rows(
                List.of(
                    Row.of(Text.of("a"), List.of(Cell.of("1 ms").detail("[1, 2]"))),
                    Row.of(Text.of("b"), List.of(Cell.of("1 ms").detail("[1.0, 2.0]")))));
    assertThat(text(table)).contains("1 ms [1, 2]").doesNotContain("[1.0");
    assertThat(MarkdownWriter.write(page(table))).contains("1 ms \\[1, 2\\]", "\\[1.0, 2.0\\]");
    assertThat(HtmlWriter.write(page(table))).contains("[1, 2]", "[1.0, 2.0]");
  }

  @Test
  void moreColumnsThanThereIsRoomForStandInBlocksWithoutRowsThatSayNothing() {
    Table table = Table.blocks().words("Claim");
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      table = table.words("kind " + i + "\n" + "z".repeat(20));
      cells.add(i < 3 ? Cell.of("yes " + i) : Cell.NONE);
    }
    Row said = new Row(List.of(), Text.of("first"), cells);
    List<Cell> others = new ArrayList<>(cells);
    java.util.Collections.reverse(others);
    Row later = new Row(List.of(), Text.of("second"), others);
    String text = text(table.rows(List.of(said, later)));
    assertThat(text.split("\n\n")).hasSize(2);
    assertThat(text.split("\n\n")[0]).contains("first", "yes 2").doesNotContain("second");
    assertThat(text.split("\n\n")[1]).contains("second").doesNotContain("first");
  }

  @Test
  void whatIsSaidBelowARowStandsUnderItsColumnsOrInAColumnOfItsOwn() {
    Row judged =
        new Row(
            List.of(Text.of("GET")),
            Text.of("a"),
            List.of(Cell.of("1"), Cell.of("2")),
            List.of(
                new Table.Below(
                    "claim",
                    new java.util.TreeMap<>(
                        Map.of(
                            "p99",
                            Text.of("HOLDS", Tone.GOOD),
                            "p99.99",
                            Text.of("NO", Tone.BAD))))));
    Table table = TABLE.rows(List.of(judged)).below("verdict");
    assertThat(text(table))
        .contains("  a         1      2\n  claim        HOLDS\n")
        .contains("  claim: p99.99 NO\n");
    assertThat(MarkdownWriter.write(page(table)))
        .contains("| GET | a | 1 | 2 | claim: p99 **HOLDS**, p99.99 **NO** |");
    assertThat(HtmlWriter.write(page(table))).contains("<span class=\"good\">HOLDS</span>");
  }

  @Test
  void wordsForOneFormatAreNotInTheOthers() {
    Paragraph paragraph =
        new Paragraph(
            Text.of("all ")
                .plus(Text.of("html").only(Format.HTML))
                .plus(Text.of("plain").only(Format.TEXT, Format.MARKDOWN)));
    assertThat(text(paragraph)).isEqualTo("all plain\n");
    assertThat(MarkdownWriter.write(page(paragraph))).isEqualTo("all plain\n");
    assertThat(HtmlWriter.write(page(paragraph))).contains("<p>all html</p>");
  }

  @Test
  void aSectionIsFoldedOrLeftOutWhereItSaysSo() {
    Section section =
        Section.of("s", "Title", new Paragraph(Text.of("body")))
            .only(Format.MARKDOWN, Format.HTML)
            .folded(Format.MARKDOWN);
    assertThat(text(section)).isEmpty();
    assertThat(MarkdownWriter.write(page(section)))
        .isEqualTo("<details>\n<summary>Title</summary>\n\nbody\n\n</details>\n");
    assertThat(HtmlWriter.write(page(section)))
        .contains("<section id=\"s\"")
        .contains("<h2 id=\"s-title\">Title");
  }

  @Test
  void aTerminalShowsOnlySoManyItemsAndSaysWhereTheOthersAre() {
    Items items = new Items(Text.all(List.of("a", "b", "c")), new Limit(1, "see run.json"));
    assertThat(text(items)).isEqualTo("- a\n- and 2 more, see run.json\n");
    assertThat(MarkdownWriter.write(page(items))).isEqualTo("- a\n- b\n- c\n");
  }

  @Test
  void longTitlesStandBeforeTheirTextAndShortOnesBeside() {
    assertThat(
            text(
                new Entries(
                    List.of(Entry.of("a", List.of("x", "y")), Entry.of("bbb", List.of("z"))))))
        .isEqualTo("a    x\n     y\nbbb  z\n");
    assertThat(text(new Entries(List.of(Entry.of("a title of many words", List.of("x", "y"))))))
        .isEqualTo("a title of many words: x y\n");
  }

  @Test
  void colourAddsEscapeSequencesOnly() {
    Text text = Text.of("so ").plus("HOLDS", Tone.GOOD).plus(" it " + "is ".repeat(40));
    Page page = page(new Paragraph(text), table(row("G", "a", "1", "2")));
    String plain = TextWriter.write(page, 80, false);
    String colored = TextWriter.write(page, 80, true);
    assertThat(plain).doesNotContain("\u001b").contains("so HOLDS it");
    assertThat(colored).contains("so \u001b[32mHOLDS\u001b[0m it");
    assertThat(colored.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
  }

  @Test
  void whatComesFromElsewhereIsWords() {
    String hostile = "<i>|*_`@all #1 a&b\u001b[31m\n" + "w".repeat(200);
    Paragraph paragraph = new Paragraph(Text.of(hostile));
    assertThat(text(paragraph).lines()).hasSizeGreaterThan(2).allMatch(line -> line.length() <= 80);
    assertThat(text(paragraph)).doesNotContain("\u001b");
    assertThat(MarkdownWriter.write(page(paragraph)))
        .startsWith("&lt;i&gt;\\|\\*\\_\\`&#64;all \\#1 a&amp;b \\[31m w");
    assertThat(HtmlWriter.write(page(paragraph)))
        .contains("&lt;i&gt;|*_`@all")
        .doesNotContain("<i>");
  }

  @Test
  void aPageWithoutChartsHasNoScript() {
    assertThat(HtmlWriter.write(page()))
        .doesNotContain("<script")
        .contains("default-src")
        .doesNotContain("script-src");
  }
}
