package plumbline.claim;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plumbline.load.Load;
import plumbline.result.Promise;
import plumbline.result.Schema2Promises;

/**
 * What kind of question a regime answers: how operations are sent and, where a run compares that,
 * what an acknowledgement promises.
 *
 * @param load how operations are sent
 * @param inFlight how many, for a closed load with more than one in flight; else empty
 * @param promise in few words; empty where it was not asked for
 * @param rank of the promise among others
 */
public record RegimeKind(Load load, String inFlight, String promise, int rank)
    implements Comparable<RegimeKind> {
  private static final List<Promise> ALL = List.of(Promise.values());
  private static final String ONE = "1 in flight";
  private static final String SEVERAL = "across promises";
  private static final String UNKNOWN = "promise unknown";

  private static final Comparator<RegimeKind> ORDER =
      Comparator.comparing(RegimeKind::load)
          .thenComparing(RegimeKind::inFlight)
          .thenComparingInt(RegimeKind::rank)
          .thenComparing(RegimeKind::promise);

  static RegimeKind of(Verdict verdict) {
    List<String> parts = Arrays.asList(verdict.regime().split(", | / "));
    Load load =
        Arrays.stream(Load.values())
            .filter(one -> parts.contains(one.text()))
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException("a regime without load: " + verdict.regime()));
    Optional<String> inFlight =
        parts.stream()
            .filter(part -> load == Load.CLOSED && part.matches("[0-9]+ in flight"))
            .filter(part -> !part.equals(ONE))
            .findFirst();
    boolean asked =
        Schema2Promises.isAskedFor(verdict.brief())
            || verdict.contrast().filter(Schema2Promises::isAskedFor).isPresent();
    return asked
        ? byPromise(load, inFlight.orElse(""), Schema2Promises.in(verdict.regime()))
        : new RegimeKind(load, inFlight.orElse(""), "", -1);
  }

  private static RegimeKind byPromise(Load load, String inFlight, Set<Promise> promises) {
    if (promises.size() == 1) {
      Promise only = promises.iterator().next();
      return new RegimeKind(load, inFlight, only.brief(), ALL.indexOf(only));
    }
    return new RegimeKind(load, inFlight, promises.isEmpty() ? UNKNOWN : SEVERAL, ALL.size());
  }

  /** How operations are sent, in words. */
  public String sending() {
    return switch (load) {
      case CLOSED -> inFlight.isEmpty() ? "one in flight" : inFlight;
      case PACED -> "at a rate";
      case SATURATED -> "saturated";
    };
  }

  /** In words, such as {@code one in flight, on disk}. */
  public String text() {
    return promise.isEmpty() ? sending() : sending() + ", " + promise;
  }

  @Override
  public int compareTo(RegimeKind other) {
    return ORDER.compare(this, other);
  }
}
