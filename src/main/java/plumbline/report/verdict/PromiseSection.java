package plumbline.report.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import plumbline.load.Load;
import plumbline.report.figure.Figure;
import plumbline.report.figure.Figures;
import plumbline.report.figure.SeriesName;
import plumbline.report.page.Block.Entries;
import plumbline.report.page.Block.Entry;
import plumbline.report.page.Block.Paragraph;
import plumbline.report.page.Block.Section;
import plumbline.report.page.Table;
import plumbline.report.page.Table.Cell;
import plumbline.report.page.Table.Layout;
import plumbline.report.page.Table.Row;
import plumbline.report.page.Text;
import plumbline.report.words.Phrase;
import plumbline.report.words.RegimeWords;
import plumbline.report.words.Wording;
import plumbline.result.Metric;
import plumbline.result.Numbers;
import plumbline.result.Promise;
import plumbline.result.RunManifest;
import plumbline.result.Series;
import plumbline.result.Topic;

/**
 * Series that were measured for the sake of a promise: systems at the same promise below each
 * other, so that their figures can be compared.
 */
public final class PromiseSection {
  private final Figures figures;
  private final RunManifest manifest;
  private final Wording wording;
  private final SortedSet<String> systems = new TreeSet<>();

  /** By promise, kind and system. A system whose list is empty gave no valid figure. */
  private final Map<Promise, SortedMap<Kind, Map<String, List<Series>>>> found =
      new EnumMap<>(Promise.class);

  /** Writes before deliveries, as in the plan. */
  private record Kind(boolean isPaced, String size) implements Comparable<Kind> {
    static Kind of(Series series) {
      return series.load() == Load.PACED
          ? new Kind(true, Numbers.plain(series.targetRate().orElseThrow()))
          : new Kind(false, Integer.toString(series.inFlight()));
    }

    @Override
    public int compareTo(Kind other) {
      return Comparator.comparing(Kind::isPaced).thenComparing(Kind::size).compare(this, other);
    }
  }

  private PromiseSection(Figures figures, Wording wording) {
    this.figures = figures;
    this.manifest = figures.data().manifest();
    this.wording = wording;
    figures.names().stream().map(SeriesName::series).forEach(this::add);
    found.values().forEach(kinds -> kinds.values().removeIf(PromiseSection::isEmpty));
    found.values().removeIf(Map::isEmpty);
  }

  /** The table; empty if no benchmark of the run asks for a promise, or none gave a figure. */
  public static Optional<Section> of(Figures figures, Wording wording) {
    PromiseSection promises = new PromiseSection(figures, wording);
    return promises.found.isEmpty() ? Optional.empty() : Optional.of(promises.section());
  }

  private static boolean isEmpty(Map<String, List<Series>> systems) {
    return systems.values().stream().allMatch(List::isEmpty);
  }

  private void add(Series series) {
    Optional<Promise> promise = figures.data().promise(series);
    if (promise.isEmpty() || promise.get() == Promise.UNKNOWN) {
      return;
    }
    systems.add(series.system());
    List<Series> measured =
        found
            .computeIfAbsent(promise.get(), unknown -> new TreeMap<>())
            .computeIfAbsent(Kind.of(series), kind -> new HashMap<>())
            .computeIfAbsent(series.system(), system -> new ArrayList<>());
    if (!figures.validRounds(series).isEmpty()) {
      measured.add(series);
    }
  }

  private Section section() {
    List<Row> rows = new ArrayList<>();
    found.forEach(
        (promise, kinds) ->
            kinds.forEach(
                (kind, measured) ->
                    systems.forEach(
                        system -> rows.addAll(rows(promise, kind, system, measured.get(system))))));
    return Section.of(
        "promises",
        "At the same promise",
        Paragraph.faint(wording.say(Phrase.PROMISES)),
        Table.of(Layout.GRID, "Promise", "kind")
            .words("operation")
            .figures("p50", "p99", "rounds")
            .rows(rows),
        new Entries(notes()));
  }

  private List<Row> rows(Promise promise, Kind kind, String system, List<Series> measured) {
    Phrase phrase = kind.isPaced() ? Phrase.PROMISED_DELIVERY : Phrase.PROMISED_WRITE;
    List<Text> groups =
        List.of(
            Text.of(RegimeWords.promise(promise, wording)),
            Text.of(wording.say(phrase, kind.size())));
    String title = manifest.facts(system).title() + " ";
    if (measured == null || measured.isEmpty()) {
      String absence =
          manifest
              .facts(system)
              .remark(Topic.lacks(promise))
              .orElse(
                  wording.say(
                      measured == null ? Phrase.PROMISE_NOT_MEASURED : Phrase.PROMISE_NOT_VALID));
      return List.of(new Row(groups, Text.of(title + absence), List.of()));
    }
    return measured.stream()
        .map(
            series ->
                new Row(
                    groups,
                    Text.of(title + operation(series)),
                    List.of(
                        cell(series, Metric.P50),
                        cell(series, Metric.P99),
                        Cell.of(figures.rounds(series)))))
        .toList();
  }

  /** With the parameters that do not say the promise. */
  private String operation(Series series) {
    List<String> promising = manifest.facts(series.system()).promiseParams();
    return (series.operation() + " " + series.without(promising).paramsText()).strip();
  }

  private Cell cell(Series series, Metric metric) {
    Figure figure = figures.figure(series, metric);
    return Cell.of(figure.text() + figure.mark().sign());
  }

  /** What the promises mean and what they do not. */
  private List<Entry> notes() {
    List<Entry> notes = new ArrayList<>();
    for (Promise promise : found.keySet()) {
      List<String> texts = new ArrayList<>(List.of(RegimeWords.meaning(promise, wording)));
      remarks(Topic.gives(promise)).forEach(texts::add);
      notes.add(Entry.of(RegimeWords.promise(promise, wording), texts));
    }
    List<String> oneNode = new ArrayList<>(List.of(wording.say(Phrase.ONE_NODE_REPLICAS)));
    remarks(Topic.ONE_NODE).forEach(oneNode::add);
    oneNode.add(wording.say(Phrase.ONE_NODE_MACHINES));
    notes.add(Entry.of(wording.say(Phrase.ONE_NODE), oneNode));
    return notes;
  }

  private Stream<String> remarks(Topic topic) {
    return systems.stream().flatMap(system -> manifest.facts(system).remark(topic).stream());
  }
}
