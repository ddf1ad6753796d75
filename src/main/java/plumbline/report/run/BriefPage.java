package plumbline.report.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.claim.Judge;
import plumbline.claim.Judgement;
import plumbline.claim.Verdict;
import plumbline.report.curve.CurveSection;
import plumbline.report.figure.BriefFigures;
import plumbline.report.figure.Figures;
import plumbline.report.page.Block;
import plumbline.report.page.Block.Paragraph;
import plumbline.report.page.Page;
import plumbline.report.page.Picture;
import plumbline.report.page.Text;
import plumbline.report.words.Answers;
import plumbline.report.words.Headline;
import plumbline.report.words.OutlookWords;
import plumbline.report.words.Phrase;
import plumbline.report.words.VerdictWords;
import plumbline.report.words.Wording;
import plumbline.result.RunData;

/** The answers of a run on one screen of a terminal; {@link RunPage} has all of it. */
public final class BriefPage {
  private static final int MOST_PROBLEMS = 3;

  private BriefPage() {}

  /** Makes the page. The same data give the same page. */
  public static Page of(RunData data, Judgement judgement) {
    return of(data, judgement, Wording.USUAL);
  }

  /** The same in other words. */
  public static Page of(RunData data, Judgement judgement, Wording wording) {
    Figures figures = new Figures(data);
    List<Block> blocks = new ArrayList<>();
    // Of a complete run the table says how many rounds of a row were not valid, and why.
    if (!data.manifest().isComplete()) {
      RunStatus.of(data, wording, MOST_PROBLEMS).ifPresent(blocks::add);
    }
    RunStatus.handedOn(data.manifest(), wording).ifPresent(blocks::add);
    List<Verdict> verdicts = judgement.verdicts();
    Optional<Picture> picture = TimePicture.of(figures, verdicts, wording);
    picture.ifPresent(blocks::add);
    List<Text> answers = new ArrayList<>(headline(figures, verdicts, wording));
    new Answers(new VerdictWords(wording, data))
        .otherReadings(verdicts).stream().map(Text::of).forEach(answers::add);
    blocks.add(new Block.Headline("", answers));
    int rounds = data.manifest().plan().rounds();
    if (rounds < Judge.LEAST_ROUNDS && !verdicts.isEmpty()) {
      blocks.add(new Paragraph(Text.of(new OutlookWords(wording).tooFewRounds(rounds))));
    }
    blocks.add(Paragraph.faint(new Conditions(data, wording).briefSetting()));
    blocks.addAll(BriefFigures.of(figures, wording));
    String key = picture.isPresent() ? wording.say(Phrase.BRIEF_PICTURE) + " " : "";
    blocks.add(Paragraph.faint(key + wording.say(Phrase.BRIEF_DETAILS)));
    return new Page("", "", "", blocks, "", List.of(), List.of());
  }

  /** The answers; of a run that no claim judges, what its load curves say. */
  static List<Text> headline(Figures figures, List<Verdict> verdicts, Wording wording) {
    List<String> curves = new CurveSection(figures, wording).headline();
    return verdicts.isEmpty() && !curves.isEmpty()
        ? curves.stream().map(Headline::marked).toList()
        : new Answers(new VerdictWords(wording, figures.data())).of(verdicts);
  }
}
