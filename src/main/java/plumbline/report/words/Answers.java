package plumbline.report.words;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.claim.Bound;
import plumbline.claim.Outcome;
import plumbline.claim.Reading;
import plumbline.claim.Verdict;
import plumbline.report.page.Format;
import plumbline.report.page.Text;
import plumbline.report.page.Tone;
import plumbline.result.Metric;
import plumbline.result.Subject;
import plumbline.result.Units;

/**
 * A line for each claim: the question, the answer with its figure, and where it differs, such as
 * {@code Ack in milliseconds (>= 1 ms)? No: p50 338 to 346 µs. Yes: 6.07 ms with lingerMs=5.} The
 * answer is that of the first metric, by the first reading of the claim's words; the bound in
 * brackets says which reading that is where others come to something else. A terminal gets the
 * fullest form that fits into a line.
 */
public final class Answers {
  /** Characters of a line in a terminal. */
  private static final int LINE = 80;

  private final VerdictWords words;
  private final RegimeName names;
  private final RegimeGroups regimes;

  public Answers(VerdictWords words) {
    this.words = words;
    this.names = new RegimeName(words);
    this.regimes = new RegimeGroups(names);
  }

  /** How much is said. */
  private enum Extent {
    /**
     * Figures everywhere, why nothing is decided, and by how many verdicts other readings differ.
     */
    FULL,
    /** Where another metric differs, without its figures. */
    BRIEF,
    /** That another metric differs, and not where. */
    BRIEFER,
    /** A figure of the most frequent answer alone. */
    BRIEFEST,
    /** How often there are other answers, and not where. */
    COUNTED
  }

  /** The lines, of the claims that feed the headline, or of all if none does. */
  public List<Text> of(List<Verdict> verdicts) {
    List<Verdict> feeding = verdicts.stream().filter(Verdict::headline).toList();
    List<Verdict> told = feeding.isEmpty() ? verdicts : feeding;
    List<Text> lines = new ArrayList<>();
    VerdictWords.by(Verdict::claim, told.stream().filter(Verdict::isMeasured).toList())
        .values()
        .forEach(claim -> lines.add(line(claim)));
    if (lines.isEmpty()) {
      return List.of(
          Text.of(
              words.say(told.isEmpty() ? Phrase.NOTHING_JUDGED : Phrase.NOTHING_OF_THE_CLAIMS)));
    }
    notMeasured(verdicts).map(Text::of).ifPresent(lines::add);
    return lines;
  }

  /** How many verdicts are others by the other readings of the claims' words, a line each. */
  public List<String> otherReadings(List<Verdict> verdicts) {
    List<List<Verdict>> figures =
        List.copyOf(Reading.byFigure(verdicts.stream().filter(Verdict::headline).toList()));
    List<Verdict> others = figures.stream().flatMap(one -> one.stream().skip(1)).toList();
    return VerdictWords.by(words::reading, others).entrySet().stream()
        .map(
            same ->
                words.say(
                    Phrase.READING_DIFFERS,
                    same.getKey(),
                    same.getValue().stream().filter(one -> differs(one, figures)).count(),
                    same.getValue().size()))
        .toList();
  }

  private static boolean differs(Verdict verdict, List<List<Verdict>> figures) {
    return figures.stream()
        .filter(one -> one.contains(verdict))
        .anyMatch(one -> one.get(0).outcome() != verdict.outcome());
  }

  /** The claims of which nothing was measured, in one line; empty if there are none. */
  public Optional<String> notMeasured(List<Verdict> verdicts) {
    List<String> missing =
        verdicts.stream()
            .filter(verdict -> !verdict.isMeasured())
            .map(Verdict::claim)
            .distinct()
            .toList();
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(new OutlookWords(words.wording()).named(Phrase.NOT_MEASURED_CLAIMS, missing));
  }

  private Text line(List<Verdict> claim) {
    Text full = line(claim, Extent.FULL);
    Text fitting =
        Stream.of(Extent.values())
            .map(extent -> line(claim, extent))
            .filter(line -> line.words(Format.TEXT).length() <= LINE)
            .findFirst()
            .orElseGet(() -> line(claim, Extent.COUNTED));
    return fitting.only(Format.TEXT).plus(full.only(Format.MARKDOWN, Format.HTML));
  }

  private Text line(List<Verdict> claim, Extent extent) {
    List<List<Verdict>> figures = List.copyOf(Reading.byFigure(claim));
    List<Verdict> firsts = figures.stream().map(one -> one.get(0)).toList();
    List<Verdict> differing =
        figures.stream()
            .flatMap(one -> one.stream().filter(each -> each.outcome() != one.get(0).outcome()))
            .toList();
    Map<Metric, List<Verdict>> byMetric = VerdictWords.by(Verdict::metric, firsts);
    List<Verdict> main = byMetric.values().iterator().next();
    Text line = Text.of(question(main, !differing.isEmpty()), Tone.STRONG);
    List<List<Verdict>> groups = regimes.of(main);
    Outcome told = null;
    for (List<Verdict> group : groups) {
      boolean isFirst = told == null;
      String metric = isFirst ? main.get(0).metric().text() + " " : "";
      String found = extent.compareTo(Extent.BRIEFEST) < 0 || isFirst ? range(group) : "";
      Outcome outcome = group.get(0).outcome();
      if (outcome == told && !found.isEmpty()) {
        line = line.plus("; " + more(group));
      } else {
        line =
            line.plus(isFirst ? " " : ". ")
                .plus(answer(outcome))
                .plus(found.isEmpty() ? "" : ": " + metric + found);
      }
      told = outcome;
      if (!isFirst) {
        line = line.plus(joined(" ", placed(group, main, extent)));
      } else if (groups.size() == 1) {
        line = line.plus(alike(main, byMetric.values(), extent));
      }
    }
    line = line.plus(".");
    for (List<Verdict> other : byMetric.values()) {
      if (other != main) {
        line = line.plus(elsewhere(main, other, extent));
      }
    }
    return extent == Extent.FULL ? line.plus(otherReadings(differing, firsts)) : line;
  }

  /** With a space before each part that is not empty. */
  private static String joined(String before, String... parts) {
    StringBuilder text = new StringBuilder();
    for (String part : parts) {
      text.append(part.isEmpty() ? "" : before + part);
    }
    return text.toString();
  }

  private String question(List<Verdict> main, boolean hasReadings) {
    Verdict first = main.get(0);
    String bound = hasReadings ? " (" + bound(main) + ")" : "";
    return first.question().orElse(first.claim()) + bound + "?";
  }

  /** The bound that figures are nearest to, or both if that is not the same. */
  private String bound(List<Verdict> main) {
    Verdict first = main.get(0);
    List<Bound> nearest =
        main.stream()
            .flatMap(one -> one.distance().map(found -> DistanceWords.nearest(one, found)).stream())
            .distinct()
            .toList();
    return nearest.size() == 1 ? BoundWords.of(nearest.get(0)) : words.bound(first);
  }

  private Text answer(Outcome outcome) {
    return Text.of(words.say(Phrase.valueOf("ANSWER_" + outcome)), VerdictWords.tone(outcome));
  }

  /** Its range after another one: factors without the word. */
  private static String more(List<Verdict> group) {
    Verdict one = group.get(0);
    return range(group, one.isOfARatio() ? "" : one.unit()).strip();
  }

  private static String range(List<Verdict> group) {
    return range(group, group.get(0).unit());
  }

  private static String range(List<Verdict> group, String unit) {
    DoubleSummaryStatistics figures =
        group.stream().flatMapToDouble(one -> one.figure().stream()).summaryStatistics();
    return figures.getCount() == 0
        ? ""
        : Units.bind(Units.said(figures.getMin(), figures.getMax(), unit).strip());
  }

  private String placed(List<Verdict> group, List<Verdict> main, Extent extent) {
    return extent == Extent.COUNTED
        ? words.say(Phrase.ANSWER_SOME, group.size(), main.size())
        : where(group, main);
  }

  private String where(List<Verdict> group, List<Verdict> all) {
    return names.of(group, all).orElseGet(() -> names.list(group, all.size()));
  }

  /** The figures of other metrics with the same answer everywhere, and why there is none. */
  private String alike(List<Verdict> main, Iterable<List<Verdict>> metrics, Extent extent) {
    if (extent.compareTo(Extent.BRIEF) > 0) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    for (List<Verdict> other : metrics) {
      if (other != main && differing(main, other).isEmpty()) {
        String figures = range(other);
        String metric = other.get(0).metric().text();
        text.append(figures.isEmpty() ? "" : ", " + metric + " " + figures);
      }
    }
    Verdict first = main.get(0);
    return first.outcome() == Outcome.UNDECIDED && extent == Extent.FULL
        ? text + "; " + words.ownReason(first)
        : text.toString();
  }

  /** What the first metric gives another answer to. */
  private static List<Verdict> differing(List<Verdict> main, List<Verdict> other) {
    Map<List<Subject>, Outcome> answers = new LinkedHashMap<>();
    main.forEach(one -> answers.put(one.subjects(), one.outcome()));
    return other.stream()
        .filter(one -> !Objects.equals(answers.get(one.subjects()), one.outcome()))
        .toList();
  }

  /** Where another metric gives another answer. */
  private String elsewhere(List<Verdict> main, List<Verdict> other, Extent extent) {
    List<Verdict> differing = differing(main, other);
    if (differing.isEmpty()) {
      return "";
    }
    String metric = other.get(0).metric().text();
    if (extent.compareTo(Extent.BRIEF) > 0) {
      return extent == Extent.BRIEFER ? " " + words.say(Phrase.ANSWER_DIFFERS, metric) : "";
    }
    List<String> parts = new ArrayList<>();
    for (List<Verdict> group : regimes.of(differing)) {
      Outcome outcome = group.get(0).outcome();
      String answer = words.say(Phrase.valueOf("ANSWER_" + outcome)).toLowerCase(Locale.ROOT);
      String figures = extent == Extent.FULL ? range(group) : "";
      String where = group.size() == other.size() ? "" : where(group, other);
      parts.add(answer + joined(" ", figures, where));
    }
    return " " + words.say(Phrase.ANSWER_AT, metric, String.join(", ", parts));
  }

  /** How many verdicts are others by the other readings. */
  private String otherReadings(List<Verdict> differing, List<Verdict> firsts) {
    StringBuilder text = new StringBuilder();
    VerdictWords.by(words::reading, differing)
        .forEach(
            (reading, same) ->
                text.append(' ')
                    .append(
                        words.say(Phrase.READING_DIFFERS, reading, same.size(), firsts.size())));
    return text.toString();
  }
}
