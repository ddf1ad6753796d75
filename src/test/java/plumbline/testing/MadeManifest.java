package plumbline.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import plumbline.result.RunManifest;
import plumbline.result.RunManifest.Status;
import plumbline.result.Search;
import plumbline.result.SystemFacts;
import plumbline.system.Systems;
import plumbline.system.spi.ServerSystem;

/** The run.json of a made-up run on a small virtual machine. */
public final class MadeManifest {
  /** Start of every made-up run. */
  public static final Instant STARTED = Instant.parse("2026-01-15T10:20:30Z");

  /** Full hash of the commit of every made-up run. */
  public static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

  Status status = Status.COMPLETE;
  String statusReason = "";
  int rounds = 5;
  int completed = 5;
  boolean dirty;
  long seed = 42;
  String hostile = "";
  List<String> systems = List.of("kafka", "redis");
  List<RunManifest.PlanEntry> entries = List.of();
  List<RunManifest.Problem> problems = List.of();
  Optional<List<Search>> searches = Optional.empty();
  Optional<RunManifest.HandedOn> handedOn = Optional.empty();
  UnaryOperator<RunManifest.Server> change = UnaryOperator.identity();
  private String run = "20260115-102030-quick";
  private Instant started = STARTED;
  private String commit = COMMIT;

  /** Sets how far the run got, and one line why. */
  public MadeManifest status(Status value, String reason) {
    status = value;
    statusReason = reason;
    return this;
  }

  /** The same run some days later, at another commit. */
  public MadeManifest later(int days, String otherCommit) {
    run += "+" + days;
    started = started.plus(Duration.ofDays(days));
    commit = otherCommit;
    return this;
  }

  /** The manifest. */
  public RunManifest build() {
    return new RunManifest(
        RunManifest.SCHEMA,
        run,
        "0.1.0-SNAPSHOT",
        status,
        statusReason,
        started,
        status == Status.RUNNING ? Optional.empty() : Optional.of(started.plusSeconds(270)),
        new RunManifest.Plan(
            "quick",
            "Every benchmark, with the parameters that the headline needs" + hostile,
            rounds,
            Optional.of("article"),
            Optional.empty(),
            Optional.empty(),
            entries),
        seed,
        completed,
        Optional.of(new RunManifest.Git(commit, "main" + hostile, dirty)),
        new RunManifest.Environment(
            "bench-host" + hostile,
            "Debian GNU/Linux 12",
            "6.1.0-18-amd64",
            "Example CPU 3.0 GHz",
            2,
            8_589_934_592L,
            "KVM",
            "",
            "kvm-clock",
            "",
            "madvise",
            27,
            "OpenJDK 17.0.15+6",
            List.of("-Xms512m", "-Xmx512m"),
            0.42,
            Optional.empty()),
        systems.stream().map(this::server).map(change).toList(),
        problems,
        List.of("No container engine answered within 5 s, so the servers are processes." + hostile),
        searches,
        handedOn);
  }

  private RunManifest.Server server(String system) {
    boolean kafka = system.equals("kafka");
    return new RunManifest.Server(
        system,
        Optional.empty(),
        "processes",
        kafka ? "127.0.0.1:40111" : "127.0.0.1:40112",
        kafka ? "Apache Kafka" + hostile : "Redis",
        kafka ? "4.3.1" : "7.0.15",
        kafka ? "describeFeatures" : "INFO server",
        new TreeMap<>(
            kafka ? Map.of("heap", "1 GiB", "replication", "1") : Map.of("persistence", "none")),
        new TreeMap<>(
            kafka
                ? Map.of(
                    "log.flush.interval.messages", "9223372036854775807",
                    "num.io.threads", "8",
                    "process.roles", "broker,controller",
                    "listeners", "PLAINTEXT://127.0.0.1:40111" + hostile)
                : Map.of(
                    "appendonly", "no",
                    "io-threads", "1",
                    "maxmemory-policy", "noeviction",
                    "save", "" + hostile)),
        kafka ? Optional.of(warmUp()) : Optional.empty(),
        Systems.find(system).map(ServerSystem::facts),
        Optional.empty());
  }

  /** A server of whose system the run says something else, or nothing. */
  public static RunManifest.Server with(RunManifest.Server server, Optional<SystemFacts> facts) {
    return new RunManifest.Server(
        server.system(),
        server.set(),
        server.provider(),
        server.endpoint(),
        server.product(),
        server.version(),
        server.versionSource(),
        server.conditions(),
        server.configuration(),
        server.warmUp(),
        facts,
        server.dataFolder());
  }

  private static RunManifest.WarmUp warmUp() {
    return new RunManifest.WarmUp(
        "three windows of 2,000 round trips in a row within 5 %",
        true,
        Duration.ofSeconds(38),
        44_000,
        List.of(1_610_000L, 903_000L, 611_000L, 455_000L, 391_000L, 386_000L, 384_000L));
  }
}
