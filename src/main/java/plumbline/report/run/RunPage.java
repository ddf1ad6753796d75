package plumbline.report.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.claim.Judgement;
import plumbline.claim.Verdict;
import plumbline.report.curve.CurveSection;
import plumbline.report.figure.Basis;
import plumbline.report.figure.FigureSection;
import plumbline.report.figure.Figures;
import plumbline.report.limit.Limits;
import plumbline.report.page.Block;
import plumbline.report.page.Block.Chart;
import plumbline.report.page.Block.Paragraph;
import plumbline.report.page.Block.Section;
import plumbline.report.page.Format;
import plumbline.report.page.Page;
import plumbline.report.page.Picture;
import plumbline.report.page.Text;
import plumbline.report.page.Tone;
import plumbline.report.verdict.ClaimSection;
import plumbline.report.verdict.MatrixSection;
import plumbline.report.verdict.PromiseSection;
import plumbline.report.words.Headline;
import plumbline.report.words.Phrase;
import plumbline.report.words.VerdictWords;
import plumbline.report.words.Wording;
import plumbline.result.RunData;
import plumbline.result.RunManifest;
import plumbline.result.Units;

/** What a run has to say, in the order in which it is said. */
public final class RunPage {
  private RunPage() {}

  /** Makes the page of a run, for every format. The same data give the same page. */
  public static Page of(RunData data, Judgement judgement) {
    return of(data, judgement, Wording.USUAL);
  }

  /** The same in other words. */
  public static Page of(RunData data, Judgement judgement, Wording wording) {
    RunManifest manifest = data.manifest();
    List<Verdict> verdicts = judgement.verdicts();
    VerdictWords words = new VerdictWords(wording, data);
    Figures figures = new Figures(data);
    CurveSection curves = new CurveSection(figures, wording);
    Charts charts = Charts.of(figures, curves.chart());
    Basis basis = new Basis(figures, wording);
    Conditions conditions = new Conditions(data, wording);
    Section table = FigureSection.of(figures, judgement, wording);
    Optional<Picture> picture = TimePicture.of(figures, verdicts, wording);
    List<Block> blocks = new ArrayList<>();
    RunStatus.of(data, wording).ifPresent(blocks::add);
    RunStatus.handedOn(manifest, wording).ifPresent(blocks::add);
    picture.ifPresent(one -> blocks.add(one.only(Format.TEXT, Format.HTML)));
    blocks.add(
        new Block.Headline("Plumbline verdict", BriefPage.headline(figures, verdicts, wording)));
    blocks.add(Paragraph.faint(conditions.setting()));
    picture.ifPresent(one -> blocks.add(one.only(Format.MARKDOWN)));
    // The order of the page. A terminal scrolls: the figures come first, with their verdicts.
    Stream.of(
            verdicts.isEmpty() ? Optional.<Section>empty() : Optional.of(inWords(verdicts, words)),
            Optional.of(table.only(Format.TEXT)),
            Optional.of(ClaimSection.of(verdicts, basis, words, wording)),
            MatrixSection.of(verdicts, wording),
            PromiseSection.of(figures, wording),
            Optional.of(table.only(Format.MARKDOWN, Format.HTML)),
            curves.section(),
            charts.overview().map(chart -> overview(chart, wording)),
            Optional.of(
                Section.of("limits", "What limits this result", Limits.of(figures, wording))),
            rounds(charts),
            Optional.of(
                Section.of("reading", "How to read this", Reading.READING)
                    .only(Format.MARKDOWN, Format.HTML)
                    .folded(Format.MARKDOWN)),
            Optional.of(conditions.section()),
            Optional.of(
                Section.of("files", "Files of " + manifest.run(), Reading.FILES)
                    .only(Format.TEXT, Format.HTML)))
        .flatMap(Optional::stream)
        .forEach(blocks::add);
    return new Page(
        "Plumbline: " + manifest.run(),
        manifest.run(),
        conditions.started(),
        blocks,
        "Made by Plumbline "
            + manifest.plumbline()
            + " from stored data alone. Charts: uPlot, MIT licence.",
        charts,
        List.of("charts.js", "load.js", "report.js"));
  }

  /** Sentences with the reasons and all distances; cards of verdicts say the same elsewhere. */
  private static Section inWords(List<Verdict> verdicts, VerdictWords words) {
    List<Text> sentences =
        new Headline(words).of(verdicts).stream().map(Units::bind).map(Headline::marked).toList();
    return Section.of(
            "words", Text.of("Verdicts in words"), sentences.stream().map(Paragraph::new).toList())
        .only(Format.TEXT);
  }

  private static Section overview(Charts.Chart chart, Wording wording) {
    List<Block.Key> keys =
        chart.curves().stream()
            .map(
                curve ->
                    new Block.Key(
                        curve.hue() < 0
                            ? "curve floor"
                            : "curve hue" + curve.hue() % 4 + " shade" + curve.shade() % 4,
                        curve.name(),
                        List.of(curve.p50(), curve.p99(), curve.tail()),
                        wording.say(Phrase.FROM_MERGED, Units.count(curve.operations()))))
            .toList();
    return Section.of(
            "percentiles",
            "Latency by percentile",
            Paragraph.faint(
                "All valid rounds merged, logarithmic in both directions: each step to the right is"
                    + " ten times rarer. Curves start at p11 and end where fewer than 10 operations"
                    + " lie beyond it."),
            Chart.large(chart.id(), "", chart.summary(), List.of("p50", "p99", "p99.9"), keys))
        .only(Format.HTML);
  }

  private static Optional<Section> rounds(Charts charts) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Paragraph.faint(
            "A thin curve for each round, each in a JVM of its own, and all of them merged in bold."
                + " All charts have the same scales. Where thin curves lie apart, a single run"
                + " would have told a different story."));
    for (Charts.Chart chart : charts.series()) {
      blocks.add(
          Chart.small(
              chart.id(),
              Text.of(chart.title() + " ").plus(chart.regime(), Tone.FAINT),
              chart.summary(),
              chart.rounds(),
              String.join(", ", chart.title(), chart.regime(), chart.summary(), chart.rounds())));
    }
    return blocks.size() == 1
        ? Optional.empty()
        : Optional.of(Section.of("rounds", Text.of("Round by round"), blocks).only(Format.HTML));
  }
}
