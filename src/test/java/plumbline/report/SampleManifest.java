package plumbline.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.result.RunManifest;
import plumbline.result.RunManifest.Status;
import plumbline.system.Systems;

/** The run.json of a {@link Sample}. */
final class SampleManifest {
  private SampleManifest() {}

  static RunManifest of(Sample sample) {
    String hostile = sample.hostileText();
    return new RunManifest(
        RunManifest.SCHEMA,
        "2026-01-05T101500Z-quick",
        "0.1.0",
        sample.status(),
        sample.statusReason(),
        Instant.parse("2026-01-05T10:15:00Z"),
        sample.status() == Status.RUNNING
            ? Optional.empty()
            : Optional.of(Instant.parse("2026-01-05T10:19:31Z")),
        new RunManifest.Plan(
            "quick",
            "Every benchmark, with the parameters that the headline needs" + hostile,
            sample.rounds(),
            Optional.of("article"),
            sample.entries()),
        20260105L,
        sample.completed(),
        Optional.of(
            new RunManifest.Git(
                "c0ffee4d1e5c0ffee4d1e5c0ffee4d1e5c0ffee4", "main" + hostile, true)),
        new RunManifest.Environment(
            "bench-1" + hostile,
            "Debian GNU/Linux 12",
            "6.1.0-18-amd64",
            "Intel Xeon Platinum 8370C",
            2,
            8_321_499_136L,
            "KVM",
            "",
            "kvm-clock",
            "",
            "madvise",
            20,
            "OpenJDK 17.0.15+6",
            List.of("-Xms512m", "-Xmx512m"),
            0.42),
        List.of(kafka(hostile), redis(hostile)),
        sample.problems(),
        List.of("No container engine answered within 5 s, so the servers are processes." + hostile),
        Optional.empty());
  }

  private static RunManifest.Server kafka(String hostile) {
    return new RunManifest.Server(
        "kafka",
        Optional.empty(),
        "processes",
        "127.0.0.1:41077",
        "Apache Kafka" + hostile,
        "4.3.1",
        "describeFeatures",
        RunManifest.sorted(Map.of("heap", "1 GiB", "replication", "1")),
        RunManifest.sorted(
            Map.of(
                "log.flush.interval.messages", "9223372036854775807",
                "num.io.threads", "8",
                "process.roles", "broker,controller",
                "listeners", "PLAINTEXT://127.0.0.1:41077" + hostile)),
        Optional.of(
            new RunManifest.WarmUp(
                "three windows of 2,000 round trips in a row within 5 %",
                true,
                Duration.ofSeconds(38),
                44_000,
                List.of(1_610_000L, 903_000L, 611_000L, 455_000L, 391_000L, 386_000L, 384_000L))),
        Optional.of(Systems.named("kafka").facts()));
  }

  private static RunManifest.Server redis(String hostile) {
    return new RunManifest.Server(
        "redis",
        Optional.empty(),
        "processes",
        "127.0.0.1:36379",
        "Redis",
        "7.0.15",
        "INFO server",
        RunManifest.sorted(Map.of("persistence", "none")),
        RunManifest.sorted(
            Map.of(
                "appendonly", "no",
                "io-threads", "1",
                "maxmemory-policy", "noeviction",
                "save", "" + hostile)),
        Optional.empty(),
        Optional.of(Systems.named("redis").facts()));
  }
}
