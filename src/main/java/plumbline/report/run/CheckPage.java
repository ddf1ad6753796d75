package plumbline.report.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plumbline.claim.Judgement;
import plumbline.claim.Outcome;
import plumbline.claim.Reading;
import plumbline.claim.Verdict;
import plumbline.report.page.Block;
import plumbline.report.page.Block.Limit;
import plumbline.report.page.Block.Paragraph;
import plumbline.report.page.Page;
import plumbline.report.page.Table;
import plumbline.report.page.Table.Cell;
import plumbline.report.page.Table.Row;
import plumbline.report.page.Text;
import plumbline.report.page.TextWriter;
import plumbline.report.page.Tone;
import plumbline.report.words.Answers;
import plumbline.report.words.BoundWords;
import plumbline.report.words.Phrase;
import plumbline.report.words.VerdictWords;
import plumbline.report.words.Wording;
import plumbline.result.RunData;
import plumbline.result.Units;

/** How many verdicts there are of each kind, and a line for each, for a terminal. */
public final class CheckPage {
  private static final int WIDTH = 80;

  /** Letters that are left in a line beside the rest. */
  private static final int WIDEST_REGIME = 40;

  private final VerdictWords words;
  private final List<Verdict> verdicts;
  private final Map<String, List<Verdict>> byClaim;

  private CheckPage(VerdictWords words, List<Verdict> verdicts) {
    this.words = words;
    this.verdicts = verdicts;
    this.byClaim = VerdictWords.by(Verdict::claim, verdicts);
  }

  /** Makes the page. The same data give the same page. */
  public static Page of(RunData data, Judgement judgement) {
    return of(data, judgement, Wording.USUAL);
  }

  /** The same in other words. */
  public static Page of(RunData data, Judgement judgement, Wording wording) {
    VerdictWords words = new VerdictWords(wording, data);
    Answers answers = new Answers(words);
    List<Verdict> firsts =
        Reading.byFigure(judgement.verdicts()).stream()
            .map(same -> same.get(0))
            .filter(Verdict::isMeasured)
            .toList();
    List<Block> blocks = new ArrayList<>();
    RunStatus.of(data, wording).ifPresent(blocks::add);
    List<Text> lines = new ArrayList<>(List.of(Text.of(counts(firsts, wording), Tone.STRONG)));
    answers.notMeasured(judgement.verdicts()).map(Text::of).ifPresent(lines::add);
    answers.otherReadings(judgement.verdicts()).stream().map(Text::of).forEach(lines::add);
    blocks.add(new Block.Headline("", lines));
    List<Block> last =
        List.of(
            Paragraph.faint(new Conditions(data, wording).briefSetting()),
            Paragraph.faint(wording.say(Phrase.CHECK_DETAILS)));
    if (!firsts.isEmpty()) {
      int room = TextWriter.room(Stream.concat(blocks.stream(), last.stream()).toList());
      blocks.add(new CheckPage(words, firsts).table(room, wording));
    }
    blocks.addAll(last);
    return new Page("", "", "", blocks, "", List.of(), List.of());
  }

  private static String counts(List<Verdict> verdicts, Wording wording) {
    if (verdicts.isEmpty()) {
      return wording.say(Phrase.NOTHING_JUDGED);
    }
    Map<Outcome, Long> counts =
        verdicts.stream()
            .collect(
                Collectors.groupingBy(
                    Verdict::outcome, () -> new EnumMap<>(Outcome.class), Collectors.counting()));
    return wording.say(
        Phrase.CHECKED,
        verdicts.size(),
        counts.getOrDefault(Outcome.HOLDS, 0L),
        counts.getOrDefault(Outcome.REFUTED, 0L),
        counts.getOrDefault(Outcome.UNDECIDED, 0L));
  }

  /** In the order of the claims; where there are too many, those first that do not hold. */
  private Table table(int room, Wording wording) {
    List<Verdict> told = new ArrayList<>(verdicts);
    if (fitting(told, room) < told.size()) {
      told.sort(Comparator.comparing(one -> one.outcome() == Outcome.HOLDS));
    }
    return Table.grid("Claim")
        .words("verdict")
        .words("at")
        .figures("figure")
        .words("of")
        .rows(told.stream().map(this::row).toList())
        .limit(new Limit(fitting(told, room), wording.say(Phrase.CHECK_REST)));
  }

  /** How many fit with the heads of their claims. */
  private int fitting(List<Verdict> told, int room) {
    int lines = 0;
    for (int i = 0; i < told.size(); i++) {
      String head = head(told.get(i));
      boolean isHeaded = i == 0 || !head.equals(head(told.get(i - 1)));
      lines += 1 + (isHeaded ? 1 + head.length() / WIDTH : 0);
      if (lines > room) {
        return i;
      }
    }
    return told.size();
  }

  private boolean isOfOneSubject(Verdict verdict) {
    return byClaim.get(verdict.claim()).stream().map(words::subject).distinct().count() == 1;
  }

  /** The claim with its bound, and what it is about if all of its verdicts are about that. */
  private String head(Verdict verdict) {
    List<Verdict> ofClaim = byClaim.get(verdict.claim());
    String bound =
        BoundWords.of(
            ofClaim.get(0).bounds(), ofClaim.stream().map(Verdict::metric).distinct().toList());
    return verdict.claim()
        + ": "
        + bound
        + (isOfOneSubject(verdict) ? "; " + words.subject(verdict) : "");
  }

  private Row row(Verdict verdict) {
    String regime =
        Wording.joined(
            ", ",
            isOfOneSubject(verdict) ? "" : words.subject(verdict),
            words.contrast(verdict).orElse(""),
            words.brief(verdict));
    return new Row(
        List.of(Text.of(head(verdict))),
        VerdictWords.text(verdict.outcome()),
        List.of(
            Cell.of(verdict.metric().text()),
            Cell.of(
                verdict.figure().isPresent()
                    ? Units.of(verdict.figure().getAsDouble(), verdict.unit())
                    : Units.NONE),
            Cell.of(cut(regime))));
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= WIDEST_REGIME
        ? text
        : text.substring(0, text.offsetByCodePoints(0, WIDEST_REGIME - 1)) + "~";
  }
}
