package plumbline.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.results.RunResult;
import plumbline.input.Processors;
import plumbline.result.Row;
import plumbline.result.RunData;
import plumbline.result.RunManifest.HandedOn;
import plumbline.result.RunManifest.Status;
import plumbline.result.file.RunDirectory;
import plumbline.run.fork.ForkOptions;
import plumbline.run.fork.ForkOutput;
import plumbline.run.fork.JmhFork;
import plumbline.run.fork.OneFork;
import plumbline.run.plan.Plan;
import plumbline.system.spi.ServerRequest;
import plumbline.testing.MadeManifest;
import plumbline.testing.MadeSeries;

/** A profiler and JVM arguments on their way to a fork, and what is written of them. */
class HandedOnTest {
  private static final ForkOptions ASKED =
      new ForkOptions(
          List.of("gc"),
          Optional.of(List.of("-Xmx300m", "-Dsecret=1")),
          List.of("-XX:+UseSerialGC"));

  @TempDir private Path folder;

  private Plan plan() {
    return OneFork.plan(
        Duration.ofMillis(200),
        Duration.ofMillis(200),
        Map.of(),
        List.of("RecordingBenchmark.record"));
  }

  private String log() throws IOException {
    try (Stream<Path> logs = Files.list(folder)) {
      return Files.readString(
          logs.filter(file -> file.toString().endsWith(".log")).findFirst().orElseThrow());
    }
  }

  @Test
  void controlsAreClientAndServerInOneFork() {
    ForkOptions pinned = ForkOptions.NONE.pinnedTo(new Processors("0"), new Processors("2-3"));
    assertThat(pinned.pinned(MadeSeries.GET)).hasValue(new Processors("0"));
    assertThat(pinned.pinned(MadeSeries.of("LoopbackEchoBenchmark.echo")))
        .hasValue(new Processors("0,2-3"));
    assertThat(ForkOptions.NONE.pinned(MadeSeries.GET)).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aPinnedForkHasItsProcessorsOnly() throws Exception {
    ForkOptions pinned =
        new ForkOptions(List.of(), Optional.empty(), List.of("-Xlog:gc+init"))
            .pinnedTo(new Processors("0"), new Processors("0"));
    Path endpoints = Files.createFile(folder.resolve("servers.properties"));
    ForkOutput output =
        new JmhFork(endpoints, folder, pinned)
            .run(plan().measurements().get(0), 1, OptionalLong.empty());

    assertThat(output.round().fault()).isEmpty();
    assertThat(log()).containsPattern("CPUs: \\d+ total, 1 available");
  }

  @Test
  void theForkHasThemAndTheRunSaysSo() throws Exception {
    Plan plan = plan();
    Path endpoints = Files.createFile(folder.resolve("servers.properties"));
    ForkOutput output =
        new JmhFork(endpoints, folder, ASKED)
            .run(plan.measurements().get(0), 1, OptionalLong.empty());

    assertThat(output.round().fault()).isEmpty();
    RunResult jmh = output.jmh().orElseThrow();
    assertThat(jmh.getSecondaryResults()).containsKey("gc.alloc.rate");
    assertThat(jmh.getParams().getJvmArgs())
        .contains("-Xmx300m", "-Dsecret=1")
        .doesNotContain("-Xmx256m", "-Xms256m")
        .endsWith("-XX:+UseSerialGC");

    RunDirectory directory = RunDirectory.create(folder, MadeManifest.STARTED, "test");
    RunRecord record =
        new RunRecord(
            directory,
            new RunRequest(
                plan,
                "none",
                ServerRequest.of(directory.logs(), "plumbline-none-"),
                1,
                folder,
                ASKED),
            MadeManifest.STARTED,
            new MadeManifest().build().environment(),
            Optional.empty());
    record.begin();
    record.add(output.round(), output.jmh());
    record.end(Status.COMPLETE, "");
    RunData data = directory.load();

    HandedOn handedOn =
        new HandedOn(List.of("gc"), List.of("-Xmx300m", "-Dsecret=...", "-XX:+UseSerialGC"));
    assertThat(data.manifest().handedOn()).hasValue(handedOn);
    assertThat(data.rows())
        .isNotEmpty()
        .extracting(Row::context)
        .allMatch(
            context -> context.java().endsWith("-prof gc -Xmx300m -Dsecret=... -XX:+UseSerialGC"));
    assertThat(directory.jmhJson())
        .content()
        .contains("gc.alloc.rate", "-Dsecret=...", "-Xmx300m")
        .doesNotContain("secret=1");
    assertThat(log())
        .contains("VM options: ", "-Dsecret=...", "-Xmx300m")
        .doesNotContain("secret=1");
  }
}
