package plumbline.claim;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import plumbline.input.Quantity;
import plumbline.input.WrongKeyException;
import plumbline.result.Metric;
import plumbline.result.Subject;

/**
 * One way to read the words of a claim, with the bounds that this way draws.
 *
 * @param name a few words that follow "as", such as {@code the nearest power of ten}; empty if the
 *     claim has no other
 * @param atLeast lower bound, itself inside: {@code 1 us}, {@code 10000 ops/s}, or {@code 2 x}
 * @param above lower bound, itself outside
 * @param below upper bound, itself outside
 * @param atMost upper bound, itself inside
 */
public record Reading(
    String name,
    @JsonProperty("at_least") Optional<String> atLeast,
    Optional<String> above,
    Optional<String> below,
    @JsonProperty("at_most") Optional<String> atMost) {

  /**
   * The bounds for a metric.
   *
   * @throws WrongKeyException if there are none, or they are not right
   */
  Bounds bounds(Claim.Kind kind, Metric metric) {
    Quantity.Kind unit =
        kind == Claim.Kind.RATIO
            ? Quantity.Kind.FACTOR
            : metric.isLatency() ? Quantity.Kind.TIME : Quantity.Kind.RATE;
    Map<String, String> keys = keys();
    // A ratio without a bound claims that there is a gap at all.
    boolean gap = kind == Claim.Kind.RATIO && name.isEmpty() && keys.isEmpty();
    Bounds bounds = Bounds.of(unit, gap ? Map.of("above", "1 x") : keys);
    if (bounds.isEmpty()) {
      throw new WrongKeyException("a bound is missing: at_least, above, below or at_most");
    }
    return bounds;
  }

  /** Its name; empty if the claim has no other. */
  Optional<String> known() {
    return Optional.of(name).filter(text -> !text.isEmpty());
  }

  private Map<String, String> keys() {
    Map<String, String> keys = new LinkedHashMap<>();
    atLeast.ifPresent(text -> keys.put("at_least", text));
    above.ifPresent(text -> keys.put("above", text));
    below.ifPresent(text -> keys.put("below", text));
    atMost.ifPresent(text -> keys.put("at_most", text));
    return keys;
  }

  boolean hasBounds() {
    return !keys().isEmpty();
  }

  /** Verdicts on the same figure of the same claim, by one reading each. */
  public static Collection<List<Verdict>> byFigure(List<Verdict> verdicts) {
    record Judged(String claim, List<Subject> subjects, Metric metric) {}
    return verdicts.stream()
        .collect(
            Collectors.groupingBy(
                one -> new Judged(one.claim(), one.subjects(), one.metric()),
                LinkedHashMap::new,
                Collectors.toList()))
        .values();
  }

  /**
   * What one figure comes to by all readings: it HOLDS if it does by any of them, and is REFUTED
   * only if it is by all.
   */
  public static Outcome together(List<Verdict> sameFigure) {
    Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
    sameFigure.forEach(verdict -> outcomes.add(verdict.outcome()));
    return outcomes.contains(Outcome.HOLDS)
        ? Outcome.HOLDS
        : outcomes.contains(Outcome.UNDECIDED) ? Outcome.UNDECIDED : Outcome.REFUTED;
  }

  /**
   * The verdicts by the first reading of each claim, in their order, and those by another reading
   * if it came to something else for that claim somewhere.
   */
  public static List<Verdict> told(List<Verdict> verdicts) {
    record Way(String line, Optional<String> reading) {
      static Way of(Verdict verdict) {
        return new Way(verdict.line(), verdict.reading());
      }
    }
    Set<Verdict> firsts = new HashSet<>();
    Set<Way> differing = new HashSet<>();
    for (List<Verdict> same : byFigure(verdicts)) {
      firsts.add(same.get(0));
      same.stream()
          .filter(one -> one.outcome() != same.get(0).outcome())
          .forEach(one -> differing.add(Way.of(one)));
    }
    return verdicts.stream()
        .filter(one -> firsts.contains(one) || differing.contains(Way.of(one)))
        .toList();
  }
}
