package plumbline.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.report.words.WarningWords;
import plumbline.result.HistogramKind;
import plumbline.result.Round;
import plumbline.result.RunManifest;
import plumbline.result.RunManifest.DataFolder;
import plumbline.result.Series;
import plumbline.result.Warning;
import plumbline.result.file.RunDirectory;
import plumbline.run.machine.ForcedWrites;
import plumbline.run.plan.BenchmarkCatalog;
import plumbline.run.plan.Plan;
import plumbline.run.plan.PlanFile;
import plumbline.system.spi.ServerRequest;
import plumbline.testing.MadeManifest;
import plumbline.testing.MadeRound;

/** What is promised to be on the disk is not, where a server's folder is memory. */
class DataFolderTest {
  private static final String PLAN =
      """
      description: a write by each promise
      rounds: 1
      warmup: 1 s
      measure: 1 s
      benchmarks:
        - benchmark: RedisAppendBenchmark
          params: {persistence: ["off", "no", everysec, always]}
      """;

  @TempDir private Path folder;

  private static RunManifest.Server redis(String fileSystem) {
    SortedMap<String, String> conditions = new TreeMap<>(Map.of("persistence", "none"));
    return new RunManifest.Server(
        "redis",
        Optional.empty(),
        "processes",
        "127.0.0.1:1",
        "Redis",
        "7.0",
        "INFO server",
        conditions,
        new TreeMap<>(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new DataFolder(fileSystem, OptionalLong.empty())));
  }

  private List<RunManifest.Problem> problems(String fileSystem) throws Exception {
    Path file = Files.writeString(folder.resolve("promises.yaml"), PLAN);
    Plan plan =
        Plan.of(
            PlanFile.load(file.toString()),
            BenchmarkCatalog.load(),
            new Plan.Overrides(OptionalInt.empty(), Optional.empty(), Map.of()));
    RunDirectory directory = RunDirectory.create(folder, MadeManifest.STARTED, "promises");
    RunRecord record =
        new RunRecord(
            directory,
            new RunRequest(
                plan, "none", ServerRequest.of(directory.logs(), "plumbline-none-"), 1, folder),
            MadeManifest.STARTED,
            new MadeManifest().build().environment(),
            Optional.empty());
    record.begin();
    record.servers(List.of(redis(fileSystem)), List.of());
    plan.measurements().forEach(one -> record.add(round(one.series()), Optional.empty()));
    return record.problems();
  }

  private static Round round(Series series) {
    return new MadeRound(series, 1)
        .with(HistogramKind.LATENCY, 100_000, 1_000)
        .with(HistogramKind.PAUSES, 1_000, 1_000)
        .throughput(1_000)
        .build();
  }

  @ParameterizedTest
  @CsvSource({"tmpfs", "ramfs"})
  void theRowsOfTheDiskFailInMemory(String fileSystem) throws Exception {
    assertThat(problems(fileSystem))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.series()).contains("persistence=always");
              assertThat(problem.fault().isOnlyOf(Set.of(Warning.DISK_IS_MEMORY))).isTrue();
              assertThat(problem.fault().isDisturbance()).isFalse();
              assertThat(WarningWords.USUAL.of(problem.fault())).contains("nothing is on a disk");
            });
  }

  @Test
  void onADiskNothingFails() throws Exception {
    assertThat(problems("ext4")).isEmpty();
    assertThat(problems("")).isEmpty();
  }

  @Test
  void aFolderTellsItsFileSystemAndWhatForcingTakes() throws Exception {
    DataFolder asked = ForcedWrites.folder(folder, true);

    assertThat(asked.fileSystem()).isEqualTo(Files.getFileStore(folder).type());
    assertThat(asked.forcedWriteNanos().orElseThrow()).isPositive();
    assertThat(ForcedWrites.folder(folder, false))
        .isEqualTo(new DataFolder(asked.fileSystem(), OptionalLong.empty()));
  }
}
