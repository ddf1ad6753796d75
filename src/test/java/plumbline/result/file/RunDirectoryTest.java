package plumbline.result.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.problem.BadInputException;
import plumbline.problem.CannotMeasureException;
import plumbline.result.Count;
import plumbline.result.Counts;
import plumbline.result.Fault;
import plumbline.result.HistogramKind;
import plumbline.result.Metric;
import plumbline.result.Round;
import plumbline.result.Row;
import plumbline.result.RunData;
import plumbline.result.RunManifest;
import plumbline.result.Series;
import plumbline.testing.MadeManifest;
import plumbline.testing.MadeRound;
import plumbline.testing.MadeRun;

class RunDirectoryTest {
  private static final RunData QUICK = new MadeRun().rounds(2).build();

  @TempDir Path results;

  @Test
  void runComesBackAsItWasWritten() {
    RunData read = MadeRun.write(QUICK, results).load();
    assertThat(read.manifest()).isEqualTo(QUICK.manifest());
    assertThat(read.rounds()).hasSameSizeAs(QUICK.rounds());
    for (int i = 0; i < read.rounds().size(); i++) {
      Round before = QUICK.rounds().get(i);
      Round after = read.rounds().get(i);
      assertThat(after.series()).isEqualTo(before.series());
      assertThat(after.number()).isEqualTo(before.number());
      assertThat(after.latencies()).isEqualTo(before.latencies());
      assertThat(after.pauses()).isEqualTo(before.pauses());
      assertThat(after.fault()).isEmpty();
    }
  }

  @Test
  void rowsFromTheReadHistogramsAreTheRowsOfTheFile() {
    RunData read = MadeRun.write(QUICK, results).load();
    List<Row> again = MadeRun.rows(read.manifest(), read.rounds());
    assertThat(again).hasSameSizeAs(read.rows());
    for (int i = 0; i < again.size(); i++) {
      Row before = read.rows().get(i);
      assertThat(again.get(i).metric()).isEqualTo(before.metric());
      // Values are read back with nine digits: that is seen in rates and means.
      assertThat(again.get(i).value()).isCloseTo(before.value(), withinPercentage(1e-6));
      if (before.metric().percentile().isPresent()) {
        assertThat(again.get(i).value()).isEqualTo(before.value());
      }
    }
  }

  @Test
  void whatAToolToldComesBackWithoutAHistogram() {
    Round own = QUICK.rounds().get(0);
    Series tool = own.series().with(Series.TOOL, "some-tool");
    Round told =
        new Round(
            tool,
            1,
            Map.of(),
            new Counts(Map.of(Count.COMPLETED, 3_000L, Count.MEASURED_TIME, 1_500_000_000L)),
            2_000,
            Map.of(Metric.MEAN, 500.25),
            Optional.empty());
    List<Round> rounds = List.of(own, told);
    RunDirectory directory = RunDirectory.create(results, MadeManifest.STARTED, "quick");
    MadeRun.append(directory, own);
    ResultsCsv.write(directory.resultsCsv(), MadeRun.rows(QUICK.manifest(), rounds));
    JsonFiles.write(directory.runJson(), QUICK.manifest());

    Round read = directory.load().rounds(tool).get(0);

    assertThat(read).isEqualTo(told);
  }

  @Test
  void failedRoundComesBackWithItsReason() {
    RunData run = new MadeRun().rounds(2).fail("RedisGet", 2, "the server died").build();
    RunData read = MadeRun.write(run, results).load();
    assertThat(read.rounds())
        .filteredOn(round -> !round.isValid())
        .singleElement()
        .satisfies(
            round -> {
              assertThat(round.number()).isEqualTo(2);
              assertThat(round.fault()).contains(Fault.of("the server died"));
              assertThat(round.latencies()).isEmpty();
              assertThat(round.throughput()).isNaN();
            });
  }

  @Test
  void secondRunOfTheSameSecondGetsItsOwnDirectory() {
    assertThat(MadeRun.write(QUICK, results).name()).isEqualTo("20260115-102030-quick");
    assertThat(MadeRun.write(QUICK, results).name()).isEqualTo("20260115-102030-quick-2");
    assertThat(RunDirectory.create(results, MadeManifest.STARTED, "../my plan").name())
        .isEqualTo("20260115-102030-..-my-plan");
  }

  @Test
  void latestFollowsTheLastRun() throws IOException {
    MadeRun.write(QUICK, results);
    RunDirectory second = MadeRun.write(QUICK, results);
    Path latest = results.resolve("latest");
    assertThat(Files.readSymbolicLink(latest)).isEqualTo(Path.of(second.name()));
    assertThat(RunDirectory.open(latest).name()).isEqualTo(second.name());
    try (Stream<Path> files = Files.list(results)) {
      assertThat(files).hasSize(3);
    }
  }

  @Test
  void latestMayBeATextFileWhereThereAreNoLinks() throws IOException {
    RunDirectory run = MadeRun.write(QUICK, results);
    Path latest = results.resolve("latest");
    Files.delete(latest);
    Files.writeString(latest, run.name() + "\n");
    assertThat(RunDirectory.open(latest).path()).isEqualTo(run.path());
  }

  @Test
  void whatIsNoRunDirectoryIsSaidWithTheRunsThatThereAre() throws IOException {
    RunDirectory run = MadeRun.write(QUICK, results);
    Path missing = results.resolve("nothing");
    assertThatThrownBy(() -> RunDirectory.open(missing))
        .isInstanceOf(BadInputException.class)
        .hasMessage(missing + ": no such run directory; runs in " + results + ": " + run.name());
    assertThatThrownBy(() -> RunDirectory.open(results))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            results
                + ": is not a run directory, it has no run.json; runs in "
                + results
                + ": "
                + run.name());
    assertThatThrownBy(() -> RunDirectory.open(run.resultsCsv()))
        .isInstanceOf(BadInputException.class)
        .hasMessage(run.resultsCsv() + ": is a file; give the run directory that holds it");
  }

  @Test
  void killedRunKeepsWhatWasWritten() throws IOException {
    RunData killed = new MadeRun().rounds(1).status(RunManifest.Status.RUNNING, "").build();
    RunDirectory directory = MadeRun.write(killed, results);
    Files.writeString(
        directory.histograms(),
        "Tag=RedisGetBenchmark.get;payload=100;round=2,0.000,0.000,1.0,HISTFAA",
        StandardOpenOption.APPEND);
    RunData read = directory.load();
    assertThat(read.rounds()).hasSameSizeAs(killed.rounds());
    assertThat(read.manifest().notes())
        .last()
        .asString()
        .matches("histograms\\.hlog: line \\d+ was cut off when the run ended; left out");
  }

  @Test
  void histogramWithoutRowsIsLeftOutOfAKilledRun() {
    RunData killed = new MadeRun().rounds(1).status(RunManifest.Status.RUNNING, "").build();
    RunDirectory directory = MadeRun.write(killed, results);
    Round extra = killed.rounds().get(0);
    MadeRun.append(
        directory, new MadeRound(extra.series(), 2).with(HistogramKind.LATENCY, 1_000, 9).build());
    assertThat(directory.load().rounds()).hasSameSizeAs(killed.rounds());
    assertThat(directory.load().manifest().notes())
        .contains(
            "the histogram of "
                + extra.series().tag()
                + ";round=2 was left out:"
                + " the run ended before its rows were written");
  }

  @Test
  void runKilledBeforeItsFirstRoundIsReadable() {
    RunDirectory directory = RunDirectory.create(results, MadeManifest.STARTED, "quick");
    JsonFiles.write(
        directory.runJson(),
        new MadeRun().status(RunManifest.Status.RUNNING, "").build().manifest());
    RunData read = directory.load();
    assertThat(read.rows()).isEmpty();
    assertThat(read.rounds()).isEmpty();
    assertThat(read.manifest().notes()).anyMatch(note -> note.startsWith("results.csv is missing"));
  }

  @Test
  void completeRunWithoutAFileIsRefused() throws IOException {
    RunDirectory directory = MadeRun.write(QUICK, results);
    Files.move(directory.histograms(), results.resolve("away"));
    assertThatThrownBy(directory::load)
        .isInstanceOf(BadInputException.class)
        .hasMessage(directory.histograms() + ": is missing, although the run is complete");
  }

  @Test
  void completeRunWithALostHistogramLineIsRefused() throws IOException {
    RunDirectory directory = MadeRun.write(QUICK, results);
    List<String> lines = Files.readAllLines(directory.histograms());
    lines.removeIf(line -> line.startsWith("Tag=RedisGetBenchmark.get;payload=100;round=2,"));
    Files.write(directory.histograms(), lines, StandardCharsets.UTF_8);
    assertThatThrownBy(directory::load)
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            directory.histograms()
                + ": has no histogram of RedisGetBenchmark.get;payload=100;round=2");
  }

  @Test
  void fileThatCannotBeWrittenIsOneLine() throws IOException {
    Path file = Files.writeString(results.resolve("file"), "x");
    assertThatThrownBy(() -> RunDirectory.create(file, MadeManifest.STARTED, "quick"))
        .isInstanceOf(CannotMeasureException.class)
        .hasMessageStartingWith("cannot write " + file);
    Path gone = results.resolve("gone/run.json");
    assertThatThrownBy(() -> JsonFiles.write(gone, QUICK.manifest()))
        .isInstanceOf(CannotMeasureException.class)
        .hasMessage("cannot write " + gone + ": no such file or directory");
  }
}
