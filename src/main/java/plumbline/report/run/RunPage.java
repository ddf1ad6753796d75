package plumbline.report.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.claim.Judgement;
import plumbline.report.Charts;
import plumbline.report.ReportModel;
import plumbline.report.page.Block;
import plumbline.report.page.Block.Chart;
import plumbline.report.page.Block.Entries;
import plumbline.report.page.Block.Entry;
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
import plumbline.result.RunData;

/** What a run has to say, in the order in which it is said. */
public final class RunPage {
  private static final int MOST_PROBLEMS = 12;

  private final ReportModel model;

  private RunPage(ReportModel model) {
    this.model = model;
  }

  /** Makes the page of a run, for every format. The same data give the same page. */
  public static Page of(RunData data, Judgement judgement) {
    return new RunPage(ReportModel.of(data, judgement)).page();
  }

  private Page page() {
    List<Block> blocks = new ArrayList<>();
    if (model.warning().isPresent() || !model.problems().isEmpty()) {
      blocks.add(
          new Block.Alert(
              Tone.BAD,
              Text.of(model.warning().orElse("Problems")),
              new Block.Items(
                  Text.all(model.problems()), new Limit(MOST_PROBLEMS, "see run.json"))));
    }
    blocks.add(
        new Block.Headline(
            "Plumbline verdict", model.headline().stream().map(Verdicts::sentence).toList()));
    blocks.add(Paragraph.faint(model.setting()));
    Section figures = FigureSection.of(model);
    // The order of the page. A terminal scrolls: the figures come first, with their verdicts.
    Stream.of(
            Optional.of(figures.only(Format.TEXT)),
            CurveSection.of(model),
            model.matrix().map(Verdicts::matrix),
            model.promises().map(PromiseSection::of),
            Optional.of(Verdicts.of(model.claims())),
            model.charts().overview().map(RunPage::overview),
            Optional.of(figures.only(Format.MARKDOWN, Format.HTML)),
            Optional.of(Section.of("limits", "What limits this result", entries(model.limits()))),
            rounds(),
            Optional.of(
                Section.of("reading", "How to read this", entries(Reading.ENTRIES))
                    .only(Format.MARKDOWN, Format.HTML)
                    .folded(Format.MARKDOWN)),
            Optional.of(conditions()),
            Optional.of(
                Section.of("files", "Files of " + model.run(), entries(model.files()))
                    .only(Format.TEXT, Format.HTML)))
        .flatMap(Optional::stream)
        .forEach(blocks::add);
    return new Page(
        "Plumbline: " + model.run(),
        model.run(),
        model.started(),
        blocks,
        "Made by Plumbline "
            + model.plumbline()
            + " from stored data alone. Charts: uPlot, MIT licence.",
        model.charts(),
        List.of("charts.js", "load.js", "report.js"));
  }

  /** What was said of several things, each with its title. */
  static Entries entries(List<ReportModel.Entry> entries) {
    return new Entries(
        entries.stream().map(entry -> Entry.of(entry.title(), entry.texts())).toList());
  }

  private static Section overview(Charts.Chart chart) {
    List<Block.Key> keys =
        chart.curves().stream()
            .map(
                curve ->
                    new Block.Key(
                        curve.hue() < 0
                            ? "curve floor"
                            : "curve hue" + curve.hue() % 4 + " shade" + curve.shade() % 4,
                        curve.name(),
                        List.of(curve.p50(), curve.p99(), curve.tail())))
            .toList();
    return Section.of(
            "picture",
            "Latency by percentile",
            Paragraph.faint(
                "All valid rounds merged, logarithmic in both directions: each step to the right is"
                    + " ten times rarer. Curves start at p11 and end where fewer than 10 operations"
                    + " lie beyond it."),
            new Chart(
                chart.id(),
                true,
                Text.EMPTY,
                "",
                "",
                chart.summary(),
                List.of("p50", "p99", "p99.9"),
                keys))
        .only(Format.HTML);
  }

  private Optional<Section> rounds() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Paragraph.faint(
            "A thin curve for each round, each in a JVM of its own, and all of them merged in bold."
                + " All charts have the same scales. Where thin curves lie apart, a single run"
                + " would have told a different story."));
    for (Charts.Chart chart : model.charts().series()) {
      blocks.add(
          new Chart(
              chart.id(),
              false,
              Text.of(chart.title() + " ").plus(chart.regime(), Tone.FAINT),
              chart.summary(),
              chart.rounds(),
              String.join(", ", chart.title(), chart.regime(), chart.summary(), chart.rounds()),
              List.of(),
              List.of()));
    }
    return blocks.size() == 1
        ? Optional.empty()
        : Optional.of(Section.of("rounds", Text.of("Round by round"), blocks).only(Format.HTML));
  }

  private Section conditions() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(entries(model.conditions()));
    for (ReportModel.Server server : model.servers()) {
      List<Row> settings = new ArrayList<>();
      server
          .configuration()
          .forEach(
              (key, value) ->
                  settings.add(new Row(List.of(), Text.of(key), List.of(Cell.of(value)))));
      String id = "server-" + blocks.size();
      blocks.add(
          Section.of(
              id,
              server.title(),
              entries(server.facts()),
              Section.of(
                      id + "-settings",
                      "Effective configuration, as the server reports it ("
                          + settings.size()
                          + " settings)",
                      Table.of(
                          Layout.STACKED,
                          List.of(),
                          List.of(Column.words("Key"), Column.words("Value")),
                          settings,
                          "It reports none."))
                  .folded(Format.MARKDOWN, Format.HTML)
                  .as("settings")));
    }
    return Section.of("conditions", Text.of("Conditions"), blocks)
        .only(Format.MARKDOWN, Format.HTML)
        .folded(Format.MARKDOWN);
  }
}
