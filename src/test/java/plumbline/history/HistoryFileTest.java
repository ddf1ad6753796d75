package plumbline.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.problem.BadInputException;
import plumbline.result.RunData;
import plumbline.testing.MadeRun;

class HistoryFileTest {
  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("deep/er/history.csv");
  }

  private static RunSummary summary(RunData run) {
    return RunSummary.of(run, RunSummary.Policy.STRICT);
  }

  private static RunSummary run(int day) {
    return summary(new MadeRun().seed(day).without("kafka").later(day, "c" + day).build());
  }

  @Test
  void oneRowPerRunInTheOrderOfTimeAfterTheDocumentedColumns() throws IOException {
    HistoryFile.add(file(), run(1));
    HistoryFile.add(file(), run(3));
    HistoryFile.add(file(), run(2));

    List<String> lines = Files.readAllLines(file());
    assertThat(lines.get(0))
        .startsWith("time,commit,branch,LoopbackEchoBenchmark.echo;payload=100:p50,");
    assertThat(lines).hasSize(4);
    assertThat(lines.get(1)).startsWith("2026-01-16T10:20:30Z,c1,main,");
    assertThat(lines.get(2)).startsWith("2026-01-17T10:20:30Z,c2,main,");
    assertThat(lines.get(3)).startsWith("2026-01-18T10:20:30Z,c3,main,");
    assertThat(folder.resolve("deep/er")).isDirectoryContaining("glob:**/history.otava.yaml");
    try (var files = Files.list(folder.resolve("deep/er"))) {
      assertThat(files).as("no temporary file is left").hasSize(2);
    }
  }

  @Test
  void whatWasWrittenIsReadAsItWas() {
    History history = Made.stepped(5, 2);
    HistoryFile.write(file(), history);

    History read = HistoryFile.read(file());

    assertThat(read.columns()).isEqualTo(history.columns());
    assertThat(read.entries()).hasSize(5);
    for (int i = 0; i < 5; i++) {
      History.Entry entry = read.entries().get(i);
      assertThat(entry.commit()).isEqualTo(history.entries().get(i).commit());
      assertThat(entry.values().get(Made.P50))
          .isCloseTo(history.entries().get(i).values().get(Made.P50), withinPercentage(1e-6));
    }
  }

  @Test
  void newColumnsWidenTheFileAndTheirOlderCellsAreEmpty() throws IOException {
    HistoryFile.add(file(), run(1));
    int narrow = HistoryFile.read(file()).columns().size();
    HistoryFile.add(file(), summary(new MadeRun().later(2, "c2").build()));

    History wide = HistoryFile.read(file());
    assertThat(wide.columns().size()).isGreaterThan(narrow);
    Tracked added = wide.columns().get(narrow);
    assertThat(added.benchmark()).startsWith("Kafka");
    assertThat(wide.entries().get(0).values()).doesNotContainKey(added);
    assertThat(wide.entries().get(1).values()).containsKey(added);
    assertThat(Files.readAllLines(file()).get(1)).endsWith(",,");
  }

  @Test
  void theSameRunTwiceIsThereOnce() throws IOException {
    assertThat(HistoryFile.add(file(), run(1))).isEqualTo(HistoryFile.Added.NEW);
    byte[] before = Files.readAllBytes(file());

    assertThat(HistoryFile.add(file(), run(1))).isEqualTo(HistoryFile.Added.ALREADY_THERE);
    assertThat(Files.readAllBytes(file())).isEqualTo(before);
  }

  @Test
  void theSameRunWithOtherFiguresIsRefused() throws IOException {
    HistoryFile.add(file(), run(1));
    RunSummary other =
        summary(
            new MadeRun().seed(1).without("kafka").slower("RedisGet", 2).later(1, "c1").build());
    byte[] before = Files.readAllBytes(file());

    assertThatThrownBy(() -> HistoryFile.add(file(), other))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(":2: holds 20260115-102030-quick+1 with other figures");
    assertThat(Files.readAllBytes(file())).isEqualTo(before);
  }

  @Test
  void severalBranchesNeedAChoice() {
    HistoryFile.add(file(), run(1));
    HistoryFile.add(
        file(),
        RunSummary.of(
            new MadeRun().later(2, "c2").build(),
            new RunSummary.Policy(false, Optional.of("feature"))));
    History history = HistoryFile.read(file());

    assertThatThrownBy(() -> HistoryFile.choose(file(), history, Optional.empty()))
        .hasMessageEndingWith(
            ": has runs of several branches; choose one with --branch: 'feature', 'main'");
    assertThatThrownBy(() -> HistoryFile.choose(file(), history, Optional.of("mian")))
        .hasMessageContaining("has no run of the branch 'mian'; there are 'feature', 'main'");
    assertThat(HistoryFile.choose(file(), history, Optional.of("main")).entries()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        "''                                | :1: the file is empty; a history begins with time,commit,branch",
        "time,commit/                      | :1: the header does not begin with time,commit,branch",
        "commit,time,branch/               | :1: the header does not begin with time,commit,branch",
        "time,commit,branch,X.y/           | :1: column 4: 'X.y' is no BENCHMARK:METRIC; metrics: p50,",
        "time,commit,branch,X.y:p98/       | :1: column 4: 'X.y:p98' is no BENCHMARK:METRIC; did you mean p9",
        "time,commit,branch,X:p50,X:p50/   | :1: column 5: X:p50 is there twice",
        "H/T,a,main,1                      | :2: truncated, the last line has no end",
        "H/T,a,main/                       | :2: 3 fields, but the header has 4",
        "H/T,a,main,1,2/                   | :2: 5 fields, but the header has 4",
        "H/yesterday,a,main,1/             | :2: time: 'yesterday' is not a UTC time such as 2026-",
        "H/T,a,main,fast/                  | :2: X:p50: 'fast' is not a number",
        "H/T,a,main,NaN/                   | :2: X:p50: 'NaN' is not a finite number of 0 or more",
        "H/T,a,main,-1/                    | :2: X:p50: '-1' is not a finite number of 0 or more",
        "H/T,a,main,1/T,a,main,1/          | :3: the same run as in line 2",
        "H/T,a,main,1/E,a,main,1/          | :3: time: 2025-01-01T00:00:00Z is before the line above",
      })
  void whatIsWrongIsSaidWithItsPlaceAndWhatWouldBeRight(String contents, String message)
      throws IOException {
    Path broken = folder.resolve("broken.csv");
    Files.writeString(
        broken,
        contents
            .replace("H/", "time,commit,branch,X:p50/")
            .replace("T,", "2026-01-01T00:00:00Z,")
            .replace("E,", "2025-01-01T00:00:00Z,")
            .replace("/", "\n"));

    assertThatThrownBy(() -> HistoryFile.read(broken))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith(broken + message)
        .hasMessageNotContaining("\n");
  }

  @Test
  void aByteOrderMarkAndOtherLineEndsAreRead() throws IOException {
    Path file = folder.resolve("windows.csv");
    Files.writeString(
        file, "\uFEFFtime,commit,branch,X:p50\r\n2026-01-01T00:00:00Z,a,\"ma,in\",2.5\r\n");

    History history = HistoryFile.read(file);

    assertThat(history.entries().get(0).branch()).isEqualTo("ma,in");
    assertThat(history.entries().get(0).values()).containsEntry(history.columns().get(0), 2.5);
  }

  @Test
  void aMissingFileIsOneLine() {
    assertThatThrownBy(() -> HistoryFile.read(folder.resolve("none.csv")))
        .isInstanceOf(BadInputException.class)
        .hasMessageEndingWith("none.csv: no such file; `history add RUN --to` makes one");
  }
}
