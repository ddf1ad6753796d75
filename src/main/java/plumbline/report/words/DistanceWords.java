package plumbline.report.words;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.claim.Bound;
import plumbline.claim.Bounds;
import plumbline.claim.Distance;
import plumbline.claim.Verdict;
import plumbline.input.Quantity;
import plumbline.result.Units;

/** How far judged figures are from their bounds, in words. */
final class DistanceWords {
  private final Wording wording;

  DistanceWords(Wording wording) {
    this.wording = wording;
  }

  /**
   * How far figures are from their bounds: {@code 2.9 times below 1 ms}, or of several {@code 2.4
   * to 2.9 times below 1 ms}. Nothing where a ratio's bound is 1, of which the figure itself says
   * that.
   */
  String of(List<Verdict> verdicts) {
    Map<Optional<Place>, List<Verdict>> byPlace =
        VerdictWords.by(
            one -> one.distance().map(found -> new Place(nearest(one, found), found.above())),
            verdicts);
    List<String> parts = new ArrayList<>();
    byPlace.forEach(
        (place, same) ->
            place.filter(one -> !one.isTold()).ifPresent(one -> parts.add(distance(one, same))));
    return String.join(" and ", parts);
  }

  /** Above or below a bound. */
  private record Place(Bound bound, boolean above) {
    boolean isTold() {
      return bound.quantity().kind() == Quantity.Kind.FACTOR && bound.value() == 1;
    }
  }

  static Bound nearest(Verdict verdict, Distance distance) {
    Bounds bounds = verdict.bounds();
    return (distance.lower() ? bounds.lower() : bounds.upper()).orElseThrow();
  }

  private String distance(Place place, List<Verdict> verdicts) {
    DoubleSummaryStatistics factors =
        verdicts.stream()
            .mapToDouble(one -> one.distance().orElseThrow().factor())
            .summaryStatistics();
    double least = rounded(factors.getMin());
    double most = rounded(factors.getMax());
    String times = Units.said(least, most, "x");
    String bound = place.bound().quantity().text();
    return most == 1
        ? wording.say(Phrase.DISTANCE_NONE, bound)
        : wording.say(place.above() ? Phrase.DISTANCE_ABOVE : Phrase.DISTANCE_BELOW, times, bound);
  }

  /** To two digits: what is far away need not be known better. */
  private static double rounded(double factor) {
    return new BigDecimal(factor).round(new MathContext(2, RoundingMode.HALF_UP)).doubleValue();
  }
}
