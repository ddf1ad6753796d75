package plumbline.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import plumbline.result.Metric;
import plumbline.result.RunData;
import plumbline.result.Series;

/**
 * Judges claims by the rows of a run: an exact one-sided sign test over rounds, one value per
 * round. What the data cannot decide stays undecided and says why.
 */
public final class Judge {
  /** How every reason ends if the run is not complete. */
  static final String INCOMPLETE = "; the run is incomplete";

  private static final String NOT_MEASURED = "not measured";

  private final RunData run;
  private final Map<Series, SeriesRounds> rounds = new TreeMap<>();
  private final List<Verdict> verdicts = new ArrayList<>();

  private Judge(RunData run) {
    this.run = run;
    run.series().forEach(series -> rounds.put(series, new SeriesRounds(run, series)));
  }

  /**
   * Judges a run. The same run and claims always give an equal judgement.
   *
   * @return a verdict for each claim, series (or pair of series) and metric; a claim that selects
   *     nothing that was measured gives one that is undecided
   */
  public static Judgement judge(RunData run, ClaimsFile claims) {
    Judge judge = new Judge(run);
    claims.claims().forEach(judge::add);
    return new Judgement(
        Judgement.SCHEMA, Headline.of(judge.verdicts), claims.name(), judge.verdicts);
  }

  private void add(Claim claim) {
    int before = verdicts.size();
    if (claim.kind() == Claim.Kind.BAND) {
      for (SeriesRounds one : selected(claim.select())) {
        for (Metric metric : claim.metric()) {
          verdicts.add(
              new BandJudge(one, metric, claim.bounds(metric))
                  .verdict(claim, run.manifest().environment().clockGranularityNanos(), ending()));
        }
      }
    } else {
      for (SeriesRounds above : selected(claim.numerator())) {
        for (SeriesRounds below : selected(claim.denominator())) {
          boolean together =
              claim.isPaired()
                  ? Contrast.isPair(above.series(), below.series(), Contrast.names(claim))
                  : areComparable(claim, above.series(), below.series());
          if (together) {
            for (Metric metric : claim.metric()) {
              verdicts.add(
                  new RatioJudge(above, below, metric, claim.bounds(metric))
                      .verdict(claim, ending()));
            }
          }
        }
      }
    }
    if (verdicts.size() == before) {
      verdicts.add(notMeasured(claim));
    }
  }

  private List<SeriesRounds> selected(Optional<Selector> selector) {
    return rounds.values().stream()
        .filter(one -> selector.orElseThrow().matches(one.series()))
        .toList();
  }

  /**
   * Only what was sent in the same way can be divided, and, unless the claim is about them, on the
   * same set of servers.
   */
  private static boolean areComparable(Claim claim, Series above, Series below) {
    return !above.equals(below)
        && (above.servers().equals(below.servers())
            || Contrast.names(claim).contains(Series.SERVERS))
        && above.load() == below.load()
        && above.inFlight() == below.inFlight()
        && above.targetRate().equals(below.targetRate())
        && (above.payload() == below.payload() || above.payload() == 0 || below.payload() == 0);
  }

  private String ending() {
    return run.manifest().isComplete()
        ? ""
        : INCOMPLETE + " (" + run.manifest().status().name().toLowerCase(Locale.ROOT) + ")";
  }

  private static Verdict notMeasured(Claim claim) {
    boolean band = claim.kind() == Claim.Kind.BAND;
    String subject =
        band
            ? claim.select().orElseThrow().text()
            : RatioJudge.both(
                claim.numerator().orElseThrow().text(), claim.denominator().orElseThrow().text());
    Metric first = claim.metric().get(0);
    String names = claim.metric().stream().map(Metric::text).collect(Collectors.joining(", "));
    Function<Bounds, String> text = bounds -> bounds.text(band ? names : names + " ratio");
    return new Verdict(
        claim.id(),
        claim.statement(),
        subject,
        NOT_MEASURED,
        NOT_MEASURED,
        first,
        text.apply(claim.bounds(first)),
        Outcome.UNDECIDED,
        "not measured in this run",
        0,
        0,
        0,
        1,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        "",
        band ? first.unit() : "x",
        claim.group().orElse(band ? "" : "ratio"),
        Optional.empty());
  }

  /** Whether a verdict says only that its claim speaks about nothing that was measured. */
  static boolean isNotMeasured(Verdict verdict) {
    return verdict.regime().equals(NOT_MEASURED);
  }
}
