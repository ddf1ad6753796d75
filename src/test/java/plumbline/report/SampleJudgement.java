package plumbline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import plumbline.claim.Judgement;
import plumbline.claim.Outcome;
import plumbline.claim.Verdict;
import plumbline.result.Metric;
import plumbline.result.Regime;
import plumbline.result.Row;
import plumbline.result.RunData;
import plumbline.result.Series;

/** Verdicts as the claims of the article get them on a {@link Sample}, by a rule of thumb. */
final class SampleJudgement {
  private final RunData data;
  private final String hostile;
  private final List<Verdict> verdicts = new ArrayList<>();

  private SampleJudgement(RunData data, String hostile) {
    this.data = data;
    this.hostile = hostile;
  }

  static Judgement of(Sample sample) {
    return new SampleJudgement(sample.data(), sample.hostileText()).judge();
  }

  private Judgement judge() {
    for (Series series : data.series()) {
      if (series.benchmark().startsWith("KafkaRoundTrip")) {
        both(
            series,
            "kafka-milliseconds",
            "Kafka's latency is on the order of milliseconds",
            1_000,
            1_000_000,
            "1 ms <= %s < 1 s",
            "kafka");
      }
    }
    for (Series series : data.series()) {
      if (series.system().equals("redis")) {
        both(
            series,
            "redis-microseconds",
            "Redis's latency is on the order of microseconds",
            1,
            1_000,
            "1 us <= %s < 1 ms",
            "redis");
      }
    }
    for (Series series : data.series()) {
      if (series.benchmark().startsWith("RedisIncr")) {
        both(
            series,
            "rate-limit-milliseconds",
            "Checking and incrementing a rate-limit counter in Redis takes milliseconds",
            1_000,
            1_000_000,
            "1 ms <= %s < 1 s",
            "redis");
      }
    }
    if (!data.series().isEmpty()) {
      ratio();
    }
    return new Judgement(
        Judgement.SCHEMA,
        verdicts.isEmpty()
            ? ""
            : "Kafka's latency is on the order of milliseconds: with lingerMs=0 REFUTED at the"
                + " median (384 to 402 µs), HOLDS at p99 (2.01 to 2.16 ms); with lingerMs=5 HOLDS"
                + " at the median (6.1 ms), UNDECIDED at p99. Redis's latency is on the order of"
                + " microseconds: HOLDS at the median (33.2 to 67 µs) and at p99 (91.5 to 208 µs)"
                + " in all 4 regimes. A Kafka round trip takes 5.83 times as long as a Redis GET."
                + hostile,
        "article",
        verdicts);
  }

  private void both(
      Series series,
      String claim,
      String statement,
      double low,
      double high,
      String bound,
      String group) {
    for (Metric metric : List.of(Metric.P50, Metric.P99)) {
      List<Row> rows = data.roundRows(series, metric);
      int inside =
          (int) rows.stream().filter(row -> row.value() >= low && row.value() < high).count();
      int outside = rows.size() - inside;
      Outcome outcome =
          rows.size() < 5 || inside * outside > 0
              ? Outcome.UNDECIDED
              : inside > 0 ? Outcome.HOLDS : Outcome.REFUTED;
      String reason =
          rows.size() < 5
              ? "only " + rows.size() + " valid rounds, a verdict needs 5"
              : inside + " of " + rows.size() + " rounds inside";
      Row any = any(series);
      verdicts.add(
          new Verdict(
              claim,
              statement + hostile,
              Regime.operation(series),
              Regime.brief(any),
              Regime.full(any),
              metric,
              String.format(bound, metric.text()),
              outcome,
              reason,
              inside,
              outside,
              rows.size(),
              0.03125,
              data.merged(series, metric),
              rows.stream().mapToDouble(Row::value).min(),
              rows.stream().mapToDouble(Row::value).max(),
              rows.isEmpty() ? "" : "range of " + rows.size() + " rounds",
              "us",
              group,
              Optional.empty()));
    }
  }

  private Row any(Series series) {
    return data.rows().stream()
        .filter(row -> row.series().equals(series))
        .findFirst()
        .orElseThrow();
  }

  private static String both(String above, String below) {
    return above + " / " + below;
  }

  /** Each round trip against the GET through a library. */
  private void ratio() {
    Series get =
        data.series().stream()
            .filter(series -> series.benchmark().equals("RedisGetBenchmark.get"))
            .findFirst()
            .orElseThrow();
    for (Series series : data.series()) {
      if (series.benchmark().startsWith("KafkaRoundTrip")) {
        ratio(series, get);
      }
    }
  }

  private void ratio(Series above, Series below) {
    List<Row> numerators = data.roundRows(above, Metric.P50);
    List<Row> denominators = data.roundRows(below, Metric.P50);
    int rounds = Math.min(numerators.size(), denominators.size());
    List<Double> ratios =
        IntStream.range(0, rounds)
            .mapToObj(i -> numerators.get(i).value() / denominators.get(i).value())
            .sorted()
            .toList();
    verdicts.add(
        new Verdict(
            "kafka-redis-gap",
            "A Kafka round trip takes longer than a Redis GET",
            both(Regime.operation(above), Regime.operation(below)),
            both(Regime.brief(any(above)), Regime.brief(any(below))),
            both(Regime.full(any(above)), Regime.full(any(below))),
            Metric.P50,
            "p50 ratio > 1 x",
            rounds < 5 ? Outcome.UNDECIDED : Outcome.HOLDS,
            rounds < 5
                ? "needs at least 5 rounds in which both have a figure, has " + rounds
                : rounds + " of " + rounds + " rounds inside",
            rounds,
            0,
            rounds,
            0.03125,
            OptionalDouble.of(ratios.get(rounds / 2)),
            OptionalDouble.of(ratios.get(0)),
            OptionalDouble.of(ratios.get(rounds - 1)),
            "range of " + rounds + " rounds",
            "x",
            "ratio",
            Optional.empty()));
  }
}
