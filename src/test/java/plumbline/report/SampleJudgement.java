package plumbline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
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
            : "Kafka answers in milliseconds with the default linger of 5 ms and at p99; with"
                + " linger 0 its median is below 1 ms: REFUTED at p50, HOLDS at p99. Redis answers"
                + " in microseconds in every regime measured, at p50 and p99."
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
      Row any = data.rows().stream().filter(row -> row.series().equals(series)).findFirst().get();
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
              group));
    }
  }

  private void ratio() {
    verdicts.add(
        new Verdict(
            "gap",
            "Kafka's round trip takes longer than a Redis GET",
            "Kafka round trip / Redis GET",
            "acks=all lingerMs=0 / lettuce-core",
            "acks=all lingerMs=0 / lettuce-core 7.7.0.RELEASE, 100 B, closed, 1 in flight,"
                + " Apache Kafka 4.3.1, Redis 7.0.15, "
                + Sample.SERVERS,
            Metric.P50,
            "p50 ratio > 1x",
            Outcome.HOLDS,
            "5 of 5 rounds inside",
            5,
            0,
            5,
            0.03125,
            OptionalDouble.of(5.83),
            OptionalDouble.of(5.68),
            OptionalDouble.of(6.02),
            "range of 5 rounds",
            "x",
            "ratio"));
  }
}
