package plumbline.claim;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import plumbline.result.Metric;
import plumbline.result.RunManifest;
import plumbline.result.Subject;
import plumbline.statistics.MedianInterval;

/**
 * One metric of a reading of a claim, to be judged on one series or pair of them. The contrast is
 * that of a paired ratio; how far the run got is told if it is not complete.
 */
record Question(
    String claim,
    String statement,
    Optional<String> question,
    Optional<String> group,
    boolean headline,
    Optional<String> continues,
    Optional<String> reading,
    SortedSet<String> contrast,
    Metric metric,
    Bounds bounds,
    Optional<RunManifest.Status> incomplete) {

  /**
   * What the interval of a ratio's median covers at least; with fewer than 6 rounds it is the
   * range, which covers less and says so. Of a band, the range is told.
   */
  private static final double COVERAGE = 0.95;

  static Question of(Claim claim, Reading reading, Metric metric, RunManifest run) {
    return new Question(
        claim.id(),
        claim.statement(),
        claim.question(),
        claim.group(),
        claim.headline().orElse(true),
        claim.continues(),
        reading.known(),
        claim.isPaired() ? claim.contrast() : new TreeSet<>(),
        metric,
        claim.bounds(reading, metric),
        run.isComplete() ? Optional.empty() : Optional.of(run.status()));
  }

  Verdict verdict(List<Subject> subjects, Optional<Ground> obstacle, Tally tally) {
    return verdict(subjects, tally.outcome(obstacle), obstacle.orElseGet(tally::ground), tally);
  }

  /** The verdict of a run that measured nothing of this. */
  Verdict notMeasured(Ground.NotMeasured ground) {
    return verdict(List.of(), Outcome.UNDECIDED, ground, new Tally(bounds));
  }

  private Verdict verdict(List<Subject> subjects, Outcome outcome, Ground ground, Tally tally) {
    List<Ground> grounds = new ArrayList<>(List.of(ground));
    // What was not measured is not measured in a complete run either.
    if (!subjects.isEmpty()) {
      incomplete.map(Ground.RunIncomplete::new).ifPresent(grounds::add);
    }
    double[] figures = tally.figures();
    boolean covers = bounds.isOfARatio() && figures.length > 1;
    Optional<MedianInterval> median =
        figures.length == 0
            ? Optional.empty()
            : Optional.of(
                covers ? MedianInterval.of(figures, COVERAGE) : MedianInterval.range(figures));
    return new Verdict(
        claim,
        statement,
        question,
        group.orElse(defaultGroup(subjects)),
        headline,
        continues,
        reading,
        subjects,
        contrast,
        metric,
        bounds,
        outcome,
        grounds,
        tally.inside(),
        tally.below(),
        tally.above(),
        tally.open(),
        tally.p(),
        end(median, MedianInterval::median),
        end(median, MedianInterval::low),
        end(median, MedianInterval::high),
        median.map(
            one ->
                new Interval(
                    one.range(),
                    covers ? OptionalDouble.of(percent(one.coverage())) : OptionalDouble.empty())));
  }

  private static OptionalDouble end(
      Optional<MedianInterval> interval, ToDoubleFunction<MedianInterval> end) {
    return interval.stream().mapToDouble(end).findFirst();
  }

  private static double percent(double share) {
    return new BigDecimal(100 * share).setScale(2, RoundingMode.HALF_UP).doubleValue();
  }

  private String defaultGroup(List<Subject> subjects) {
    if (bounds.isOfARatio()) {
      return "ratio";
    }
    return subjects.isEmpty() ? "" : subjects.get(0).series().system();
  }
}
