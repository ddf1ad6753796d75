package plumbline.report.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import plumbline.claim.Ground;
import plumbline.claim.Interval;
import plumbline.claim.Outcome;
import plumbline.claim.Selector;
import plumbline.claim.Verdict;
import plumbline.load.Load;
import plumbline.report.page.Text;
import plumbline.report.page.Tone;
import plumbline.result.Metric;
import plumbline.result.Numbers;
import plumbline.result.Regime;
import plumbline.result.RunData;
import plumbline.result.Series;
import plumbline.result.Subject;
import plumbline.result.Topic;
import plumbline.result.Units;

/** What a verdict is about, and why it is what it is, in words. */
public final class VerdictWords {
  /** Between the two sides of a ratio. */
  private static final String SLASH = " / ";

  private final Wording wording;
  private final RunData run;
  private final GroundWords grounds;
  private final DistanceWords distances;

  /**
   * Prepares the words.
   *
   * @param run that was judged: it has the titles of systems, and the reasons of forks that failed
   */
  public VerdictWords(Wording wording, RunData run) {
    this.wording = wording;
    this.run = run;
    this.grounds = new GroundWords(wording, run);
    this.distances = new DistanceWords(wording);
  }

  Wording wording() {
    return wording;
  }

  String say(Phrase phrase, Object... values) {
    return wording.say(phrase, values);
  }

  /** Verdicts by what they have in common, in their order. */
  public static <K> Map<K, List<Verdict>> by(Function<Verdict, K> key, List<Verdict> verdicts) {
    return verdicts.stream()
        .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
  }

  /** How operations are sent, on both sides of a ratio. */
  static Load load(Verdict verdict) {
    return verdict.subjects().get(0).series().load();
  }

  /**
   * What parameters, of which one that is 0 is off, do to figures with one operation in flight that
   * some verdicts are about; each once.
   */
  public List<String> remarks(List<Verdict> verdicts) {
    return verdicts.stream()
        .flatMap(verdict -> verdict.subjects().stream())
        .map(Subject::series)
        .flatMap(
            series ->
                series.params().entrySet().stream()
                    .filter(param -> series.inFlight() == 1 && !param.getValue().equals("0"))
                    .map(param -> Topic.param(param.getKey()))
                    .flatMap(param -> run.manifest().facts(series.system()).remark(param).stream()))
        .distinct()
        .toList();
  }

  /** An outcome in its tone. */
  public static Text text(Outcome outcome) {
    return Text.of(outcome.name(), tone(outcome));
  }

  /** The tone of an outcome. */
  public static Tone tone(Outcome outcome) {
    return switch (outcome) {
      case HOLDS -> Tone.GOOD;
      case REFUTED -> Tone.BAD;
      case UNDECIDED -> Tone.OPEN;
    };
  }

  /** {@code at the median}, {@code at p99}, {@code in throughput}. */
  String at(Metric metric) {
    return switch (metric) {
      case P50 -> wording.say(Phrase.AT_THE_MEDIAN);
      case MEAN -> wording.say(Phrase.IN_THE_MEAN);
      case MAX -> wording.say(Phrase.AT_THE_MAXIMUM);
      case THROUGHPUT -> wording.say(Phrase.IN_THROUGHPUT);
      default -> wording.say(Phrase.AT, metric.text());
    };
  }

  /** System and operation in prose; of a ratio, both. */
  public String subject(Verdict verdict) {
    Optional<Ground.NotMeasured> unmeasured = verdict.ground(Ground.NotMeasured.class);
    if (unmeasured.isPresent()) {
      return unmeasured.get().selectors().stream()
          .map(this::selected)
          .collect(Collectors.joining(SLASH));
    }
    return verdict.subjects().stream()
        .limit(verdict.isOfAContrast() ? 1 : 2)
        .map(this::name)
        .collect(Collectors.joining(SLASH));
  }

  /** System and operation of a subject. */
  String name(Subject subject) {
    return run.nameOf(subject.series());
  }

  /** What is selected, for a reader who sees no series: {@code operation=GET load=paced}. */
  private String selected(Selector selector) {
    List<String> parts = new ArrayList<>();
    selector.benchmark().ifPresent(globs -> parts.add("benchmark=" + globs));
    selector.system().ifPresent(globs -> parts.add("system=" + globs));
    selector.operation().ifPresent(globs -> parts.add("operation=" + globs));
    selector.params().forEach((name, globs) -> parts.add(name + "=" + globs));
    selector.load().forEach(kind -> parts.add("load=" + kind.text()));
    selector.payload().ifPresent(globs -> parts.add("payload=" + globs));
    return parts.isEmpty() ? wording.say(Phrase.EVERYTHING) : String.join(" ", parts);
  }

  /** What tells this regime from its neighbours, such as {@code acks=all lingerMs=0}. */
  public String brief(Verdict verdict) {
    return sides(verdict).stream().map(Side::brief).collect(Collectors.joining(SLASH));
  }

  /** One side of a regime: what tells it from its neighbours, and all of its conditions. */
  public record Side(String brief, List<String> parts) {
    public Side {
      parts = List.copyOf(parts);
    }
  }

  /** The regime: one side, or two of a ratio; of a contrast, what both sides share. */
  public List<Side> sides(Verdict verdict) {
    if (!verdict.isMeasured()) {
      String not = wording.say(Phrase.NOT_MEASURED_BRIEF);
      return List.of(new Side(not, List.of(not)));
    }
    List<Subject> subjects =
        verdict.subjects().stream()
            .map(subject -> subject.with(subject.series().without(verdict.contrast())))
            .toList();
    if (!verdict.isOfAContrast()) {
      return subjects.stream()
          .map(subject -> new Side(Regime.brief(subject), Regime.parts(subject)))
          .toList();
    }
    Set<String> shared = new LinkedHashSet<>(Regime.parts(subjects.get(0)));
    shared.retainAll(Regime.parts(subjects.get(1)));
    return List.of(new Side(Regime.brief(subjects.get(0)), List.copyOf(shared)));
  }

  /**
   * For a ratio of one operation under two conditions, these conditions, such as {@code
   * containers-published against processes}.
   */
  public Optional<String> contrast(Verdict verdict) {
    return verdict.isOfAContrast()
        ? Optional.of(
            wording.say(
                Phrase.AGAINST,
                values(verdict, verdict.subjects().get(0)),
                values(verdict, verdict.subjects().get(1))))
        : Optional.empty();
  }

  private static String values(Verdict verdict, Subject subject) {
    return verdict.contrast().stream()
        .filter(name -> subject.series().params().containsKey(name))
        .map(
            name -> {
              String value = subject.series().params().get(name);
              // The names of sets say what they are.
              return name.equals(Series.SERVERS) ? value : name + "=" + value;
            })
        .collect(Collectors.joining(" "));
  }

  /** The bound, such as {@code 1 us <= p50 < 1 ms}. */
  public String bound(Verdict verdict) {
    return BoundWords.of(
        verdict.bounds(),
        verdict
            .ground(Ground.NotMeasured.class)
            .map(Ground.NotMeasured::metrics)
            .orElse(List.of(verdict.metric())));
  }

  /**
   * The judged figure and its distance, such as {@code 346 µs, 2.9 times below 1 ms}; empty if some
   * rounds have none.
   */
  public String judged(Verdict verdict) {
    return verdict.figure().isPresent()
        ? Wording.joined(
            ", ",
            Units.of(verdict.figure().getAsDouble(), verdict.unit()),
            distance(List.of(verdict)))
        : "";
  }

  /** How far figures are from their bounds, see {@link DistanceWords}. */
  public String distance(List<Verdict> verdicts) {
    return distances.of(verdicts);
  }

  /** By which reading of its words, such as {@code as the nearest power of ten}; else empty. */
  public String reading(Verdict verdict) {
    return verdict.reading().map(name -> wording.say(Phrase.AS, name)).orElse("");
  }

  /** What low and high are, such as {@code range of 5 rounds}; empty without rounds. */
  public String interval(Verdict verdict) {
    return verdict.interval().map(one -> interval(one, verdict.rounds())).orElse("");
  }

  private String interval(Interval interval, int rounds) {
    String percent =
        interval.coverage().isPresent() ? Numbers.plain(interval.coverage().getAsDouble()) : "";
    if (!interval.range()) {
      return wording.say(Phrase.INTERVAL_OF_THE_MEDIAN, percent);
    }
    if (!percent.isEmpty()) {
      return wording.say(Phrase.RANGE_AS_INTERVAL, rounds, percent);
    }
    return rounds == 1
        ? wording.say(Phrase.ONE_ROUND)
        : wording.say(Phrase.RANGE_OF_ROUNDS, rounds);
  }

  /** Why the verdict is what it is, all of it. */
  public String reason(Verdict verdict) {
    return verdict.grounds().stream()
        .map(ground -> grounds.of(verdict, ground))
        .collect(Collectors.joining("; "));
  }

  /** The same but for what all verdicts of an incomplete run have in common. */
  String ownReason(Verdict verdict) {
    return grounds.of(verdict, verdict.grounds().get(0));
  }
}
