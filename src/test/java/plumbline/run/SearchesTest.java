package plumbline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.result.Counts;
import plumbline.result.Fault;
import plumbline.result.Finding;
import plumbline.result.HistogramKind;
import plumbline.result.Histograms;
import plumbline.result.Round;
import plumbline.result.Search;
import plumbline.result.Search.Probe;
import plumbline.result.Search.Share;
import plumbline.result.Warning;
import plumbline.run.fork.DelayingRedis;
import plumbline.run.fork.ForkOutput;
import plumbline.run.fork.JmhFork;
import plumbline.run.fork.OneFork;
import plumbline.run.plan.Measurement;
import plumbline.run.plan.Plan;
import plumbline.run.plan.RateSearch;
import plumbline.system.endpoint.Endpoints;

class SearchesTest {
  private final List<Search> recorded = new ArrayList<>();
  private final List<Search> said = new ArrayList<>();
  private int forks;
  private boolean interrupted;
  private Optional<String> obstacle = Optional.empty();

  @TempDir private Path folder;

  private static Plan plan(String... benchmarks) {
    return OneFork.plan(
        Duration.ofMillis(100),
        Duration.ofMillis(300),
        Map.of("rate", List.of("95 %", "10%", "50 %")),
        List.of(benchmarks));
  }

  private Plan resolve(Plan plan, Function<Measurement, Round> fork) {
    return new Searches(
            new Searches.Forks() {
              @Override
              public Round probe(Measurement measurement) {
                forks++;
                return fork.apply(measurement);
              }

              @Override
              public Optional<String> obstacle(Measurement measurement) {
                return obstacle;
              }
            },
            (shape, search) -> {
              assertThat(search.shape()).startsWith(shape.benchmark());
              said.add(search);
            },
            recorded::add,
            () -> interrupted)
        .resolve(plan);
  }

  private static Round round(Measurement measurement, double capacity) {
    double rate = measurement.series().targetRate().orElseThrow();
    Optional<Fault> failure =
        rate <= capacity ? Optional.empty() : Optional.of(Fault.of(Warning.RATE_MISSED, 50));
    return round(measurement, Math.min(rate, capacity), failure);
  }

  private static Round round(Measurement measurement, double throughput, Optional<Fault> failure) {
    Histogram latencies = Histograms.create();
    latencies.recordValue(1_000);
    return new Round(
        measurement.series(),
        0,
        Map.of(HistogramKind.LATENCY, latencies),
        Counts.none(),
        throughput,
        failure);
  }

  @Test
  void sharesOfWhatWasFoundBecomeOrdinarySeries() {
    Plan plan = plan("RedisPacedBenchmark.get");
    assertThat(plan.measurements()).isEmpty();

    Plan resolved = resolve(plan, measurement -> round(measurement, 52_000));

    Search search = recorded.get(recorded.size() - 1);
    int found = search.saturation().orElseThrow();
    assertThat(found).isBetween(47_000, 52_000);
    assertThat(resolved.curves()).isEmpty();
    assertThat(resolved.measurements())
        .extracting(measurement -> measurement.series().targetRate().orElseThrow())
        .containsExactly(
            (double) RateSearch.rounded(found * 0.1, 3),
            (double) RateSearch.rounded(found * 0.5, 3),
            (double) RateSearch.rounded(found * 0.95, 3));
    assertThat(resolved.measurements())
        .allSatisfy(
            measurement ->
                assertThat(measurement.params().get("rate"))
                    .isEqualTo(
                        String.valueOf((int) measurement.series().targetRate().orElseThrow())));
    assertThat(search.shares())
        .extracting(Share::percent, Share::series)
        .containsExactly(
            tuple(10, resolved.measurements().get(0).series().tag()),
            tuple(50, resolved.measurements().get(1).series().tag()),
            tuple(95, resolved.measurements().get(2).series().tag()));
    assertThat(search.shape()).isEqualTo("RedisPacedBenchmark.get;payload=100");
    // On disk after every fork, and once more with the result.
    assertThat(recorded).hasSize(forks + 1);
    assertThat(said).singleElement().satisfies(heard -> assertThat(heard.saturation()).isPresent());
  }

  @Test
  void aShapeThatSustainsNothingDoesNotStopTheOthers() {
    Plan resolved =
        resolve(
            plan("RedisPacedBenchmark.get", "RedisPacedBenchmark.incr"),
            measurement ->
                measurement.benchmark().name().endsWith(".get")
                    ? ForkOutput.failed(measurement, 0, "no such host").round()
                    : round(measurement, 9_000));

    assertThat(recorded)
        .filteredOn(search -> search.fault().isPresent())
        .singleElement()
        .satisfies(
            search -> {
              assertThat(search.fault())
                  .hasValue(
                      new Fault(
                          List.of(
                              Finding.of(
                                  Warning.NO_RATE_SUSTAINED, (double) (RateSearch.FIRST / 4))),
                          "no such host"));
              assertThat(search.saturation()).isEmpty();
              assertThat(search.probes()).hasSize(3);
            });
    assertThat(resolved.measurements())
        .hasSize(3)
        .allMatch(measurement -> measurement.benchmark().name().endsWith(".incr"));
  }

  @Test
  void aServerThatDiedEndsItsSearchAtOnceAndSaysWhy() {
    Plan resolved =
        resolve(
            plan("RedisPacedBenchmark.get"),
            measurement -> {
              obstacle = Optional.of("redis ended (exit value 137)");
              return ForkOutput.failed(measurement, 0, "connection lost").round();
            });

    assertThat(forks).isEqualTo(1);
    assertThat(resolved.measurements()).isEmpty();
    assertThat(recorded).last().extracting(Search::failure).isEqualTo(obstacle.get());
  }

  @Test
  void anInterruptedSearchKeepsItsProbesAndFindsNothing() {
    resolve(
        plan("RedisPacedBenchmark.get", "RedisPacedBenchmark.incr"),
        measurement -> {
          interrupted = forks == 3;
          return interrupted
              ? ForkOutput.failed(measurement, 0, "the fork was ended").round()
              : round(measurement, 52_000);
        });

    assertThat(forks).isEqualTo(3);
    Search last = recorded.get(recorded.size() - 1);
    assertThat(last.probes()).hasSize(2).allMatch(Probe::sustained);
    assertThat(last.saturation()).isEmpty();
    assertThat(last.failure()).isEmpty();
    assertThat(said).isEmpty();
  }

  @Test
  void onlyAWarmUpThatHadNotSettledIsForgiven() {
    Measurement measurement = plan("RedisPacedBenchmark.get").curves().get(0).at(1_000);
    Finding unsettled = Finding.of(Warning.NOT_SETTLED, 9, 4);
    Finding tail = Finding.of(Warning.TAIL_NOT_SETTLED, 90, 4);
    Finding missed = Finding.of(Warning.RATE_MISSED, 98);
    Fault forgiven = new Fault(List.of(unsettled, tail), "");

    assertThat(Searches.judged(1_000, round(measurement, 1_000, Optional.of(forgiven))))
        .isEqualTo(
            new Probe(
                1_000, OptionalDouble.of(1_000), true, Optional.empty(), "", Optional.empty()));
    for (Fault fault :
        List.of(
            new Fault(List.of(missed), ""),
            new Fault(List.of(missed, unsettled), ""),
            new Fault(List.of(unsettled), "and the fork ended"),
            Fault.of(Warning.WRONG_ANSWERS, 3, 9))) {
      assertThat(Searches.judged(1_000, round(measurement, 980, Optional.of(fault))))
          .isEqualTo(
              new Probe(
                  1_000,
                  OptionalDouble.of(980),
                  false,
                  Optional.of(fault.warnings()),
                  fault.reason(),
                  Optional.empty()));
    }
    assertThat(
            Searches.judged(
                    1_000,
                    ForkOutput.failed(measurement, 0, "no fork")
                        .round()
                        .with(Optional.of(forgiven)))
                .sustained())
        .isFalse();
  }

  /**
   * Through real forks: a server that takes 1 ms for each GET cannot serve more than 1,000 a
   * second.
   */
  @Test
  @Tag("acceptance")
  void findsWhatARealForkSustains() throws IOException {
    try (DelayingRedis redis =
        new DelayingRedis(get -> Duration.ofMillis(1).toNanos(), UnaryOperator.identity())) {
      Path endpoints = folder.resolve("endpoints.properties");
      Endpoints.of("test-", Map.of("redis", Map.of("uri", redis.uri()))).write(endpoints);
      JmhFork fork = new JmhFork(endpoints, folder);

      resolve(
          plan("RedisPacedBenchmark.get"),
          measurement -> fork.run(measurement, 0, OptionalLong.empty()).round());
    }
    Search search = recorded.get(recorded.size() - 1);
    assertThat(search.failure()).isEmpty();
    assertThat(search.saturation().orElseThrow()).isBetween(100, 1_010);
    assertThat(search.probes())
        .filteredOn(probe -> probe.rate() > 1_100)
        .isNotEmpty()
        .noneMatch(Probe::sustained)
        .allMatch(probe -> probe.fault().orElseThrow().has(Warning.RATE_MISSED));
  }
}
