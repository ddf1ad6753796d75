package plumbline.claim;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import plumbline.result.ClientShare;
import plumbline.result.Metric;
import plumbline.result.Pauses;
import plumbline.result.Row;
import plumbline.result.RunData;
import plumbline.result.Series;
import plumbline.result.WarningWords;

/** The rows of one series by round, merged ones left out. */
final class SeriesRounds {
  private final Series series;
  private final Row sample;
  private final TreeMap<Integer, Map<Metric, Row>> rounds = new TreeMap<>();
  private final TreeMap<Integer, Row> invalid = new TreeMap<>();

  SeriesRounds(RunData run, Series series) {
    this.series = series;
    Row any = null;
    for (Row row : run.rows()) {
      if (!row.series().equals(series)) {
        continue;
      }
      any = any == null ? row : any;
      if (row.isMerged()) {
        continue;
      }
      int round = row.round().getAsInt();
      if (row.valid()) {
        rounds.computeIfAbsent(round, number -> new EnumMap<>(Metric.class)).put(row.metric(), row);
      } else {
        invalid.putIfAbsent(round, row);
      }
    }
    if (any == null) {
      throw new IllegalArgumentException("no rows of " + series);
    }
    this.sample = any;
    invalid.keySet().forEach(rounds::remove);
  }

  Series series() {
    return series;
  }

  /** Any row, for the conditions that all of them share. */
  Row conditions() {
    return sample;
  }

  /** The valid rounds that have a figure for a metric. */
  List<Integer> with(Metric metric) {
    List<Integer> found = new ArrayList<>();
    rounds.forEach(
        (round, rows) -> {
          if (rows.containsKey(metric)) {
            found.add(round);
          }
        });
    return found;
  }

  /** The figure of a valid round that has it. */
  double value(int round, Metric metric) {
    return rounds.get(round).get(metric).value();
  }

  /** A figure of a valid round, if it has it. */
  OptionalDouble figure(int round, Metric metric) {
    Row row = rounds.get(round).get(metric);
    return row == null ? OptionalDouble.empty() : OptionalDouble.of(row.value());
  }

  /** The platform's pause at the percentile of a metric, in microseconds. */
  OptionalDouble pause(int round, Metric metric) {
    return Pauses.micros(metric, which -> figure(round, which));
  }

  /** Why a metric cannot be judged at all, before any figure is looked at. */
  Optional<String> obstacle(Metric metric) {
    if (!invalid.isEmpty()) {
      Map.Entry<Integer, Row> first = invalid.firstEntry();
      String more = invalid.size() == 1 ? "" : " (" + invalid.size() + " invalid rounds)";
      return Optional.of(
          "round " + first.getKey() + " is not valid: " + why(first.getValue()) + more);
    }
    for (Map.Entry<Integer, Map<Metric, Row>> round : rounds.entrySet()) {
      if (!round.getValue().containsKey(metric)) {
        return Optional.of(missing(metric, round.getKey()));
      }
      Row row = round.getValue().get(metric);
      if (ClientShare.isMarked(row)) {
        return Optional.of(
            metric.text() + " of round " + round.getKey() + " is the client's: " + why(row));
      }
    }
    if (rounds.size() < SignTest.LEAST_ROUNDS) {
      return Optional.of(
          "needs at least " + SignTest.LEAST_ROUNDS + " rounds, has " + rounds.size());
    }
    return Optional.empty();
  }

  private static String why(Row row) {
    return WarningWords.of(row.warnings(), row.reason());
  }

  private String missing(Metric metric, int round) {
    long samples =
        rounds.get(round).values().stream()
            .filter(row -> !row.metric().isPause())
            .mapToLong(Row::samples)
            .max()
            .orElse(0);
    if (metric.isSupportedBy(samples)) {
      return "round " + round + " has no " + metric.text();
    }
    return metric.text()
        + " needs "
        + needed(metric)
        + " samples in every round, round "
        + round
        + " has "
        + samples;
  }

  private static long needed(Metric metric) {
    long samples = 1;
    while (!metric.isSupportedBy(samples)) {
      samples *= 10;
    }
    // Between a tenth of that and that: the number is not always a power of ten (20 for p50).
    long low = samples / 10;
    while (samples - low > 1) {
      long middle = (low + samples) / 2;
      if (metric.isSupportedBy(middle)) {
        samples = middle;
      } else {
        low = middle;
      }
    }
    return samples;
  }
}
