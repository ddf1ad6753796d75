package plumbline.claim;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import plumbline.load.Load;
import plumbline.result.Promise;
import plumbline.result.Series;

/**
 * What kind of question a regime answers: how operations are sent and, where a run compares that,
 * what an acknowledgement promises.
 *
 * @param load how operations are sent
 * @param inFlight how many, for a closed load with more than one in flight; else 1
 * @param promise what an acknowledgement promises; empty where it was not asked for, or where the
 *     two sides of a ratio differ
 * @param acrossPromises whether the two sides of a ratio differ in their promise
 */
public record RegimeKind(Load load, int inFlight, Optional<Promise> promise, boolean acrossPromises)
    implements Comparable<RegimeKind> {
  private static final Comparator<RegimeKind> ORDER =
      Comparator.comparing(RegimeKind::load)
          .thenComparingInt(RegimeKind::inFlight)
          .thenComparing(RegimeKind::acrossPromises)
          .thenComparingInt(kind -> kind.promise.map(Promise::ordinal).orElse(-1));

  /** The kind of a verdict's regime; something must have been measured. */
  public static RegimeKind of(Verdict verdict) {
    Series series = verdict.subjects().get(0).series();
    Set<Promise> promises = EnumSet.noneOf(Promise.class);
    verdict.subjects().stream()
        .flatMap(subject -> subject.promise().stream())
        .forEach(promises::add);
    // A side that does not tell says nothing against the other one.
    if (promises.size() > 1) {
      promises.remove(Promise.UNKNOWN);
    }
    return new RegimeKind(
        series.load(),
        series.load() == Load.CLOSED ? series.inFlight() : 1,
        promises.size() == 1 ? Optional.of(promises.iterator().next()) : Optional.empty(),
        promises.size() > 1);
  }

  @Override
  public int compareTo(RegimeKind other) {
    return ORDER.compare(this, other);
  }
}
