package plumbline.report.verdict;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import plumbline.claim.Outcome;
import plumbline.claim.Verdict;
import plumbline.report.figure.Basis;
import plumbline.report.page.Block;
import plumbline.report.page.Block.Entries;
import plumbline.report.page.Block.Entry;
import plumbline.report.page.Block.Paragraph;
import plumbline.report.page.Block.Section;
import plumbline.report.page.Format;
import plumbline.report.page.Table;
import plumbline.report.page.Table.Cell;
import plumbline.report.page.Table.Row;
import plumbline.report.page.Text;
import plumbline.report.page.Tone;
import plumbline.report.words.Answers;
import plumbline.report.words.Phrase;
import plumbline.report.words.VerdictWords;
import plumbline.report.words.VerdictWords.Side;
import plumbline.report.words.Wording;
import plumbline.result.Units;

/** The verdicts, gathered by claim and regime. Conditions that all share are said once. */
public final class ClaimSection {
  private static final String COMMA = ", ";

  /** Between the two sides of a ratio. */
  private static final String SLASH = " / ";

  private final VerdictWords words;
  private final Wording wording;
  private final Basis basis;

  private ClaimSection(Basis basis, VerdictWords words, Wording wording) {
    this.basis = basis;
    this.words = words;
    this.wording = wording;
  }

  /** Makes the section of all verdicts, in their order. */
  public static Section of(
      List<Verdict> verdicts, Basis basis, VerdictWords words, Wording wording) {
    ClaimSection section = new ClaimSection(basis, words, wording);
    List<Block> blocks = new ArrayList<>();
    if (verdicts.isEmpty()) {
      blocks.add(new Paragraph(Text.of(wording.say(Phrase.NO_CLAIM_JUDGED))));
    }
    List<Verdict> measured = verdicts.stream().filter(Verdict::isMeasured).toList();
    VerdictWords.by(Verdict::claim, measured)
        .forEach((id, all) -> blocks.add(section.claim(id, all)));
    new Answers(words)
        .notMeasured(verdicts)
        .ifPresent(line -> blocks.add(new Paragraph(Text.of(line))));
    return Section.of("verdicts", Text.of("Verdicts"), blocks);
  }

  /**
   * A regime of a claim.
   *
   * @param subject system and operation
   * @param sides one, or the two of a ratio, each with its conditions
   */
  private record Place(String subject, List<Side> sides) {}

  /** The bounds, a line for each reading. */
  private List<String> claimed(List<Verdict> verdicts) {
    return VerdictWords.by(words::reading, verdicts).entrySet().stream()
        .map(
            reading ->
                Wording.joined(
                    ": ",
                    reading.getKey(),
                    reading.getValue().stream()
                        .map(words::bound)
                        .map(Units::bind)
                        .distinct()
                        .collect(Collectors.joining("; "))))
        .toList();
  }

  private Section claim(String id, List<Verdict> verdicts) {
    List<String> contrasts =
        verdicts.stream().flatMap(one -> words.contrast(one).stream()).distinct().toList();
    Map<Place, List<Verdict>> byPlace =
        VerdictWords.by(verdict -> place(verdict, contrasts.size() > 1), verdicts);
    int sides = byPlace.keySet().stream().mapToInt(place -> place.sides().size()).max().orElse(1);
    List<Set<String>> shared = new ArrayList<>();
    for (int side = 0; side < sides; side++) {
      shared.add(shared(byPlace.keySet(), side));
    }
    List<String> intervals =
        verdicts.stream().map(words::interval).filter(text -> !text.isEmpty()).distinct().toList();
    String interval = intervals.size() == 1 ? intervals.get(0) : "";
    String statement = verdicts.get(0).statement();
    List<ClaimColumn> columns = ClaimColumn.of(verdicts, words);
    List<Row> rows = new ArrayList<>();
    byPlace.forEach(
        (place, all) ->
            rows.add(
                Row.of(
                    Text.of(place.subject() + COMMA).plus(distinct(place, shared), Tone.FAINT),
                    columns.stream().map(column -> cell(all, column, interval)).toList())));
    return Section.of(
            "claim-" + id,
            Text.of(id + ": ")
                .only(Format.TEXT, Format.MARKDOWN)
                .plus(statement)
                .plus(Text.of(" ").plus(id, Tone.CODE).only(Format.HTML)),
            List.of(
                Entries.of(
                    Entry.of("claimed", claimed(verdicts)),
                    Entry.of("in all regimes", common(contrasts, shared)),
                    Entry.of(
                        "figures", interval.isEmpty() ? "" : wording.say(Phrase.FIGURES, interval)),
                    Entry.of("to know", words.remarks(verdicts))),
                Table.stacked()
                    .words("Regime")
                    .words(columns.stream().map(ClaimColumn::title).toArray(String[]::new))
                    .rows(rows)
                    .otherwise(wording.say(Phrase.ALL_DECIDED))))
        .as("card");
  }

  /**
   * A contrast, in short if it is the only one; each server's conditions stand with the servers.
   */
  private Place place(Verdict verdict, boolean withContrast) {
    List<Side> sides = new ArrayList<>(words.sides(verdict));
    if (withContrast && verdict.isOfAContrast()) {
      List<String> parts = new ArrayList<>(sides.get(0).parts());
      parts.add(words.contrast(verdict).orElseThrow());
      sides.set(0, new Side(sides.get(0).brief(), parts));
    }
    return new Place(words.subject(verdict), sides);
  }

  private static String common(List<String> contrasts, List<Set<String>> shared) {
    String[] sides = shared.stream().map(parts -> String.join(COMMA, parts)).toArray(String[]::new);
    String contrast = contrasts.size() == 1 ? contrasts.get(0) : "";
    return Wording.joined(COMMA, contrast, Wording.joined(SLASH, sides));
  }

  /** What all regimes have in common on one side, but for what tells them apart. */
  private static Set<String> shared(Set<Place> places, int side) {
    List<Set<String>> all = new ArrayList<>();
    for (Place place : places) {
      if (side < place.sides().size()) {
        Side one = place.sides().get(side);
        Set<String> parts = new LinkedHashSet<>(one.parts());
        parts.removeIf(part -> saysBrief(part, one.brief()));
        all.add(parts);
      }
    }
    Set<String> shared = all.get(0);
    all.forEach(shared::retainAll);
    return shared;
  }

  private static String distinct(Place place, List<Set<String>> shared) {
    List<String> texts = new ArrayList<>();
    for (int side = 0; side < place.sides().size(); side++) {
      texts.add(distinct(place.sides().get(side), shared.get(side)));
    }
    return String.join(SLASH, texts);
  }

  /** The brief regime, and what else of the full one the other regimes do not share. */
  private static String distinct(Side side, Set<String> shared) {
    String brief = side.brief();
    List<String> parts = new ArrayList<>();
    if (!brief.isEmpty()) {
      parts.add(brief);
    }
    for (String part : side.parts()) {
      if (shared.contains(part)) {
        continue;
      }
      if (!brief.isEmpty() && saysBrief(part, brief)) {
        // The same with the version of a client: it says more, so it replaces the brief text.
        parts.set(0, part);
      } else {
        parts.add(part);
      }
    }
    return String.join(COMMA, parts.isEmpty() ? side.parts() : parts);
  }

  private static boolean saysBrief(String part, String brief) {
    return part.equals(brief) || part.startsWith(brief + " ");
  }

  private Cell cell(List<Verdict> verdicts, ClaimColumn column, String interval) {
    List<Verdict> own = verdicts.stream().filter(column::isOf).toList();
    String from =
        own.stream()
            .filter(verdict -> verdict.figure().isPresent())
            .flatMap(verdict -> verdict.subjects().stream())
            .map(subject -> basis.ofMedian(subject.series()))
            .distinct()
            .collect(Collectors.joining(SLASH));
    return Cell.of(
            own.stream()
                .flatMap(verdict -> lines(verdict, isSame(verdict, verdicts), interval).stream())
                .toArray(Text[]::new))
        .about(from);
  }

  /** Whether an earlier reading of the same figure came to the same, for the same reason. */
  private static boolean isSame(Verdict verdict, List<Verdict> verdicts) {
    Verdict first =
        verdicts.stream()
            .filter(other -> other.metric() == verdict.metric())
            .findFirst()
            .orElse(verdict);
    return !first.reading().equals(verdict.reading())
        && first.outcome() == verdict.outcome()
        && first.grounds().equals(verdict.grounds());
  }

  /**
   * A terminal says only what neither its headline nor the table of figures does: ratios, claims
   * that no headline tells, and what needs a reason.
   */
  private List<Text> lines(Verdict verdict, boolean isSame, String interval) {
    String judged = words.judged(verdict);
    Text found =
        VerdictWords.text(verdict.outcome()).plus(" " + (judged.isEmpty() ? Units.NONE : judged));
    if (verdict.low().isPresent() && verdict.high().isPresent()) {
      String low = Units.of(verdict.low().getAsDouble(), verdict.unit());
      String high = Units.of(verdict.high().getAsDouble(), verdict.unit());
      String what = interval.isEmpty() ? COMMA + words.interval(verdict) : "";
      found = found.plus(" (" + low + " to " + high + what + ")", Tone.FAINT);
    }
    Text reason = Text.of(words.reason(verdict));
    boolean evident =
        verdict.outcome() != Outcome.UNDECIDED && (verdict.inside() == 0 || verdict.outside() == 0);
    boolean told = isSame || (evident && verdict.headline() && !verdict.isOfARatio());
    return List.of(
        told ? found.only(Format.MARKDOWN, Format.HTML) : found,
        evident
            ? reason.only(Format.HTML)
            : isSame ? reason.only(Format.MARKDOWN, Format.HTML) : reason);
  }
}
