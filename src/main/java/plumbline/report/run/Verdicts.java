package plumbline.report.run;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.claim.ClaimMatrix;
import plumbline.claim.Outcome;
import plumbline.report.ReportModel.Claim;
import plumbline.report.ReportModel.ClaimRegime;
import plumbline.report.ReportModel.ClaimVerdict;
import plumbline.report.ReportModel.Entry;
import plumbline.report.page.Block;
import plumbline.report.page.Block.Paragraph;
import plumbline.report.page.Block.Section;
import plumbline.report.page.Format;
import plumbline.report.page.Table;
import plumbline.report.page.Table.Cell;
import plumbline.report.page.Table.Column;
import plumbline.report.page.Table.Layout;
import plumbline.report.page.Table.Row;
import plumbline.report.page.Text;
import plumbline.report.page.Tone;
import plumbline.report.words.RegimeWords;

/** What came out, claim by claim. */
final class Verdicts {
  private static final String MATRIX =
      "How many verdicts there are in each kind of regime, one for each regime and metric. A claim"
          + " whose id continues that of another is in its line.";

  private static final Pattern OUTCOME = Pattern.compile("HOLDS|REFUTED|UNDECIDED");

  private Verdicts() {}

  static Text text(Outcome outcome) {
    return Text.of(outcome.name(), tone(outcome));
  }

  private static Tone tone(Outcome outcome) {
    return switch (outcome) {
      case HOLDS -> Tone.GOOD;
      case REFUTED -> Tone.BAD;
      case UNDECIDED -> Tone.OPEN;
    };
  }

  /** A sentence of the headline: the claim, and after its colon what came out. */
  static Text sentence(String sentence) {
    int colon = sentence.indexOf(": ");
    if (colon < 0) {
      return Text.of(sentence, Tone.STRONG);
    }
    Text text = Text.of(sentence.substring(0, colon + 1), Tone.STRONG).plus(" ");
    String found = sentence.substring(colon + 2);
    Matcher matcher = OUTCOME.matcher(found);
    int at = 0;
    while (matcher.find()) {
      text =
          text.plus(found.substring(at, matcher.start()))
              .plus(text(Outcome.valueOf(matcher.group())));
      at = matcher.end();
    }
    return text.plus(found.substring(at));
  }

  static Section matrix(ClaimMatrix matrix) {
    List<Column> columns = new ArrayList<>(List.of(Column.words("Claim")));
    matrix
        .columns()
        .forEach(
            kind ->
                columns.add(
                    Column.words(
                        (RegimeWords.USUAL.sending(kind) + "\n" + RegimeWords.USUAL.promise(kind))
                            .strip())));
    List<Row> rows = new ArrayList<>();
    for (ClaimMatrix.Line line : matrix.lines()) {
      rows.add(
          new Row(
              List.of(),
              Text.of(line.statement() + " ").only(Format.HTML).plus(line.claim(), Tone.CODE),
              line.cells().stream().map(Verdicts::cell).toList()));
    }
    return Section.of(
        "matrix",
        "Claims by regime",
        Paragraph.faint(MATRIX),
        Table.of(Layout.BLOCKS, List.of(), columns, rows, ""));
  }

  private static Cell cell(ClaimMatrix.Cell cell) {
    List<Text> lines = new ArrayList<>();
    cell.counts()
        .forEach(
            (outcome, count) ->
                lines.add(
                    Text.of(cell.isMixed() && lines.isEmpty() ? "mixed: " : "")
                        .plus(count + " " + outcome, tone(outcome))));
    return lines.isEmpty() ? Cell.NONE : Cell.of(lines.toArray(Text[]::new));
  }

  static Section of(List<Claim> claims) {
    List<Block> blocks = new ArrayList<>();
    if (claims.isEmpty()) {
      blocks.add(new Paragraph(Text.of("No claim was judged on this run.")));
    }
    claims.forEach(claim -> blocks.add(section(claim)));
    return Section.of("verdicts", Text.of("Verdicts"), blocks);
  }

  private static Section section(Claim claim) {
    List<Entry> facts = new ArrayList<>();
    facts.add(new Entry("claimed", List.of(String.join("; ", claim.bounds()))));
    if (!claim.common().isEmpty()) {
      facts.add(new Entry("in all regimes", List.of(claim.common())));
    }
    if (!claim.interval().isEmpty()) {
      facts.add(
          new Entry(
              "figures", List.of("medians over the rounds; in brackets: " + claim.interval())));
    }
    List<String> metrics = List.copyOf(claim.metrics());
    List<Column> columns = new ArrayList<>(List.of(Column.words("Regime")));
    metrics.forEach(metric -> columns.add(Column.words(metric)));
    return Section.of(
            "claim-" + claim.id(),
            Text.of(claim.id() + ": ")
                .only(Format.TEXT, Format.MARKDOWN)
                .plus(claim.statement())
                .plus(Text.of(" ").plus(claim.id(), Tone.CODE).only(Format.HTML)),
            List.of(
                RunPage.entries(facts),
                Table.of(
                    Layout.STACKED,
                    List.of(),
                    columns,
                    claim.regimes().stream().map(regime -> row(claim, regime, metrics)).toList(),
                    "decided in every regime, as the table says")))
        .as("card");
  }

  private static Row row(Claim claim, ClaimRegime regime, List<String> metrics) {
    List<Cell> cells = new ArrayList<>();
    for (String metric : metrics) {
      List<Text> lines = new ArrayList<>();
      regime.verdicts().stream()
          .filter(verdict -> verdict.metric().equals(metric))
          .forEach(verdict -> lines.addAll(lines(claim, verdict)));
      cells.add(Cell.of(lines.toArray(Text[]::new)));
    }
    return new Row(
        List.of(), Text.of(regime.subject() + ", ").plus(regime.regime(), Tone.FAINT), cells);
  }

  /** A terminal says only what the table of figures does not: ratios, and what needs a reason. */
  private static List<Text> lines(Claim claim, ClaimVerdict verdict) {
    Text found = text(verdict.outcome()).plus(" " + verdict.estimate());
    if (!verdict.range().isEmpty()) {
      found = found.plus(" (" + verdict.range() + ")", Tone.FAINT);
    }
    Text reason = Text.of(verdict.reason());
    boolean isSaid = verdict.evident() && !claim.ratio();
    return List.of(
        isSaid ? found.only(Format.MARKDOWN, Format.HTML) : found,
        verdict.evident() ? reason.only(Format.HTML) : reason);
  }
}
