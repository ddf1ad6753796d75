package plumbline.claim;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import plumbline.result.Metric;
import plumbline.result.RunManifest;
import plumbline.result.Subject;

/**
 * One metric of a claim, to be judged on one series or pair of them.
 *
 * @param claim the claim's id
 * @param statement in our own words
 * @param group that it is in
 * @param headline whether a headline tells its verdict
 * @param contrast for a paired ratio, the parameters in which its sides differ; else empty
 * @param metric to be judged
 * @param bounds to judge it by
 * @param incomplete how far the run got, if it is not complete
 */
record Question(
    String claim,
    String statement,
    Optional<String> group,
    boolean headline,
    SortedSet<String> contrast,
    Metric metric,
    Bounds bounds,
    Optional<RunManifest.Status> incomplete) {

  static Question of(Claim claim, Metric metric, RunManifest run) {
    return new Question(
        claim.id(),
        claim.statement(),
        claim.group(),
        claim.headline().orElse(true),
        claim.isPaired() ? claim.contrast() : new TreeSet<>(),
        metric,
        claim.bounds(metric),
        run.isComplete() ? Optional.empty() : Optional.of(run.status()));
  }

  Verdict verdict(
      List<Subject> subjects, Optional<Ground> obstacle, Tally tally, MedianInterval figures) {
    return verdict(
        subjects, tally.outcome(obstacle), obstacle.orElseGet(tally::ground), tally, figures);
  }

  /** The verdict of a run that measured nothing of this. */
  Verdict notMeasured(Ground.NotMeasured ground) {
    return verdict(
        List.of(),
        Outcome.UNDECIDED,
        ground,
        Tally.of(bounds, List.of(), List.of(), Optional.empty()),
        MedianInterval.range(List.of()));
  }

  private Verdict verdict(
      List<Subject> subjects, Outcome outcome, Ground ground, Tally tally, MedianInterval figures) {
    List<Ground> grounds =
        incomplete
            .map(status -> List.of(ground, new Ground.RunIncomplete(status)))
            .orElse(List.of(ground));
    return new Verdict(
        claim,
        statement,
        group.orElse(defaultGroup(subjects)),
        headline,
        subjects,
        contrast,
        metric,
        bounds,
        outcome,
        // What was not measured is not measured in a complete run either.
        subjects.isEmpty() ? List.of(ground) : grounds,
        tally.inside(),
        tally.below(),
        tally.above(),
        tally.open(),
        tally.p(),
        figures.median(),
        figures.low(),
        figures.high(),
        figures.interval());
  }

  private String defaultGroup(List<Subject> subjects) {
    if (bounds.isOfARatio()) {
      return "ratio";
    }
    return subjects.isEmpty() ? "" : subjects.get(0).series().system();
  }
}
