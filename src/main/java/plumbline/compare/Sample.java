package plumbline.compare;

import java.util.Arrays;
import java.util.List;
import plumbline.statistics.MedianInterval;

/** The values of a figure: one of each round, with the start of the servers that it belongs to. */
final class Sample {
  private final double[] values;
  private final int[] starts;

  /**
   * Takes values.
   *
   * @param values infinite for a round that ranks behind all others
   * @param starts a number for each value
   */
  Sample(double[] values, int[] starts) {
    this.values = values;
    this.starts = starts;
  }

  /** Each value a start of its own. */
  static Sample ofStarts(double... values) {
    int[] starts = new int[values.length];
    Arrays.setAll(starts, i -> i);
    return new Sample(values, starts);
  }

  /** The observations: all values, or the median of each start. */
  double[] of(Observation observation) {
    if (observation == Observation.ROUND) {
      return values;
    }
    return Arrays.stream(starts)
        .distinct()
        .mapToDouble(start -> MedianInterval.range(ofStart(start)).median())
        .toArray();
  }

  private double[] ofStart(int start) {
    double[] own = new double[values.length];
    int size = 0;
    for (int i = 0; i < values.length; i++) {
      if (starts[i] == start) {
        own[size++] = values[i];
      }
    }
    return Arrays.copyOf(own, size);
  }

  /** The logarithms of the values of each start. */
  List<double[]> logarithmsByStart() {
    return Arrays.stream(starts)
        .distinct()
        .mapToObj(start -> Arrays.stream(ofStart(start)).map(Math::log).toArray())
        .toList();
  }

  boolean hasZero() {
    return Arrays.stream(values).anyMatch(value -> value == 0);
  }

  int size() {
    return values.length;
  }

  /** These and others. */
  Sample with(double value, int... ofStarts) {
    double[] moreValues = Arrays.copyOf(values, values.length + ofStarts.length);
    Arrays.fill(moreValues, values.length, moreValues.length, value);
    int[] moreStarts = Arrays.copyOf(starts, moreValues.length);
    System.arraycopy(ofStarts, 0, moreStarts, starts.length, ofStarts.length);
    return new Sample(moreValues, moreStarts);
  }
}
