package plumbline.claim;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Feature;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import plumbline.input.WrongKeyException;
import plumbline.result.Metric;

/**
 * One claim of a claims file.
 *
 * @param id lower case words joined by {@code -}
 * @param statement the claim in our own words, one line
 * @param question the same in a few words, for the first lines of a report, such as {@code GET in
 *     microseconds}; at most 32 characters, without a question mark; if left out, the id
 * @param group a word by which verdicts can be told apart; if left out, the system, or {@code
 *     ratio}
 * @param headline whether the headline of a report tells its verdicts; if left out, it does
 * @param kind of the claim
 * @param select the series of a band, each of which gets a verdict of its own
 * @param numerator the series above the line of a ratio
 * @param denominator the series below it; each pair of the same load and payload gets a verdict
 * @param paired whether a ratio is only taken of two series that are one but for the parameters
 *     which numerator and denominator name; if left out, it is not
 * @param metric one or several metrics, each of which gets a verdict
 * @param atLeast lower bound, itself inside: {@code 1 us}, {@code 10000 ops/s}, or {@code 2 x}
 * @param above lower bound, itself outside; a ratio without any bound is judged against {@code 1 x}
 * @param below upper bound, itself outside
 * @param atMost upper bound, itself inside
 * @param readings instead of these bounds: the ways to read the claim's words, each of which gets a
 *     verdict of its own
 * @param continues the id of the claim that this one asks of another regime; it is told together
 *     with that one
 */
public record Claim(
    String id,
    String statement,
    Optional<String> question,
    Optional<String> group,
    Optional<Boolean> headline,
    Kind kind,
    Optional<Selector> select,
    Optional<Selector> numerator,
    Optional<Selector> denominator,
    Optional<Boolean> paired,
    @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<Metric> metric,
    @JsonProperty("at_least") Optional<String> atLeast,
    Optional<String> above,
    Optional<String> below,
    @JsonProperty("at_most") Optional<String> atMost,
    List<Reading> readings,
    Optional<String> continues) {

  /** So that the answer has room beside it in a line of 80 columns. */
  private static final int MOST_OF_A_QUESTION = 32;

  /** Kinds of claims. */
  public enum Kind {
    /** A figure lies within bounds. */
    BAND,
    /** A figure of one series, divided by that of another in the same round, does. */
    RATIO
  }

  /**
   * Checks that everything fits together.
   *
   * @throws WrongKeyException if it does not
   */
  public Claim {
    metric = List.copyOf(metric);
    readings = List.copyOf(readings);
    check(
        id.matches("[a-z0-9]+(-[a-z0-9]+)*"),
        "id",
        "id: '" + id + "' must be lower case words joined by '-'");
    check(
        !statement.isBlank() && !statement.contains("\n"),
        "statement",
        id + ": statement must be one line");
    question.ifPresent(
        asked ->
            check(
                asked.matches("\\S.{0," + (MOST_OF_A_QUESTION - 2) + "}[^\\s?]"),
                "question",
                id
                    + ": question must be one line of 2 to "
                    + MOST_OF_A_QUESTION
                    + " characters without a question mark, such as GET in microseconds"));
    check(!metric.isEmpty(), "metric", id + ": metric is missing, such as [p50, p99]");
    for (Metric one : metric) {
      check(
          one.isResult(),
          "metric",
          id
              + ": metric "
              + one.text()
              + " cannot be judged; known: "
              + String.join(", ", Metric.results()));
    }
    if (kind == Kind.BAND) {
      check(select.isPresent(), "kind", id + ": a band needs the key select");
      check(
          numerator.isEmpty() && denominator.isEmpty(),
          numerator.isPresent() ? "numerator" : "denominator",
          id + ": numerator and denominator belong to a ratio, a band has select");
      check(paired.isEmpty(), "paired", id + ": paired belongs to a ratio");
    } else {
      check(
          numerator.isPresent() && denominator.isPresent(),
          "kind",
          id + ": a ratio needs the keys numerator and denominator");
      check(select.isEmpty(), "select", id + ": select belongs to a band, a ratio has numerator");
      check(
          !isPaired(paired)
              || (!numerator.get().params().isEmpty() && !denominator.get().params().isEmpty()),
          "paired",
          id + ": a paired ratio needs params in numerator and denominator, which tell them apart");
    }
    Reading plain = new Reading("", atLeast, above, below, atMost);
    check(
        readings.isEmpty() || !plain.hasBounds(),
        "readings",
        id + ": bounds belong either to the claim or to its readings, not to both");
    Set<String> names = new HashSet<>();
    for (Reading one : readings) {
      check(
          !one.name().isBlank() && !one.name().contains("\n"),
          "readings",
          id + ": a reading needs a name in one line");
      check(
          names.add(one.name()),
          "readings",
          id + ": the reading '" + one.name() + "' is given twice");
    }
    for (int i = 0; i < Math.max(1, readings.size()); i++) {
      Reading one = readings.isEmpty() ? plain : readings.get(i);
      Object[] outer = readings.isEmpty() ? new Object[0] : new Object[] {"readings", i};
      for (Metric judged : metric) {
        try {
          one.bounds(kind, judged);
        } catch (WrongKeyException e) {
          String which = readings.isEmpty() ? "" : "reading '" + one.name() + "': ";
          throw e.within(id + ": " + which, outer);
        }
      }
    }
  }

  /** What it is about: the series of a band, or numerator and denominator of a ratio. */
  List<Selector> selectors() {
    return Stream.of(select, numerator, denominator).flatMap(Optional::stream).toList();
  }

  /**
   * Checks that each of its selectors can select something.
   *
   * @throws WrongKeyException if one cannot
   */
  void check(Collection<Measurable> known) {
    check("select", select, known);
    check("numerator", numerator, known);
    check("denominator", denominator, known);
  }

  private void check(String key, Optional<Selector> selector, Collection<Measurable> known) {
    try {
      selector.ifPresent(one -> one.check(known));
    } catch (WrongKeyException e) {
      throw e.within(id + ": " + key + ": ", key);
    }
  }

  /** Whether this is a ratio of series that belong together. */
  boolean isPaired() {
    return isPaired(paired);
  }

  /** The parameters in which the two sides of a ratio differ: those that it names. */
  SortedSet<String> contrast() {
    SortedSet<String> names = new TreeSet<>(numerator.orElseThrow().params().keySet());
    names.addAll(denominator.orElseThrow().params().keySet());
    return names;
  }

  private static boolean isPaired(Optional<Boolean> paired) {
    return paired.orElse(false);
  }

  /** The ways to read it: those that it names, or the one that its bounds are. */
  List<Reading> ways() {
    return readings.isEmpty() ? List.of(new Reading("", atLeast, above, below, atMost)) : readings;
  }

  /** The bounds of one of its readings for one of the metrics. */
  Bounds bounds(Reading reading, Metric one) {
    return reading.bounds(kind, one);
  }

  private static void check(boolean right, String key, String problem) {
    if (!right) {
      throw new WrongKeyException(problem, key);
    }
  }
}
