package plumbline.report.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
import plumbline.result.SystemFacts;
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

  /** What asks for the same. */
  private final SortedMap<Group, List<Series>> found = new TreeMap<>(ORDER);

  /** Series of a promise that do the same kind of work, at a rate or so many in flight. */
  private record Group(Promise promise, boolean isPaced, String size) {}

  /** Writes before deliveries, as in the plan. */
  private static final Comparator<Group> ORDER =
      Comparator.comparing(Group::promise).thenComparing(Group::isPaced).thenComparing(Group::size);

  private PromiseSection(Figures figures, Wording wording) {
    this.figures = figures;
    this.manifest = figures.data().manifest();
    this.wording = wording;
    figures.names().stream().map(SeriesName::series).forEach(this::add);
    found.values().removeIf(group -> group.stream().noneMatch(this::isValid));
  }

  /** The table; empty if no benchmark of the run asks for a promise, or none gave a figure. */
  public static Optional<Section> of(Figures figures, Wording wording) {
    PromiseSection promises = new PromiseSection(figures, wording);
    return promises.found.isEmpty() ? Optional.empty() : Optional.of(promises.section());
  }

  private void add(Series series) {
    figures
        .data()
        .promise(series)
        .filter(promise -> promise != Promise.UNKNOWN)
        .ifPresent(
            promise -> {
              boolean isPaced = series.load() == Load.PACED;
              double size = isPaced ? series.targetRate().orElseThrow() : series.inFlight();
              Group group = new Group(promise, isPaced, Numbers.plain(size));
              found.computeIfAbsent(group, key -> new ArrayList<>()).add(series);
              systems.add(series.system());
            });
  }

  private boolean isValid(Series series) {
    return !figures.validRounds(series).isEmpty();
  }

  private Section section() {
    List<Row> rows = new ArrayList<>();
    found.forEach(
        (group, asked) -> systems.forEach(system -> rows.addAll(rows(group, asked, system))));
    return Section.of(
        "promises",
        "At the same promise",
        Paragraph.faint(wording.say(Phrase.PROMISES)),
        Table.grid("Promise", "kind").words("operation").figures("p50", "p99", "rounds").rows(rows),
        new Entries(notes()));
  }

  private List<Row> rows(Group group, List<Series> asked, String system) {
    Phrase kind = group.isPaced() ? Phrase.PROMISED_DELIVERY : Phrase.PROMISED_WRITE;
    List<Text> groups =
        List.of(
            Text.of(RegimeWords.promise(group.promise(), wording)),
            Text.of(wording.say(kind, group.size())));
    SystemFacts facts = manifest.facts(system);
    List<Series> own = asked.stream().filter(one -> one.system().equals(system)).toList();
    if (own.stream().noneMatch(this::isValid)) {
      Phrase why = own.isEmpty() ? Phrase.PROMISE_NOT_MEASURED : Phrase.PROMISE_NOT_VALID;
      String absence = facts.remark(Topic.lacks(group.promise())).orElseGet(() -> wording.say(why));
      return List.of(new Row(groups, Text.of(facts.title() + " " + absence), List.of()));
    }
    return own.stream()
        .filter(this::isValid)
        .map(
            series ->
                new Row(
                    groups,
                    Text.of(facts.title() + " " + operation(series, own)),
                    List.of(
                        cell(series, Metric.P50),
                        cell(series, Metric.P99),
                        Cell.of(figures.rounds(series)))))
        .toList();
  }

  /** With the parameters that do not say the promise, unless two ways to give it were measured. */
  private String operation(Series series, List<Series> own) {
    List<String> promising = manifest.facts(series.system()).promiseParams();
    Series same = series.without(promising);
    boolean isOneOfMany =
        own.stream().filter(one -> one.without(promising).equals(same)).count() > 1;
    return (series.operation() + " " + (isOneOfMany ? series : same).paramsText()).strip();
  }

  private Cell cell(Series series, Metric metric) {
    Figure figure = figures.figure(series, metric);
    return Cell.of(figure.text() + figure.mark().sign());
  }

  /** What the promises mean and what they do not. */
  private List<Entry> notes() {
    List<Entry> notes = new ArrayList<>();
    for (Promise promise : found.keySet().stream().map(Group::promise).distinct().toList()) {
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
