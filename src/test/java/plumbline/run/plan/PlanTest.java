package plumbline.run.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.load.Load;
import plumbline.problem.BadInputException;
import plumbline.result.Series;
import plumbline.run.RunRequest;
import plumbline.schema.FileSchema;
import plumbline.system.Deployment;
import plumbline.system.kafka.KafkaSystem;
import plumbline.system.redis.RedisSystem;
import plumbline.system.spi.ContainerNetwork;
import plumbline.system.spi.ContainerOptions;
import plumbline.system.spi.Origin;
import plumbline.system.spi.ServerRequest;

class PlanTest {
  private static final BenchmarkCatalog CATALOG = BenchmarkCatalog.load();

  @TempDir private Path folder;

  private Plan plan(String yaml, Plan.Overrides overrides) throws Exception {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(file, yaml);
    PlanFile.Named read = PlanFile.load(file.toString());
    assertThat(FileSchema.PLAN.problems(yaml)).isEmpty();
    return Plan.of(read, CATALOG, overrides);
  }

  private static Plan.Overrides params(String name, String... values) {
    return new Plan.Overrides(OptionalInt.empty(), Optional.empty(), Map.of(name, List.of(values)));
  }

  private static final String MINIMAL =
      """
      description: a test
      rounds: 2
      warmup: 100 ms
      measure: 1 s
      benchmarks:
        - benchmark: RedisGetBenchmark
          measure: 2 s
        - benchmark: KafkaRoundTripBenchmark
          params: {acks: [all], lingerMs: ["0", "5"]}
      """;

  @Test
  void valuesNotNamedComeFromTheBenchmark() throws Exception {
    Plan plan = plan(MINIMAL, Plan.Overrides.none());

    assertThat(plan.name()).isEqualTo("mine");
    assertThat(plan.rounds()).isEqualTo(2);
    assertThat(plan.measurements())
        .extracting(measurement -> measurement.series().tag())
        .containsExactly(
            "RedisGetBenchmark.get;payload=100",
            "KafkaRoundTripBenchmark.roundTrip;acks=all;lingerMs=0;payload=100",
            "KafkaRoundTripBenchmark.roundTrip;acks=all;lingerMs=5;payload=100");
    assertThat(plan.measurements().get(0).measure()).isEqualTo(Duration.ofSeconds(2));
    assertThat(plan.measurements().get(1).measure()).isEqualTo(Duration.ofSeconds(1));
    assertThat(plan.systems()).containsExactly("kafka", "redis");
  }

  private static final String NATIVE =
      """
      description: a test
      rounds: 2
      warmup: 100 ms
      measure: 1 s
      benchmarks:
        - benchmark: RedisWirePipelineBenchmark.get
          params: {inFlight: ["16", "1024"]}
          native: {tool: redis-benchmark, operations: 5000}
      """;

  @Test
  void aNativeToolStandsBesideEachSeriesOfItsLine() throws Exception {
    Plan plan = plan(NATIVE, Plan.Overrides.none());

    assertThat(plan.measurements())
        .extracting(measurement -> measurement.series().tag())
        .containsExactly(
            "RedisWirePipelineBenchmark.get;tool=plumbline;inFlight=16;payload=100",
            "RedisWirePipelineBenchmark.get;tool=redis-benchmark;inFlight=16;payload=100",
            "RedisWirePipelineBenchmark.get;tool=plumbline;inFlight=1024;payload=100",
            "RedisWirePipelineBenchmark.get;tool=redis-benchmark;inFlight=1024;payload=100");
    assertThat(plan.measurements())
        .extracting(measurement -> measurement.tool().isPresent())
        .containsExactly(false, true, false, true);
    assertThat(plan.measurements().get(1).tool().orElseThrow().operations()).isEqualTo(5_000);
    assertThat(plan.measurements().get(1).series().isNative()).isTrue();
    // JMH knows only the parameters of the benchmark.
    assertThat(plan.measurements().get(0).params()).containsOnlyKeys("inFlight", "payload");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "redis-bench | 5 | there is no native tool 'redis-bench'; known: consumer-performance,"
            + " end-to-end-latency, producer-performance, redis-benchmark (did you mean"
            + " redis-benchmark?)",
        "producer-performance | 5 | producer-performance cannot stand beside"
            + " RedisWirePipelineBenchmark.get: it does not measure redis",
        "redis-benchmark | 0 | native: operations must be at least 1",
      })
  void aToolThatDoesNotFitIsNamed(String tool, int operations, String message) {
    String yaml =
        NATIVE.replace("redis-benchmark", tool).replace("5000", Integer.toString(operations));
    assertThatThrownBy(() -> plan(yaml, Plan.Overrides.none()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("mine.yaml:")
        .hasMessageContaining(": native")
        .hasMessageEndingWith(message);
  }

  private static final String SETS =
      """
      description: a test
      rounds: 2
      warmup: 100 ms
      measure: 1 s
      claims: tax
      servers: [containers-published, processes]
      benchmarks:
        - benchmark: LoopbackEchoBenchmark
        - benchmark: RedisGetBenchmark
      """;

  @Test
  void everySetOfServersIsMeasuredAndControlsOnce() throws Exception {
    Plan plan = plan(SETS, Plan.Overrides.none());

    assertThat(plan.measurements())
        .extracting(measurement -> measurement.series().tag())
        .containsExactly(
            "LoopbackEchoBenchmark.echo;payload=100",
            "RedisGetBenchmark.get;servers=containers-published;payload=100",
            "RedisGetBenchmark.get;servers=processes;payload=100");
    assertThat(plan.measurements())
        .extracting(Measurement::servers)
        .containsExactly(
            Optional.empty(),
            Optional.of(Deployment.CONTAINERS_PUBLISHED),
            Optional.of(Deployment.PROCESSES));
    // JMH knows only the parameters of the benchmark.
    assertThat(plan.measurements().get(1).params()).containsOnlyKeys("keys", "payload");
    assertThat(plan.claims()).isEqualTo("tax");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[processes, docker] | no such set of servers: docker; there are processes,"
            + " containers-host, containers-published",
        "[processes, processes] | servers names the same set twice",
      })
  void setsThatCannotBeAreNamed(String servers, String message) {
    String yaml = SETS.replace("[containers-published, processes]", servers);
    assertThatThrownBy(() -> plan(yaml, Plan.Overrides.none()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("mine.yaml:6:")
        .hasMessageEndingWith(message);
  }

  @Test
  void theUserCannotReplaceTheServersOfAPlanThatHasItsOwn() throws Exception {
    Plan plan = plan(SETS, Plan.Overrides.none());
    ServerRequest request = ServerRequest.of(folder, "plumbline-test-");

    assertThat(new RunRequest(plan, "tax", request, 1, folder).plan()).isEqualTo(plan);
    for (ServerRequest other :
        List.of(
            request.withOrigin(Origin.CONTAINERS),
            request.with(RedisSystem.ADDRESS, "redis://localhost:6379"),
            request.with(KafkaSystem.ADDRESS, "localhost:9092"),
            request.withContainers(
                ContainerOptions.defaults().withNetwork(ContainerNetwork.HOST)))) {
      assertThatThrownBy(() -> new RunRequest(plan, "tax", other, 1, folder))
          .isInstanceOf(BadInputException.class)
          .hasMessage(
              "plan mine starts its own servers (containers-published, processes): only"
                  + " --redis-image and --redis-server go with it");
    }
  }

  @Test
  void onlyOptionsOfSystemsThatAPlanMeasuresGoWithItsOwnServers() throws Exception {
    ServerRequest other = ServerRequest.of(folder, "plumbline-test-").withOrigin(Origin.CONTAINERS);

    for (Map.Entry<String, String> one :
        Map.of(
                "KafkaAckBenchmark", "only --kafka-image goes with it",
                "LoopbackEchoBenchmark", "no option for servers goes with it")
            .entrySet()) {
      Plan plan = plan(SETS.replace("RedisGetBenchmark", one.getKey()), Plan.Overrides.none());
      assertThatThrownBy(() -> new RunRequest(plan, "tax", other, 1, folder))
          .isInstanceOf(BadInputException.class)
          .hasMessageEndingWith("(containers-published, processes): " + one.getValue());
    }
  }

  @Test
  void theCommandLineChangesParametersOfAllThatHaveThem() throws Exception {
    Plan plan = plan(MINIMAL, params("payload", "20", "1000"));

    assertThat(plan.measurements())
        .extracting(measurement -> measurement.series().payload())
        .containsExactly(20, 1000, 20, 1000, 20, 1000);
  }

  @Test
  void onlyKeepsWhatThePatternFinds() throws Exception {
    Plan plan =
        plan(
            MINIMAL,
            new Plan.Overrides(OptionalInt.of(7), Optional.of(Pattern.compile("Redis")), Map.of()));

    assertThat(plan.rounds()).isEqualTo(7);
    assertThat(plan.systems()).containsExactly("redis");
  }

  @Test
  void aSeriesNamedTwiceIsMeasuredOnce() throws Exception {
    Plan plan = plan(MINIMAL + "  - benchmark: RedisGetBenchmark.get\n", Plan.Overrides.none());

    assertThat(plan.measurements().stream().map(Measurement::series).distinct().count())
        .isEqualTo(plan.measurements().size())
        .isEqualTo(3);
  }

  @Test
  void thePayloadIsAColumnAndNoParameter() throws Exception {
    Series series = plan(MINIMAL, Plan.Overrides.none()).measurements().get(1).series();

    assertThat(series.paramsText()).isEqualTo("acks=all lingerMs=0");
    assertThat(series.payload()).isEqualTo(100);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RedisGetBenchmark|RedisGotBenchmark|6:16: unknown benchmark 'RedisGotBenchmark'; did you mean"
            + " 'RedisGetBenchmark'?",
        "acks: [all]|ackz: [all]|9:13: KafkaRoundTripBenchmark has no parameter 'ackz'",
        "rounds: 2|rounds: 0|2:9: rounds must be at least 1, not 0",
        "rounds: 2|raunds: 2|raunds",
        "measure: 1 s|measure: 1 sec|4:10: measure: unknown unit 'sec' in '1 sec'; known units: ns, us, ms, s, min",
        "warmup: 100 ms|warmup: 0 ms|3:9: warmup must be at least 1 ms",
        "measure: 2 s|measure: 0 s|7:14: measure must be at least 1 ms",
        "acks: [all]|payload: [10 KB]|9:23: payload: unknown unit 'KB' in '10 KB'; known units: B,"
            + " KiB, MiB",
      })
  void aMistakeIsSaidInOneLineWithItsPlace(String right, String wrong, String message) {
    assertThatThrownBy(() -> plan(MINIMAL.replace(right, wrong), Plan.Overrides.none()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("mine.yaml")
        .hasMessageContaining(message)
        .message()
        .doesNotContain("\n");
  }

  /** A schema does not know which benchmarks there are, and a time may be any. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rounds: 2|rounds: 0",
        "rounds: 2|raunds: 2",
        "rounds: 2|rounds: two",
        "rounds: 2|rounds: 2\\nwarm_servers: perhaps",
        "rounds: 2|rounds: 2\\nservers: [docker]",
        "rounds: 2|rounds: 2\\nservers: [processes, processes]",
        "measure: 1 s|measure: 1 sec",
        "measure: 1 s|measure: 1",
        "measure: 1 s|measure: 1 ops/s",
        "description: a test|description: [a]",
        "acks: [all]|acks: all",
        "- benchmark: RedisGetBenchmark|- benchmork: RedisGetBenchmark",
        "measure: 2 s|native: {tool: redis-benchmark, operations: 0}",
        "measure: 2 s|native: {tool: redis-benchmark}",
        "benchmarks:|benchmarks: []\\nothers:",
      })
  void anEditorSeesTheMistakeByTheSchema(String right, String wrong) {
    String yaml = MINIMAL.replace(right, wrong.replace("\\n", "\n"));

    assertThatThrownBy(() -> plan(yaml, Plan.Overrides.none()))
        .isInstanceOf(BadInputException.class);
    assertThat(FileSchema.PLAN.problems(yaml)).isNotEmpty();
  }

  @Test
  void sizesMayHaveAUnit() throws Exception {
    for (String size : List.of("10 KiB", "10240 B", "10240")) {
      assertThat(plan(MINIMAL, params("payload", size)).measurements())
          .allSatisfy(
              one -> {
                assertThat(one.series().payload()).isEqualTo(10_240);
                assertThat(one.params()).containsEntry("payload", "10240");
              });
    }
  }

  @Test
  void mistakesOfTheCommandLineNameTheOption() {
    assertThatThrownBy(() -> plan(MINIMAL, params("payloat", "1")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("-p payloat")
        .hasMessageContaining("payload");
    assertThatThrownBy(() -> plan(MINIMAL, params("payload", "many")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("bytes from 12 (its checksum) to 1000000, not 'many'");
    assertThatThrownBy(
            () ->
                plan(
                    MINIMAL,
                    new Plan.Overrides(
                        OptionalInt.empty(), Optional.of(Pattern.compile("Mongo")), Map.of())))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("--only Mongo matches no benchmark");
  }

  @ParameterizedTest
  @ValueSource(strings = {"full", "smoke"})
  void theBuiltInPlansCoverEveryBenchmarkOfAClosedLoad(String name) {
    assertThat(benchmarks(name)).containsAll(benchmarks(Load.CLOSED));
  }

  @Test
  void thePlanUnderLoadCoversEveryBenchmarkAtARateAndNoOther() {
    assertThat(benchmarks("load")).containsExactlyInAnyOrderElementsOf(benchmarks(Load.PACED));
  }

  @Test
  void thePlanAtTheLimitCoversEverySaturatedBenchmarkAndNoOther() {
    List<String> saturated = new ArrayList<>(benchmarks(Load.SATURATED));
    // The counterpart of a tool, for the plan that compares them.
    assertThat(saturated.remove("RedisSleepingPipelineBenchmark.get")).isTrue();
    assertThat(benchmarks("saturation")).containsExactlyInAnyOrderElementsOf(saturated);
  }

  @Test
  void thePlanOfCachesSetsEveryBenchmarkOfMemcachedBesideTheSameOneOfRedis() {
    Plan plan = Plan.of(PlanFile.load("caches"), CATALOG, Plan.Overrides.none());
    Map<String, List<String>> measured =
        plan.measurements().stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.benchmark().measured().system(),
                    Collectors.mapping(PlanTest::work, Collectors.toList())));

    assertThat(benchmarks("caches"))
        .containsAll(
            CATALOG.entries().stream()
                .filter(PlanTest::isOfMemcached)
                .map(BenchmarkCatalog.Entry::name)
                .toList());
    assertThat(measured.get("memcached"))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(measured.get("redis"));
    assertThat(plan.rounds()).isGreaterThanOrEqualTo(5);
    assertThat(plan.estimate()).isLessThan(Duration.ofMinutes(16));
  }

  /** All that a figure depends on beside the system and its client. */
  private static String work(Measurement one) {
    return String.join(
        " ",
        one.benchmark().name().replaceFirst("Memcached|Redis", ""),
        one.series().loadText(),
        one.params().toString(),
        one.warmup().toString(),
        one.measure().toString());
  }

  @Test
  void thePlanOfPromisesCoversEveryBenchmarkThatHasOneAndNoOther() {
    assertThat(benchmarks("durability"))
        .containsExactlyInAnyOrderElementsOf(
            CATALOG.entries().stream()
                .filter(PlanTest::isByPromise)
                .map(BenchmarkCatalog.Entry::name)
                .toList());
    Plan plan = Plan.of(PlanFile.load("durability"), CATALOG, Plan.Overrides.none());
    assertThat(plan.rounds()).isGreaterThanOrEqualTo(5);
    assertThat(plan.estimate()).isLessThan(Duration.ofMinutes(18));
  }

  /** What is measured without a promise keeps its name, so that older runs compare. */
  @Test
  void benchmarksThatHaveVariantsByPromiseHaveNoNewParameter() {
    assertThat(CATALOG.named("KafkaAckBenchmark", "here").get(0).params())
        .containsOnlyKeys("acks", "lingerMs", "payload");
    assertThat(CATALOG.named("KafkaDeliveryBenchmark", "here").get(0).params())
        .containsOnlyKeys("acks", "lingerMs", "payload", "rate");
    assertThat(CATALOG.named("RedisStreamDeliveryBenchmark", "here").get(0).params())
        .containsOnlyKeys("payload", "rate");
    assertThat(CATALOG.named("RedisIncrBenchmark", "here").get(0).params())
        .containsExactly(Map.entry("keys", List.of("1")));
  }

  @Test
  void settingsOfServersThatCannotBeAreRefused() throws Exception {
    String yaml = MINIMAL + "  - benchmark: RedisAppendBenchmark\n";
    assertThatThrownBy(() -> plan(yaml, params("persistence", "sometimes")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("persistence must be off, no, everysec, always, not 'sometimes'");
    String kafka = MINIMAL + "  - benchmark: KafkaDurableAckBenchmark\n";
    assertThatThrownBy(() -> plan(kafka, params("flushMessages", "-1")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("flushMessages must be a whole number of records");
  }

  @Test
  void thePlanOfToolsHasOneBesideEachOfItsBenchmarksButThatWhichWaitsAsNoToolDoes() {
    Plan plan = Plan.of(PlanFile.load("calibrate"), CATALOG, Plan.Overrides.none());
    Map<Boolean, List<Measurement>> compared =
        plan.measurements().stream()
            .collect(
                Collectors.partitioningBy(one -> one.series().params().containsKey(Series.TOOL)));

    assertThat(compared.get(true).stream().filter(one -> one.tool().isPresent()))
        .hasSize(compared.get(true).size() / 2);
    assertThat(compared.get(false))
        .extracting(one -> one.benchmark().name())
        .containsOnly("RedisWirePipelineBenchmark.get");
    assertThat(compared.get(true))
        .extracting(one -> one.benchmark().name())
        .contains("RedisSleepingPipelineBenchmark.get")
        .doesNotContain("RedisWirePipelineBenchmark.get");
    // With five rounds, five on one side decide.
    assertThat(plan.rounds()).isGreaterThanOrEqualTo(5);
  }

  @Test
  void aPinnedPlanHasOtherSeriesAndBenchmarksKnowNothingOfIt() {
    Plan plan = Plan.of(PlanFile.load("quick"), CATALOG, Plan.Overrides.none());
    Plan pinned = plan.pinned("client:0/server:1");

    assertThat(pinned.measurements())
        .hasSameSizeAs(plan.measurements())
        .allSatisfy(
            one -> {
              assertThat(one.series().params()).containsEntry(Series.PIN, "client:0/server:1");
              assertThat(one.params()).doesNotContainKey(Series.PIN);
            });
    Plan curves = Plan.of(PlanFile.load("curve"), CATALOG, Plan.Overrides.none());
    assertThat(curves.pinned("client:0/server:1").curves())
        .isNotEmpty()
        .allMatch(curve -> curve.tag().contains(";pin=client:0/server:1"));
  }

  @Test
  void toolsAreNotPinned() {
    Plan plan = Plan.of(PlanFile.load("calibrate"), CATALOG, Plan.Overrides.none());
    assertThatThrownBy(() -> plan.pinned("client:0/server:1"))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "--pin: plan calibrate runs redis-benchmark, which is not pinned; take a plan without"
                + " native tools, such as quick");
  }

  private static List<String> benchmarks(String plan) {
    return Plan.of(PlanFile.load(plan), CATALOG, Plan.Overrides.none()).measurements().stream()
        .map(measurement -> measurement.benchmark().name())
        .distinct()
        .toList();
  }

  /** Variants of others, for the plan that compares what an acknowledgement promises. */
  private static boolean isByPromise(BenchmarkCatalog.Entry entry) {
    return entry.params().containsKey("persistence") || entry.params().containsKey("flushMessages");
  }

  /** Only one plan starts Memcached. */
  private static boolean isOfMemcached(BenchmarkCatalog.Entry entry) {
    return entry.measured().system().equals("memcached");
  }

  private static List<String> benchmarks(Load load) {
    return CATALOG.entries().stream()
        .filter(entry -> entry.measured().load() == load)
        .filter(entry -> !isByPromise(entry) && !isOfMemcached(entry))
        .map(BenchmarkCatalog.Entry::name)
        .toList();
  }

  @Test
  void rateAndNumberInFlightBelongToTheSeriesAndAreNoParameters() throws Exception {
    String yaml =
        MINIMAL
            + "  - benchmark: RedisPacedBenchmark.get\n    params: {rate: [\"2000\", \"50\"]}\n";
    List<Measurement> paced =
        plan(yaml, Plan.Overrides.none()).measurements().stream()
            .filter(measurement -> measurement.series().load() == Load.PACED)
            .toList();

    assertThat(paced)
        .extracting(measurement -> measurement.series().tag())
        .containsExactly(
            "RedisPacedBenchmark.get;rate=2000;payload=100",
            "RedisPacedBenchmark.get;rate=50;payload=100");
    Series series = paced.get(0).series();
    assertThat(series.params()).isEmpty();
    assertThat(series.targetRate()).hasValue(2_000);
    assertThat(series.inFlight()).isZero();
    // JMH gets it as any other.
    assertThat(paced.get(0).params()).containsEntry("rate", "2000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-5", "1.5", "fast", "10000001"})
  void aRateThatCannotBeIsRefused(String rate) {
    String yaml = MINIMAL + "  - benchmark: RedisPacedBenchmark.get\n";
    assertThatThrownBy(() -> plan(yaml, params("rate", rate)))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "-p rate: rate must be a whole number of operations per second from 1 to 10000000,"
                + " not '"
                + rate
                + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 %", "101 %", "-5 %", "2.5 %", "%", "ten %", "10 % of it", "10  %"})
  void aShareThatCannotBeIsRefused(String share) {
    String yaml = MINIMAL + "  - benchmark: RedisPacedBenchmark.get\n";
    assertThatThrownBy(() -> plan(yaml, params("rate", "500", share)))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "-p rate: rate must be operations per second, or a share of the saturation throughput"
                + " from 1 % to 100 % in whole percent, not '"
                + share
                + "'");
  }

  @Test
  void sharesAndRatesMayStandInOneLine() throws Exception {
    String yaml =
        MINIMAL
            + "  - benchmark: RedisPacedBenchmark.get\n"
            + "    params: {rate: [\"2000\", \"95%\", \"10 %\", \"95 %\"], payload: [\"50\","
            + " \"60\"]}\n";
    Plan plan = plan(yaml, Plan.Overrides.none());

    assertThat(plan.measurements())
        .filteredOn(measurement -> measurement.series().load() == Load.PACED)
        .hasSize(2);
    assertThat(plan.curves()).hasSize(2);
    assertThat(plan.curves())
        .extracting(LoadCurve::tag, LoadCurve::percents)
        .containsExactly(
            tuple("RedisPacedBenchmark.get;payload=50", List.of(10, 95)),
            tuple("RedisPacedBenchmark.get;payload=60", List.of(10, 95)));
    assertThat(plan.size()).isEqualTo(plan.measurements().size() + 4);
  }

  @Test
  void noToolStandsBesideAShare() {
    String yaml =
        MINIMAL
            + "  - benchmark: RedisPacedBenchmark.get\n    params: {rate: [\"5 %\"]}\n"
            + "    native: {tool: redis-benchmark, operations: 5}\n";
    assertThatThrownBy(() -> plan(yaml, Plan.Overrides.none()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("native: no tool can stand beside a share");
  }

  @Test
  void thePlanOfLoadCurvesHasThreeShapesAndFitsItsTime() {
    Plan plan = Plan.of(PlanFile.load("curve"), CATALOG, Plan.Overrides.none());

    assertThat(plan.measurements()).isEmpty();
    assertThat(plan.systems()).containsExactly("kafka", "redis");
    assertThat(plan.curves())
        .extracting(LoadCurve::percents)
        .hasSize(3)
        .containsOnly(List.of(10, 40, 70, 90));
    assertThat(plan.rounds()).isGreaterThanOrEqualTo(3);
    // Beside it there are the servers' start and warm-up.
    assertThat(plan.estimate()).isLessThan(Duration.ofMinutes(14));
    assertThat(plan.searchEstimate()).isPositive().isLessThan(plan.estimate());
  }

  @Test
  void thePlanOfContainersMeasuresEveryServerOnEverySet() {
    Plan plan = Plan.of(PlanFile.load("tax"), CATALOG, Plan.Overrides.none());

    assertThat(plan.servers()).containsExactlyInAnyOrder(Deployment.values());
    List<String> measured = new ArrayList<>(benchmarks(Load.CLOSED));
    // One client of Redis is enough, and one write.
    measured.removeIf(name -> name.matches("Redis(Jedis|Xadd)Benchmark.*"));
    assertThat(benchmarks("tax")).containsExactlyInAnyOrderElementsOf(measured);
    // With six rounds, six on one side decide.
    assertThat(plan.rounds()).isGreaterThanOrEqualTo(6);
    assertThat(plan.estimate()).isLessThan(Duration.ofMinutes(24));
  }

  @Test
  void theDefaultPlanHasTheRegimesOfTheHeadlineAndFitsItsTime() {
    Plan plan = Plan.of(PlanFile.load("quick"), CATALOG, Plan.Overrides.none());

    assertThat(plan.rounds()).isGreaterThanOrEqualTo(5);
    assertThat(plan.measurements())
        .filteredOn(measurement -> measurement.benchmark().name().contains("RoundTrip"))
        .extracting(measurement -> measurement.series().paramsText())
        .contains("acks=all lingerMs=0", "acks=all lingerMs=5");
    assertThat(plan.measurements())
        .filteredOn(measurement -> measurement.series().load() == Load.PACED)
        .hasSize(2);
    assertThat(plan.estimate()).isLessThan(Duration.ofMinutes(11));
  }

  @Test
  void anUnknownPlanNamesTheKnownOnes() {
    assertThatThrownBy(() -> PlanFile.load("quikc"))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "no plan 'quikc'; there are caches, calibrate, curve, durability, full, load, quick,"
                + " saturation, smoke, tax, track, wakeups, and any YAML file");
  }

  @Test
  void thePlanOfWakeUpsMeasuresEachLineWithAndWithoutThem() {
    Plan plan = Plan.of(PlanFile.load("wakeups"), CATALOG, Plan.Overrides.none());

    assertThat(plan.measurements())
        .filteredOn(one -> !one.benchmark().name().startsWith("Recording"))
        .extracting(one -> one.series().params().get(Series.PROCESSORS))
        .containsOnly("default", "awake")
        .hasSize(10);
    // JMH knows nothing of it.
    assertThat(plan.measurements()).noneMatch(one -> one.params().containsKey(Series.PROCESSORS));
    assertThat(plan.measurements().stream().filter(one -> one.series().keepsAwake())).hasSize(5);
  }

  @Test
  void processorsAreAskedForOnceForAWholePlan() {
    Plan.Overrides awake =
        new Plan.Overrides(
            OptionalInt.empty(), Optional.empty(), Map.of("processors", List.of("awake")));

    assertThat(Plan.of(PlanFile.load("smoke"), CATALOG, awake).measurements())
        .allMatch(one -> one.series().keepsAwake());
    assertThat(Plan.of(PlanFile.load("smoke"), CATALOG, Plan.Overrides.none()).measurements())
        .noneMatch(one -> one.series().params().containsKey("processors"));
  }

  @Test
  void processorsAreAwakeOrNot() {
    Plan.Overrides tired =
        new Plan.Overrides(
            OptionalInt.empty(), Optional.empty(), Map.of("processors", List.of("tired")));

    assertThatThrownBy(() -> Plan.of(PlanFile.load("smoke"), CATALOG, tired))
        .isInstanceOf(BadInputException.class)
        .hasMessage("-p processors: processors must be default or awake, not 'tired'");
  }

  /** So that rows of before there was a key space are still the same series. */
  @Test
  void oneKeyIsNoPartOfAnIdentityAndManyAre() throws Exception {
    List<Measurement> gets =
        plan(MINIMAL, params("keys", "1", "1000000")).measurements().stream()
            .filter(one -> one.benchmark().name().equals("RedisGetBenchmark.get"))
            .toList();

    assertThat(gets)
        .extracting(one -> one.series().paramsText(), one -> one.params().get("keys"))
        .containsExactly(tuple("", "1"), tuple("keys=1000000", "1000000"));
    assertThat(gets).extracting(one -> one.series().param("keys").orElseThrow()).contains("1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "10000001", "many"})
  void keysAreSoManyAsAClientCanRemember(String keys) {
    assertThatThrownBy(() -> plan(MINIMAL, params("keys", keys)))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "-p keys: keys must be a whole number of keys from 1 to 10000000, not '" + keys + "'");
  }

  @Test
  void aToolThatAsksForOneKeyCannotStandBesideMany() {
    assertThatThrownBy(
            () -> Plan.of(PlanFile.load("calibrate"), CATALOG, params("keys", "1000000")))
        .isInstanceOf(BadInputException.class)
        .hasMessageEndingWith(
            "native: redis-benchmark cannot stand beside RedisWireBenchmark.get: it is only run for"
                + " one key");
  }
}
