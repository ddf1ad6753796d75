package plumbline.claim;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import plumbline.load.Load;
import plumbline.problem.BadInputException;
import plumbline.result.Metric;
import plumbline.result.Regime;
import plumbline.result.RunData;
import plumbline.result.Series;
import plumbline.result.file.JsonFiles;

/**
 * The verdicts of a {@code verdicts.json} of schema 1, which told in sentences what they were
 * about. They are judged anew on the rows of the run, by the bounds of then, whatever has become of
 * the claims since. The sentences are taken apart as they were put together then, see {@link
 * Schema1Texts}. What they say is judged anew, by the rules of today.
 */
final class Schema1Verdicts {
  private static final String NOT_MEASURED = "not measured";
  private static final String RATIO = "ratio";
  private static final Pattern BOUND =
      Pattern.compile("(?:([0-9.]+ \\S+) (<=|<) )?(.+?) (<=|<|>=|>) ([0-9.]+ \\S+)");

  /** What is read of a verdict. */
  private record Stored(
      String claim,
      String statement,
      String subject,
      String regime,
      Metric metric,
      String bound,
      String group,
      Optional<String> contrast) {}

  private record Document(String claimsFile, List<Stored> verdicts) {}

  private final Path file;
  private final RunData run;
  private final Map<Series, SeriesRounds> rounds = new LinkedHashMap<>();

  private Schema1Verdicts(Path file, RunData run) {
    this.file = file;
    this.run = run;
    run.series().forEach(series -> rounds.put(series, new SeriesRounds(run, series)));
  }

  static Judgement read(Path file, RunData run) {
    Document document = JsonFiles.read(file, Document.class);
    Schema1Verdicts reader = new Schema1Verdicts(file, run);
    return new Judgement(
        document.claimsFile(), document.verdicts().stream().map(reader::verdict).toList());
  }

  private Verdict verdict(Stored stored) {
    Matcher bound = BOUND.matcher(stored.bound());
    if (!bound.matches()) {
      throw new BadInputException(
          file + ": " + stored.claim() + ": '" + stored.bound() + "' is no bound");
    }
    SortedSet<String> contrast =
        stored.contrast().map(Schema1Texts::contrastNames).orElse(new TreeSet<>());
    Question question =
        new Question(
            stored.claim(),
            stored.statement(),
            Optional.empty(),
            Optional.of(stored.group()),
            feedsHeadline(stored),
            Optional.empty(),
            Optional.empty(),
            contrast,
            stored.metric(),
            bounds(bound),
            run.manifest().isComplete() ? Optional.empty() : Optional.of(run.manifest().status()));
    if (stored.regime().equals(NOT_MEASURED)) {
      return question.notMeasured(
          new Ground.NotMeasured(
              Arrays.stream(stored.subject().split(Schema1Texts.SLASH))
                  .map(Schema1Verdicts::selector)
                  .toList(),
              metrics(bound.group(3))));
    }
    if (!contrast.isEmpty()) {
      return rounds.values().stream()
          .flatMap(above -> rounds.values().stream().map(below -> List.of(above, below)))
          .filter(pair -> isOf(pair.get(0), pair.get(1), contrast, stored))
          .findFirst()
          .map(pair -> new RatioJudge(pair.get(0), pair.get(1), question).verdict())
          .orElseThrow(() -> unknown(stored));
    }
    if (!question.bounds().isOfARatio()) {
      return new BandJudge(find(stored, stored.subject(), stored.regime()), question)
          .verdict(run.manifest().environment().clockGranularityNanos());
    }
    String[] subjects = stored.subject().split(Schema1Texts.SLASH, 2);
    String[] regimes = stored.regime().split(Schema1Texts.SLASH, 2);
    return new RatioJudge(
            find(stored, subjects[0], regimes[0]),
            find(stored, subjects[subjects.length - 1], regimes[regimes.length - 1]),
            question)
        .verdict();
  }

  private SeriesRounds find(Stored stored, String operation, String regime) {
    return rounds.values().stream()
        .filter(one -> Schema1Texts.operation(one.series()).equals(operation))
        .filter(one -> Regime.full(one.subject()).equals(regime))
        .findFirst()
        .orElseThrow(() -> unknown(stored));
  }

  private static boolean isOf(
      SeriesRounds above, SeriesRounds below, SortedSet<String> names, Stored stored) {
    return Judge.isPair(above.series(), below.series(), names)
        && Schema1Texts.operation(above.series()).equals(stored.subject())
        && Schema1Texts.contrast(above.series(), below.series(), names)
            .equals(stored.contrast().orElseThrow())
        && Schema1Texts.regime(above.subject(), below.subject(), names).equals(stored.regime());
  }

  private BadInputException unknown(Stored stored) {
    return new BadInputException(
        file
            + ": "
            + stored.claim()
            + ": results.csv has no figures of "
            + stored.subject()
            + " ("
            + stored.regime()
            + ")");
  }

  private static Bounds bounds(Matcher bound) {
    Map<String, String> keys = new LinkedHashMap<>();
    if (bound.group(1) != null) {
      keys.put(bound.group(2).equals("<=") ? "at_least" : "above", bound.group(1));
    }
    keys.put(
        switch (bound.group(4)) {
          case ">=" -> "at_least";
          case ">" -> "above";
          case "<=" -> "at_most";
          default -> "below";
        },
        bound.group(5));
    return Bounds.of(keys);
  }

  private static List<Metric> metrics(String names) {
    return Stream.of(names.replace(" " + RATIO, "").split(", "))
        .flatMap(name -> Metric.of(name).stream())
        .toList();
  }

  /** Only verdicts in the group of ratios or of a system's own fed the headline. */
  private boolean feedsHeadline(Stored stored) {
    return stored.group().equals(RATIO)
        || run.series().stream().anyMatch(series -> series.system().equals(stored.group()))
        || stored.subject().contains("system=" + stored.group());
  }

  /** Reads {@code system=… operation=round trip}. */
  private static Selector selector(String text) {
    Map<String, Globs> keys = new LinkedHashMap<>();
    for (String part : text.split(" (?=[A-Za-z]+=)")) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        keys.put(
            part.substring(0, equals), new Globs(List.of(part.substring(equals + 1).split("\\|"))));
      }
    }
    Optional<Globs> benchmark = Optional.ofNullable(keys.remove("benchmark"));
    Optional<Globs> system = Optional.ofNullable(keys.remove("system"));
    Optional<Globs> operation = Optional.ofNullable(keys.remove("operation"));
    Optional<Globs> load = Optional.ofNullable(keys.remove("load"));
    Optional<Globs> payload = Optional.ofNullable(keys.remove("payload"));
    return new Selector(
        benchmark,
        system,
        operation,
        keys,
        load.map(globs -> globs.patterns().stream().map(Load::of).toList()).orElse(List.of()),
        payload);
  }
}
