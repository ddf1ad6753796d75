package plumbline.claim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import plumbline.result.Metric;
import plumbline.result.Series;

/**
 * What a run that is to come cannot decide, whatever it measures.
 *
 * @param rounds of the run
 * @param unmeasured ids of the claims that none of its series is about
 * @param sparse series at a rate that claims ask a percentile of, and that send too few operations
 *     in a round for it, by percentile
 */
public record Outlook(int rounds, List<String> unmeasured, SortedMap<Metric, List<Series>> sparse) {
  public Outlook {
    unmeasured = List.copyOf(unmeasured);
  }

  /**
   * Looks ahead.
   *
   * @param claims that will judge the run
   * @param series all that will be measured, those whose rate is not known yet without it
   * @param times how long each round records a series at a rate that is known
   */
  public static Outlook of(
      List<Claim> claims, int rounds, Collection<Series> series, Map<Series, Duration> times) {
    SortedMap<Metric, List<Series>> sparse = new TreeMap<>();
    for (Claim claim : claims) {
      for (Metric metric : claim.metric()) {
        times.forEach(
            (one, time) -> {
              List<Series> known = sparse.getOrDefault(metric, List.of());
              if (isAsked(claim, one) && !isEnough(metric, one, time) && !known.contains(one)) {
                sparse.computeIfAbsent(metric, any -> new ArrayList<>()).add(one);
              }
            });
      }
    }
    return new Outlook(
        rounds,
        claims.stream().filter(claim -> !Judge.isAbout(claim, series)).map(Claim::id).toList(),
        sparse);
  }

  private static boolean isAsked(Claim claim, Series series) {
    return claim.selectors().stream().anyMatch(selector -> selector.matches(series));
  }

  /** A closed loop sends as many as it can, which nobody knows before. */
  private static boolean isEnough(Metric metric, Series series, Duration time) {
    return series.targetRate().isEmpty()
        || !metric.isLatency()
        || series.targetRate().getAsDouble() * time.toNanos() / 1e9 >= metric.samplesNeeded();
  }

  /** Whether so few rounds cannot decide anything. */
  public boolean hasTooFewRounds() {
    return rounds < Judge.LEAST_ROUNDS;
  }
}
