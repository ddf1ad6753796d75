package plumbline.claim;

import plumbline.result.Metric;

/** Metrics as a sentence has them. */
final class Words {
  private Words() {}

  /** {@code at the median}, {@code at p99}, {@code in throughput}. */
  static String at(Metric metric) {
    return switch (metric) {
      case P50 -> "at the median";
      case MEAN -> "in the mean";
      case MAX -> "at the maximum";
      case THROUGHPUT -> "in throughput";
      default -> "at " + metric.text();
    };
  }
}
