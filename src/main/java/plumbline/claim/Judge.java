package plumbline.claim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import plumbline.result.RunData;
import plumbline.result.Series;

/**
 * Judges claims by the rows of a run: an exact one-sided sign test over rounds, one value per
 * round. What the data cannot decide stays undecided and says why.
 */
public final class Judge {
  /** The fewest rounds of a run that can decide a claim. */
  public static final int LEAST_ROUNDS = Tally.LEAST_ROUNDS;

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
   * @return a verdict for each claim, series (or pair of series), metric and reading; a claim that
   *     selects nothing that was measured gives one a reading that is undecided
   */
  public static Judgement judge(RunData run, ClaimsFile claims) {
    Judge judge = new Judge(run);
    claims.claims().forEach(judge::add);
    return new Judgement(claims.name(), judge.verdicts);
  }

  private void add(Claim claim) {
    int before = verdicts.size();
    List<Question> questions =
        claim.metric().stream()
            .flatMap(
                metric ->
                    claim.ways().stream()
                        .map(reading -> Question.of(claim, reading, metric, run.manifest())))
            .toList();
    if (claim.kind() == Claim.Kind.BAND) {
      long granularity = run.manifest().environment().clockGranularityNanos();
      for (SeriesRounds one : selected(claim.select())) {
        for (Question question : questions) {
          verdicts.add(new BandJudge(one, question).verdict(granularity));
        }
      }
    } else {
      for (SeriesRounds above : selected(claim.numerator())) {
        for (SeriesRounds below : selected(claim.denominator())) {
          if (areDivided(claim, above.series(), below.series())) {
            for (Question question : questions) {
              verdicts.add(new RatioJudge(above, below, question).verdict());
            }
          }
        }
      }
    }
    if (verdicts.size() == before) {
      questions.stream()
          .filter(question -> question.metric() == questions.get(0).metric())
          .map(one -> one.notMeasured(new Ground.NotMeasured(claim.selectors(), claim.metric())))
          .forEach(verdicts::add);
    }
  }

  private List<SeriesRounds> selected(Optional<Selector> selector) {
    return rounds.values().stream()
        .filter(one -> selector.orElseThrow().matches(one.series()))
        .toList();
  }

  /** Whether a claim speaks about any of some series, or of a ratio any pair of them. */
  static boolean isAbout(Claim claim, Collection<Series> all) {
    return claim.kind() == Claim.Kind.BAND
        ? all.stream().anyMatch(claim.select().orElseThrow()::matches)
        : all.stream()
            .filter(claim.numerator().orElseThrow()::matches)
            .anyMatch(
                above ->
                    all.stream()
                        .filter(claim.denominator().orElseThrow()::matches)
                        .anyMatch(below -> areDivided(claim, above, below)));
  }

  private static boolean areDivided(Claim claim, Series above, Series below) {
    return claim.isPaired()
        ? isPair(above, below, claim.contrast())
        : areComparable(claim, above, below);
  }

  /** Whether two series are one but for these parameters. */
  static boolean isPair(Series above, Series below, SortedSet<String> names) {
    return !above.equals(below) && above.without(names).equals(below.without(names));
  }

  /**
   * Only what was sent in the same way can be divided, and, unless the claim is about them, on the
   * same set of servers and to as many keys.
   */
  private static boolean areComparable(Claim claim, Series above, Series below) {
    return !above.equals(below)
        && (above.servers().equals(below.servers()) || claim.contrast().contains(Series.SERVERS))
        && (above.param(Series.KEYS).equals(below.param(Series.KEYS))
            || claim.contrast().contains(Series.KEYS))
        && above.load() == below.load()
        && above.inFlight() == below.inFlight()
        && above.targetRate().equals(below.targetRate())
        && (above.payload() == below.payload() || above.payload() == 0 || below.payload() == 0);
  }
}
