package plumbline.compare;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import plumbline.problem.BadInputException;
import plumbline.result.ControlIds;
import plumbline.result.Metric;
import plumbline.result.Series;

/**
 * How to compare.
 *
 * @param alpha the probability of one false alarm or more among all rows together, 0 to 1
 * @param minEffect the smallest change that matters, as a share: 0.05 is 5 %
 * @param metrics what is compared; empty for the principal figures, see {@link Figure#isPrincipal}
 * @param filter only series in whose name it is found
 * @param sort the order of the rows
 * @param gate what breaks the gate, if there is one
 */
public record Settings(
    double alpha,
    double minEffect,
    Set<Metric> metrics,
    Optional<Pattern> filter,
    Sort sort,
    Optional<Gate> gate) {

  /** The default level of a table. */
  public static final double ALPHA = 0.05;

  /** The default level of a gate: one false alarm in a hundred comparisons. */
  public static final double GATE_ALPHA = 0.01;

  /** The default smallest change that matters. */
  public static final double MIN_EFFECT = 0.05;

  /** The order of rows. */
  public enum Sort {
    /** By system, benchmark and parameters. */
    NAME,
    /** The worst change first. */
    CHANGE,
    /** The smallest p first. */
    P
  }

  /**
   * What breaks the gate.
   *
   * @param metrics the metrics that count; empty for all that are compared
   * @param changed names of conditions that were meant to change between the sides, and may
   */
  public record Gate(Set<Metric> metrics, Optional<Pattern> changed) {
    public Gate {
      metrics = Set.copyOf(metrics);
    }

    boolean counts(Figure figure) {
      return !figure.isControl() && (metrics.isEmpty() || metrics.contains(figure.metric()));
    }
  }

  public Settings {
    metrics = Set.copyOf(metrics);
    if (!(alpha > 0 && alpha < 1)) {
      throw new BadInputException("--alpha: must lie between 0 and 1, such as 0.05");
    }
    if (!(minEffect >= 0) || !Double.isFinite(minEffect)) {
      throw new BadInputException("--min-effect: must be 0 % or more, such as 5 %");
    }
    for (Metric metric : metrics) {
      if (!metric.isResult()) {
        throw new BadInputException(
            "--metric: " + metric.text() + " is no figure of an operation and is not compared");
      }
    }
    Set<Metric> gated = gate.map(Gate::metrics).orElse(Set.of());
    if (!metrics.isEmpty() && !metrics.containsAll(gated)) {
      throw new BadInputException("--gate-on: names a metric that --metric leaves out");
    }
    // To be gated, a metric has to be compared; and nothing else then weakens the test.
    metrics = metrics.isEmpty() ? gated : metrics;
  }

  /** The defaults: no gate, nothing left out. */
  public static Settings defaults() {
    return new Settings(ALPHA, MIN_EFFECT, Set.of(), Optional.empty(), Sort.NAME, Optional.empty());
  }

  /** A gate looks at the machine, whatever rows it is asked about. */
  boolean selects(Figure figure) {
    if (gate.isPresent() && figure.isControl() && figure.isPrincipal()) {
      return true;
    }
    return (metrics.isEmpty() ? figure.isPrincipal() : metrics.contains(figure.metric()))
        && selects(figure.series());
  }

  boolean selects(Series series) {
    return filter.isEmpty()
        || (gate.isPresent() && ControlIds.is(series))
        || filter.get().matcher(Figure.name(series)).find();
  }
}
