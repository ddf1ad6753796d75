package plumbline.report.run;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import plumbline.claim.Judgement;
import plumbline.report.figure.Figures;
import plumbline.report.page.Block;
import plumbline.report.page.Block.Section;
import plumbline.report.page.Page;
import plumbline.report.page.Table;
import plumbline.report.page.Table.Cell;
import plumbline.report.page.Table.Row;
import plumbline.report.page.Text;
import plumbline.report.page.Tone;
import plumbline.report.words.Phrase;
import plumbline.report.words.Wording;
import plumbline.result.RunData;

/** A page that lists runs, the newest first, each with its answers and the way to its report. */
public final class IndexPage {
  private static final String[] COLUMNS = {"Plan", "Started", "Commit", "Host", "Answers"};

  /** What the page says of a run; one that cannot be read started at the beginning of time. */
  private record Listed(Instant started, String name, Row row) {}

  private final Wording wording;
  private final List<Listed> runs = new ArrayList<>();
  private int unreadable;

  public IndexPage(Wording wording) {
    this.wording = wording;
  }

  /** The address of a file from where a page stands, whatever their names are. */
  public static String address(Path page, Path file) {
    Path from = page.toAbsolutePath().normalize().getParent();
    Path to = file.toAbsolutePath().normalize();
    if (!Objects.equals(from.getRoot(), to.getRoot())) {
      return to.toUri().toString();
    }
    return StreamSupport.stream(from.relativize(to).spliterator(), false)
        .map(name -> URLEncoder.encode(name.toString(), StandardCharsets.UTF_8))
        .map(name -> name.replace("+", "%20"))
        .collect(Collectors.joining("/"));
  }

  /**
   * Adds a run.
   *
   * @param address of its report, from where the page will stand
   */
  public void add(String address, RunData data, Judgement judgement) {
    Conditions conditions = new Conditions(data, wording);
    List<Text> answers = new ArrayList<>();
    RunStatus.line(data, wording).map(line -> Text.of(line, Tone.BAD)).ifPresent(answers::add);
    answers.addAll(BriefPage.headline(new Figures(data), judgement.verdicts(), wording));
    String name = data.manifest().run();
    Instant started = data.manifest().started();
    runs.add(
        new Listed(
            started,
            name,
            Row.of(
                Text.link(name, address),
                List.of(
                    Cell.of(data.manifest().plan().name()),
                    Cell.of(conditions.started()).value((double) started.getEpochSecond()),
                    Cell.of(conditions.briefCommit()),
                    Cell.of(conditions.machine()),
                    Cell.of(answers.toArray(Text[]::new))))));
  }

  /** Adds a run that cannot be read, with what is wrong in one line. */
  public void addUnreadable(String name, String problem) {
    unreadable++;
    runs.add(
        new Listed(
            Instant.MIN,
            name,
            Row.of(
                Text.of(name), List.of(Cell.of(Text.of(problem, Tone.BAD)).over(COLUMNS.length)))));
  }

  /** How many runs it has, and how many of them cannot be read. */
  public String count() {
    String all = Wording.counted(runs.size(), "run");
    return unreadable == 0 ? all : wording.say(Phrase.INDEX_UNREADABLE, all, unreadable);
  }

  /** Makes the page. The same runs give the same page, in whichever order they were added. */
  public Page page() {
    List<Row> rows =
        runs.stream()
            .sorted(Comparator.comparing(Listed::started).reversed().thenComparing(Listed::name))
            .map(Listed::row)
            .toList();
    List<Block> blocks =
        List.of(
            new Block.Headline(wording.say(Phrase.INDEX), List.of(Text.of(count(), Tone.STRONG))),
            Section.of(
                    "runs",
                    wording.say(Phrase.INDEX_ORDER),
                    Table.grid().words("Run").words(COLUMNS).rows(rows))
                .as("runs"));
    return new Page(
        wording.say(Phrase.INDEX),
        wording.say(Phrase.INDEX_NAME),
        "",
        blocks,
        "Made by Plumbline from stored data alone.",
        List.of(),
        List.of());
  }
}
