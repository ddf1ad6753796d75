package plumbline.report.figure;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plumbline.report.figure.Figure.Mark;
import plumbline.report.page.Block;
import plumbline.report.page.Block.Entry;
import plumbline.report.page.Table;
import plumbline.report.page.Table.Cell;
import plumbline.report.page.Table.Row;
import plumbline.report.page.Text;
import plumbline.report.page.Tone;
import plumbline.report.words.Phrase;
import plumbline.report.words.WarningWords;
import plumbline.report.words.Wording;
import plumbline.result.ClientShare;
import plumbline.result.ControlIds;
import plumbline.result.Fault;
import plumbline.result.Finding;
import plumbline.result.Metric;
import plumbline.result.Pauses;
import plumbline.result.Round;
import plumbline.result.Series;
import plumbline.result.Units;
import plumbline.result.Warning;

/** A line for each operation, and a line for each of the few notes that concern most figures. */
public final class BriefFigures {
  private static final int MOST_NOTES = 5;

  /** Characters of a note, so that it stays on its line. */
  private static final int LONGEST_NOTE = 72;

  private final Figures figures;
  private final Wording wording;
  private final WarningWords warnings;
  private final List<Metric> metrics = new ArrayList<>();
  private final Map<String, Text> marks = new TreeMap<>();
  private final List<Finding> ofClient = new ArrayList<>();

  /** What was found, by its kind, in the order in which kinds were met; numbered from 1. */
  private final Map<Object, List<Object>> notes = new LinkedHashMap<>();

  private BriefFigures(Figures figures, Wording wording) {
    this.figures = figures;
    this.wording = wording;
    this.warnings = new WarningWords(wording);
  }

  /** Makes the table and its notes. */
  public static List<Block> of(Figures figures, Wording wording) {
    return new BriefFigures(figures, wording).blocks();
  }

  private List<Block> blocks() {
    List<SeriesName> names =
        figures.names().stream()
            .filter(name -> !name.series().system().equals(ControlIds.INSTRUMENT))
            .toList();
    BriefName brief = new BriefName(names);
    // A saturated load is not timed: what it gives is its throughput.
    metrics.addAll(Figures.LATENCIES);
    if (!names.stream().map(SeriesName::series).allMatch(this::isTimed)) {
      metrics.add(Metric.THROUGHPUT);
    }
    Table table =
        Table.grid()
            .words("Operation")
            .figures(metrics.stream().map(BriefFigures::title).toArray(String[]::new))
            .figures("rounds")
            .words("")
            .rows(names.stream().map(name -> row(name, brief)).toList())
            .otherwise(wording.say(Phrase.NO_FIGURES));
    return List.of(table, new Block.Entries(notes()));
  }

  private boolean isTimed(Series series) {
    return figures.validRounds(series).isEmpty() || figures.value(series, Metric.P50).isPresent();
  }

  private static String title(Metric metric) {
    return metric == Metric.THROUGHPUT ? metric.unit() : metric.text();
  }

  private Row row(SeriesName name, BriefName brief) {
    Series series = name.series();
    List<Cell> cells = new ArrayList<>();
    metrics.forEach(metric -> cells.add(cell(figures.figure(series, metric))));
    boolean isShort =
        figures.validRounds(series).size() < figures.data().manifest().plan().rounds();
    Text rounds = Text.of(figures.rounds(series), isShort ? Tone.STRONG : Tone.PLAIN);
    cells.add(Cell.of(rounds));
    String noted =
        noted(series).stream().map(note -> "[" + note + "]").collect(Collectors.joining());
    cells.add(Cell.of(noted));
    return Row.of(brief.of(name), cells);
  }

  private Cell cell(Figure figure) {
    if (figure.mark() != Mark.NONE) {
      Phrase phrase =
          switch (figure.mark()) {
            case PLATFORM -> Phrase.BRIEF_PLATFORM;
            case INVALID -> Phrase.BRIEF_INVALID;
            // In numbers, among what was found.
            default -> null;
          };
      marks.put(figure.mark().sign(), phrase == null ? Text.EMPTY : Text.of(wording.say(phrase)));
    }
    if (figure.text().equals(Units.NONE)) {
      marks.put(Units.NONE, Text.of(wording.say(Phrase.BRIEF_NONE)));
    }
    return figure.cell();
  }

  /** The numbers of what marks a series. */
  private SortedSet<Integer> noted(Series series) {
    SortedSet<Integer> numbers = new TreeSet<>();
    Stream.concat(
            figures.data().rounds(series).stream().map(Round::fault).flatMap(Optional::stream),
            figures.data().rows(series).stream()
                .filter(row -> row.isMarked() && !Pauses.isMarked(row))
                .map(row -> new Fault(row.warnings(), row.reason())))
        .forEach(
            fault -> {
              fault.warnings().forEach(one -> add(numbers, one));
              if (!fault.reason().isEmpty()) {
                numbers.add(number(RowRemarks.withoutNumbers(fault.reason()), fault.reason()));
              }
            });
    figures
        .compiling(series)
        .ifPresent(share -> numbers.add(number(Phrase.BRIEF_COMPILING, share)));
    return numbers;
  }

  /** What its client explains of a figure is marked there. */
  private void add(SortedSet<Integer> numbers, Finding found) {
    if (ClientShare.isOfClient(found.warning())) {
      ofClient.add(found);
    } else {
      numbers.add(number(found.warning(), found));
    }
  }

  private int number(Object kind, Object found) {
    notes.computeIfAbsent(kind, key -> new ArrayList<>()).add(found);
    return List.copyOf(notes.keySet()).indexOf(kind) + 1;
  }

  private List<Entry> notes() {
    List<Entry> entries = new ArrayList<>();
    marks.computeIfPresent(Mark.CLIENT.sign(), (sign, text) -> Text.of(cut(ofClient())));
    marks.forEach((sign, text) -> entries.add(entry(sign, text)));
    notes.forEach(
        (kind, found) -> {
          String words =
              kind instanceof Warning
                  ? warnings.ofAll(found.stream().map(Finding.class::cast).toList())
                  : kind instanceof Phrase phrase
                      ? wording.say(phrase, shares(found))
                      : found.get(0).toString();
          entries.add(entry("[" + (entries.size() - marks.size() + 1) + "]", Text.of(cut(words))));
        });
    return List.copyOf(entries.subList(0, Math.min(MOST_NOTES, entries.size())));
  }

  private static String shares(List<Object> found) {
    DoubleSummaryStatistics all =
        found.stream().mapToDouble(Double.class::cast).summaryStatistics();
    return Units.bind(
        Units.said(Math.rint(100 * all.getMin()), Math.rint(100 * all.getMax()), "%"));
  }

  private String ofClient() {
    return Stream.of(Warning.values())
        .map(one -> ofClient.stream().filter(found -> found.warning() == one).toList())
        .filter(found -> !found.isEmpty())
        .map(warnings::ofAll)
        .collect(Collectors.joining(", "));
  }

  private static Entry entry(String sign, Text text) {
    return new Entry(Text.of(sign, Tone.SIGN), List.of(text), "");
  }

  /** To one line, after a word. */
  private static String cut(String words) {
    if (words.length() <= LONGEST_NOTE) {
      return words;
    }
    int end = words.lastIndexOf(' ', LONGEST_NOTE - 4);
    return words.substring(0, end < 0 ? LONGEST_NOTE - 4 : end) + " ...";
  }
}
