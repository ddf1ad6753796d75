package plumbline.report.words;

import plumbline.result.Metric;

/** Metrics as a sentence has them. */
final class MetricWords {
  private MetricWords() {}

  /** {@code at the median}, {@code at p99}, {@code in throughput}. */
  static String at(Wording wording, Metric metric) {
    return switch (metric) {
      case P50 -> wording.say(Phrase.AT_THE_MEDIAN);
      case MEAN -> wording.say(Phrase.IN_THE_MEAN);
      case MAX -> wording.say(Phrase.AT_THE_MAXIMUM);
      case THROUGHPUT -> wording.say(Phrase.IN_THROUGHPUT);
      default -> wording.say(Phrase.AT, metric.text());
    };
  }
}
