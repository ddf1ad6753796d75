package plumbline.report.figure;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plumbline.claim.Judgement;
import plumbline.claim.Reading;
import plumbline.claim.Verdict;
import plumbline.report.figure.Figure.Mark;
import plumbline.report.page.Block.Entries;
import plumbline.report.page.Block.Entry;
import plumbline.report.page.Block.Section;
import plumbline.report.page.Format;
import plumbline.report.page.Table;
import plumbline.report.page.Table.Cell;
import plumbline.report.page.Table.Row;
import plumbline.report.page.Text;
import plumbline.report.page.Tone;
import plumbline.report.words.Phrase;
import plumbline.report.words.VerdictWords;
import plumbline.report.words.Wording;
import plumbline.result.Metric;
import plumbline.result.Pauses;
import plumbline.result.Series;
import plumbline.result.Units;

/** The table of figures with its footnotes. */
public final class FigureSection {
  private final Figures figures;
  private final Wording wording;
  private final VerdictWords words;
  private final Basis basis;
  private final int planned;

  /** Cells by claim, by the one series that a verdict is about: a ratio is about two. */
  private final Map<Series, Map<String, Map<String, Text>>> verdicts = new HashMap<>();

  /** Numbered from 1. */
  private final Map<String, Integer> footnotes = new LinkedHashMap<>();

  private final Set<Mark> marks = EnumSet.noneOf(Mark.class);
  private boolean hasGaps;

  private FigureSection(Figures figures, Judgement judgement, Wording wording) {
    this.figures = figures;
    this.wording = wording;
    this.words = new VerdictWords(wording, figures.data());
    this.basis = new Basis(figures, wording);
    this.planned = figures.data().manifest().plan().rounds();
    VerdictWords.by(
            verdict -> List.of(verdict.subjects(), verdict.claim()),
            judgement.verdicts().stream().filter(one -> one.subjects().size() == 1).toList())
        .values()
        .forEach(this::add);
  }

  /** The verdicts on a series by a claim; other readings only if they came to something else. */
  private void add(List<Verdict> all) {
    Map<String, Map<String, Text>> lines =
        verdicts.computeIfAbsent(
            all.get(0).subjects().get(0).series(), key -> new LinkedHashMap<>());
    Optional<String> first = all.get(0).reading();
    for (Verdict verdict : Reading.told(all)) {
      String label =
          verdict.reading().equals(first) ? verdict.claim() : verdict.reading().orElseThrow();
      lines
          .computeIfAbsent(label, line -> new LinkedHashMap<>())
          .put(title(verdict.metric()), outcome(verdict));
    }
  }

  /** With the judged figure where there is room. */
  private Text outcome(Verdict verdict) {
    String judged = words.judged(verdict);
    Text outcome = VerdictWords.text(verdict.outcome());
    return judged.isEmpty()
        ? outcome
        : outcome.plus(Text.of(" (" + judged + ")").only(Format.MARKDOWN, Format.HTML));
  }

  /** Makes the section. */
  public static Section of(Figures figures, Judgement judgement, Wording wording) {
    return new FigureSection(figures, judgement, wording).section();
  }

  private Section section() {
    List<Row> rows = figures.names().stream().map(this::row).toList();
    return Section.of(
        "figures",
        Text.of("Figures"),
        List.of(
            Table.grid("Operation")
                .words("regime")
                .figures(Figures.LATENCIES.stream().map(Metric::text).toArray(String[]::new))
                .figures("ops/s", "rounds")
                .rows(rows)
                .below("verdict")
                .otherwise(wording.say(Phrase.NO_FIGURES)),
            new Entries(legend())));
  }

  private static String title(Metric metric) {
    return metric == Metric.THROUGHPUT ? "ops/s" : metric.text();
  }

  private Row row(SeriesName name) {
    Series series = name.series();
    Text label = Text.of(name.regime());
    for (int note : notes(series)) {
      label = label.plus(" ").reference("[" + note + "]", anchor(note));
    }
    List<Cell> cells = new ArrayList<>();
    Figures.LATENCIES.forEach(metric -> cells.add(cell(series, metric)));
    cells.add(cell(series, Metric.THROUGHPUT));
    boolean isShort = figures.validRounds(series).size() < planned;
    cells.add(Cell.of(Text.of(figures.rounds(series), isShort ? Tone.STRONG : Tone.PLAIN)));
    return new Row(
        List.of(Text.of(name.operation())),
        label,
        cells,
        verdicts.getOrDefault(series, Map.of()).entrySet().stream()
            .map(claim -> new Table.Below(claim.getKey(), claim.getValue()))
            .toList());
  }

  private Cell cell(Series series, Metric metric) {
    Figure figure = figures.figure(series, metric);
    marks.add(figure.mark());
    hasGaps |= figure.text().equals(Units.NONE);
    return figure.value().isPresent()
        ? figure.cell().about(basis.of(series, metric))
        : figure.cell();
  }

  /** What marks the rows of a series, each remark once however many figures it concerns. */
  private List<Integer> notes(Series series) {
    RowRemarks found = new RowRemarks(wording);
    figures.data().rounds(series).forEach(found::add);
    figures.data().rows(series).stream()
        .filter(row -> row.isMarked() && !Pauses.isMarked(row))
        .forEach(found::add);
    List<String> remarks = new ArrayList<>();
    figures
        .data()
        .manifest()
        .handedOn()
        // Tools are not forks.
        .filter(any -> !series.isNative())
        .map(one -> wording.say(Phrase.ROW_HANDED_ON, String.join(" ", one.words())))
        .ifPresent(remarks::add);
    remarks.addAll(found.lines());
    int valid = figures.validRounds(series).size();
    if (valid < planned && found.lines().isEmpty()) {
      remarks.add(wording.say(Phrase.ROUNDS_MEASURED, valid, planned));
    }
    return remarks.stream()
        .map(remark -> footnotes.computeIfAbsent(remark, key -> footnotes.size() + 1))
        .sorted()
        .toList();
  }

  /** The marks that occur, each with its meaning, then the footnotes. */
  private List<Entry> legend() {
    List<Entry> legend = new ArrayList<>();
    if (!figures.names().isEmpty()) {
      legend.add(entry("p", wording.say(Phrase.TABLE_MEDIANS), ""));
    }
    if (marks.contains(Mark.PLATFORM)) {
      legend.add(entry(Mark.PLATFORM.sign(), wording.say(Phrase.MARK_PLATFORM), ""));
    }
    if (marks.contains(Mark.CLIENT)) {
      legend.add(entry(Mark.CLIENT.sign(), wording.say(Phrase.MARK_LAG), ""));
    }
    if (marks.contains(Mark.INVALID)) {
      legend.add(entry(Mark.INVALID.sign(), wording.say(Phrase.MARK_INVALID), ""));
    }
    if (hasGaps) {
      legend.add(entry(Units.NONE, wording.say(Phrase.MARK_NONE), ""));
    }
    footnotes.forEach(
        (remark, number) -> legend.add(entry("[" + number + "]", remark, anchor(number))));
    return legend;
  }

  private static String anchor(int note) {
    return "note-" + note;
  }

  private static Entry entry(String sign, String text, String anchor) {
    return new Entry(Text.of(sign, Tone.SIGN), List.of(Text.of(text)), anchor);
  }
}
