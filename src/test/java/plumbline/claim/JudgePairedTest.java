package plumbline.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static plumbline.testing.MadeSeries.GET;

import java.util.List;
import org.junit.jupiter.api.Test;
import plumbline.problem.BadInputException;
import plumbline.result.Metric;
import plumbline.result.Series;
import plumbline.testing.MadeRows;
import plumbline.testing.MadeSeries;
import plumbline.testing.Told;

/** One operation under two conditions: here, on two sets of servers. */
class JudgePairedTest {
  private static final String CLAIM =
      """
      claims:
        - id: a-tax
          statement: A published port costs
          kind: ratio
          paired: true
          numerator:
            params: {servers: published}
          denominator:
            params: {servers: processes}
          metric: p50
          above: 1 x
      """;

  private static Series on(Series series, String servers, String... params) {
    Series named = series.with(Series.SERVERS, servers);
    for (int i = 0; i < params.length; i += 2) {
      named = named.with(params[i], params[i + 1]);
    }
    return named;
  }

  private static MadeRows measured(MadeRows figures, Series series, double... medians) {
    return figures.values(series, Metric.P50, medians).quiet(series, medians.length);
  }

  private static MadeRows figures() {
    MadeRows figures = new MadeRows();
    measured(figures, on(GET, "published"), 200, 210, 220, 230, 240);
    measured(figures, on(GET, "processes"), 100, 100, 100, 100, 100);
    measured(
        figures, on(MadeSeries.ROUND_TRIP, "published", "acks", "all"), 300, 300, 300, 300, 300);
    measured(
        figures, on(MadeSeries.ROUND_TRIP, "processes", "acks", "all"), 600, 600, 600, 600, 600);
    return figures;
  }

  @Test
  void onlyTheSameOperationIsDivided() {
    assertThat(figures().judge(CLAIM))
        .extracting(Told::subject, Told::brief, Verdict::outcome)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Kafka round trip", "acks=all", Outcome.REFUTED),
            org.assertj.core.groups.Tuple.tuple("Redis GET", "client", Outcome.HOLDS));
  }

  @Test
  void whatIsComparedIsToldAndWhatIsSharedIsToldOnce() {
    Verdict verdict = figures().judge(CLAIM).get(1);
    assertThat(Told.contrast(verdict)).isEqualTo("published against processes");
    assertThat(verdict.contrast()).containsExactly("servers");
    assertThat(verdict.estimate()).hasValue(2.2);
    assertThat(Told.regime(verdict))
        .startsWith("100 B, closed, 1 in flight, client 1.0, Server 1.0");
    assertThat(verdict.unit()).isEqualTo("x");
  }

  @Test
  void otherParametersMustBeTheSame() {
    MadeRows figures = new MadeRows();
    measured(
        figures, on(MadeSeries.ROUND_TRIP, "published", "acks", "all"), 300, 300, 300, 300, 300);
    measured(figures, on(MadeSeries.ROUND_TRIP, "processes", "acks", "1"), 600, 600, 600, 600, 600);
    assertThat(figures.judge(CLAIM))
        .singleElement()
        .satisfies(verdict -> assertThat(verdict.isMeasured()).isFalse());
  }

  @Test
  void aRatioOfTwoSystemsStaysOnOneSetOfServers() {
    String gap =
        """
        claims:
          - id: a-gap
            statement: Kafka takes longer
            kind: ratio
            numerator: {system: kafka}
            denominator: {system: redis}
            metric: p50
        """;
    assertThat(figures().judge(gap))
        .extracting(verdict -> verdict.estimate().orElseThrow())
        .containsExactly(6.0, 300 / 220.0);
  }

  @Test
  void twoContrastsOfOneClaimAreToldApart() {
    MadeRows figures = figures();
    measured(figures, on(GET, "host"), 110, 110, 110, 110, 110);
    List<Verdict> verdicts =
        figures.judge(CLAIM.replace("{servers: published}", "{servers: [host, published]}"));
    assertThat(verdicts)
        .filteredOn(verdict -> Told.subject(verdict).equals("Redis GET"))
        .extracting(Told::contrast)
        .containsExactly("host against processes", "published against processes");
  }

  @Test
  void theShippedClaimsFindEverythingThatTheShippedPlanMeasures() {
    MadeRows figures = new MadeRows();
    Series ack = MadeSeries.of("KafkaAckBenchmark.ack");
    for (String servers : List.of("processes", "containers-host", "containers-published")) {
      for (Series series : List.of(GET, MadeSeries.ROUND_TRIP, ack)) {
        measured(figures, on(series, servers), 100, 100, 100, 100, 100);
        figures.values(on(series, servers), Metric.P99, 200, 200, 200, 200, 200);
      }
    }
    List<Verdict> verdicts = Judge.judge(figures.run(), ClaimsFile.load("tax")).verdicts();
    // For each operation: two claims about the host's network, one of p50 and p99 about ports.
    assertThat(verdicts).hasSize(3 * 4).allMatch(verdict -> verdict.estimate().isPresent());
    assertThat(verdicts)
        .filteredOn(verdict -> verdict.claim().startsWith("host-network"))
        .allMatch(verdict -> verdict.outcome() == Outcome.HOLDS);
    assertThat(verdicts)
        .filteredOn(verdict -> verdict.claim().equals("published-port-costs"))
        // At p99 equal figures lie on the bound, where the least pause leaves them open.
        .filteredOn(verdict -> verdict.metric() == Metric.P50)
        .hasSize(3)
        .allMatch(verdict -> verdict.outcome() == Outcome.REFUTED);
  }

  @Test
  void theHeadlineNamesNoSecondOperation() {
    assertThat(Told.headline(figures().judge(CLAIM)))
        .isEqualTo(
            "A published port costs: for Kafka round trip REFUTED at the median (0.5 times);"
                + " for Redis GET HOLDS at the median (2.2 times).");
  }

  @Test
  void aPairNeedsAParameterThatTellsItsSidesApart() {
    assertThatThrownBy(
            () -> Claims.of(CLAIM.replace("params: {servers: published}", "system: redis")))
        .isInstanceOf(BadInputException.class)
        .hasMessageEndingWith(
            "a-tax: a paired ratio needs params in numerator and denominator, which tell them"
                + " apart");
  }
}
