package plumbline.claim;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import plumbline.load.Load;
import plumbline.result.ClientShare;
import plumbline.result.Metric;
import plumbline.result.Row;
import plumbline.result.RunData;
import plumbline.result.Series;
import plumbline.result.Subject;

/** The rows of one series by round, merged ones left out. */
final class SeriesRounds {
  private final Series series;
  private final Row sample;
  private final TreeMap<Integer, Map<Metric, Row>> rounds = new TreeMap<>();
  private final TreeMap<Integer, Row> invalid = new TreeMap<>();

  SeriesRounds(RunData run, Series series) {
    this.series = series;
    List<Row> rows = run.rows(series);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("no rows of " + series);
    }
    this.sample = rows.get(0);
    for (Row row : rows) {
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
    invalid.keySet().forEach(rounds::remove);
  }

  Series series() {
    return series;
  }

  /** The series with the conditions that all of its rows share. */
  Subject subject() {
    return sample.subject();
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

  /**
   * What may have made a figure of a valid round slower than it is, see {@link Disturbance}.
   *
   * @param side of these rounds among the subjects of the verdict
   */
  Disturbance disturbance(int round, Metric metric, int side) {
    Row row = rounds.get(round).get(metric);
    OptionalDouble pause =
        metric
            .pauseAtSamePercentile()
            .map(pauses -> figure(round, pauses))
            .orElse(OptionalDouble.empty());
    return row == null || !ClientShare.isMarked(row)
        ? Disturbance.ofPlatform(pause)
        : Disturbance.ofClient(
            pause,
            row.value() * ClientShare.percent(row) / 100,
            new Ground.ClientsShare(side, round, row.warnings()));
  }

  /**
   * Why a metric cannot be judged at all, before any figure is looked at.
   *
   * @param side of these rounds among the subjects of the verdict
   */
  Optional<Ground> obstacle(Metric metric, int side) {
    if (!invalid.isEmpty()) {
      Map.Entry<Integer, Row> first = invalid.firstEntry();
      return Optional.of(
          new Ground.InvalidRound(
              side, first.getKey(), invalid.size(), first.getValue().warnings()));
    }
    for (Map.Entry<Integer, Map<Metric, Row>> round : rounds.entrySet()) {
      if (!round.getValue().containsKey(metric)) {
        return Optional.of(missing(metric, side, round.getKey()));
      }
    }
    if (rounds.size() < Tally.LEAST_ROUNDS) {
      return Optional.of(new Ground.TooFewRounds(side, Tally.LEAST_ROUNDS, rounds.size()));
    }
    return Optional.empty();
  }

  private Ground missing(Metric metric, int side, int round) {
    long samples =
        rounds.get(round).values().stream()
            .filter(row -> !row.metric().isPause())
            .mapToLong(Row::samples)
            .max()
            .orElse(0);
    if (!metric.isSupportedBy(samples)) {
      return new Ground.TooFewSamples(side, round, metric.samplesNeeded(), samples);
    }
    // Nothing else keeps a percentile of a paced load back.
    return series.load() == Load.PACED && metric.percentile().isPresent()
        ? new Ground.TooFewExcursions(side, round, Metric.SAMPLES_BEYOND)
        : new Ground.NoFigure(side, round);
  }
}
