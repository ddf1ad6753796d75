package plumbline.result.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.result.Count;
import plumbline.result.Counts;
import plumbline.result.Metric;
import plumbline.result.Round;
import plumbline.result.RoundSum;
import plumbline.result.Row;
import plumbline.result.RunData;
import plumbline.result.RunManifest;
import plumbline.result.Series;
import plumbline.testing.MadeManifest;
import plumbline.testing.MadeRound;
import plumbline.testing.MadeRun;

class ResultsWriterTest {
  private static final RunData RUN =
      new MadeRun()
          .rounds(3)
          .paced()
          .fail("RedisGet", 2, "died, \"in\" the middle")
          .fail("KafkaAck", 1, "no µs, no answer")
          .fail("KafkaAck", 2, "no answer")
          .fail("KafkaAck", 3, "no answer")
          .build();
  private static final RunManifest KILLED =
      new MadeManifest().status(RunManifest.Status.RUNNING, "").build();

  @TempDir private Path results;
  private RunDirectory directory;

  @BeforeEach
  void create() {
    directory = RunDirectory.create(results, MadeManifest.STARTED, "quick");
    JsonFiles.write(directory.runJson(), KILLED);
  }

  private ResultsWriter append(List<Round> rounds) {
    ResultsWriter writer = new ResultsWriter(directory.resultsCsv());
    for (Round round : rounds) {
      MadeRun.append(directory, round);
      RunManifest run = RUN.manifest();
      writer.append(MadeRun.context(run), MadeRun.subject(run, round.series()), round);
    }
    return writer;
  }

  @Test
  void theFinishedFileIsThatOfAllRowsAtOnce() throws IOException {
    List<Round> shuffled = new ArrayList<>(RUN.rounds());
    Collections.shuffle(shuffled, new Random(1));
    Path atOnce = results.resolve("at-once.csv");
    ResultsCsv.write(atOnce, MadeRun.rows(RUN.manifest(), shuffled));

    append(shuffled).finish();

    assertThat(directory.resultsCsv()).hasSameBinaryContentAs(atOnce);
  }

  @Test
  void aKilledRunIsReadAsIfItsFileHadBeenFinished() {
    append(RUN.rounds());
    assertThat(directory.resultsCsv()).content().doesNotContain(",all,");

    RunData killed = directory.load();

    assertThat(killed.rows()).hasSameSizeAs(RUN.rows()).anyMatch(Row::isMerged);
    for (int i = 0; i < RUN.rows().size(); i++) {
      Row read = killed.rows().get(i);
      Row made = RUN.rows().get(i);
      assertThat(text(read)).isEqualTo(text(made));
      if (made.metric() != Metric.FAILURE) {
        // A file has nine digits.
        assertThat(read.value()).isCloseTo(made.value(), withinPercentage(1e-6));
      }
    }
    assertThat(killed.manifest().notes()).isEqualTo(KILLED.notes());
  }

  private static String text(Row row) {
    return ResultsCsv.lines(List.of(row)).replace("," + CsvColumn.VALUE.of(row) + ",", ",");
  }

  @Test
  void aLastRoundThatIsNotWholeIsLeftOutWhereverItWasCut() throws IOException {
    int count = RUN.rounds().size();
    append(RUN.rounds().subList(0, count - 1));
    int whole = Math.toIntExact(Files.size(directory.resultsCsv()));
    Round last = RUN.rounds().get(count - 1);
    List<Row> rows = MadeRun.rows(RUN.manifest(), last);
    Files.writeString(directory.resultsCsv(), ResultsCsv.lines(rows), StandardOpenOption.APPEND);
    byte[] all = Files.readAllBytes(directory.resultsCsv());
    int firstLine = ResultsCsv.lines(rows.subList(0, 1)).length();
    List<Row> before = StoredCsv.read(directory.resultsCsv()).rows();
    for (int length = whole + firstLine + 1; length < all.length; length += 83) {
      if (all[length - 1] == '\n') {
        continue;
      }
      Files.write(directory.resultsCsv(), Arrays.copyOf(all, length));
      StoredCsv contents =
          StoredCsv.read(directory.resultsCsv(), OptionalInt.of(RunManifest.SCHEMA), false);
      assertThat(contents.rows()).isEqualTo(before.subList(0, before.size() - rows.size()));
      assertThat(contents.notes())
          .singleElement()
          .asString()
          .matches("results\\.csv: line \\d+ was cut off when the run ended; .*");
      assertThat(directory.load().rounds())
          .noneMatch(
              round -> round.series().equals(last.series()) && round.number() == last.number());
    }
  }

  @Test
  void aLastRoundThatWasCutAtTheEndOfALineIsLeftOutWithANote() throws IOException {
    Round first = MadeRound.paced().build();
    for (List<Round> rounds : List.of(List.of(first), RUN.rounds())) {
      append(rounds);
      Round last = rounds.get(rounds.size() - 1);
      List<Row> rows = MadeRun.rows(RUN.manifest(), last);
      List<String> lines = Files.readAllLines(directory.resultsCsv());
      int whole = lines.size() - rows.size();
      // Whether the system tells the memory of a fork, a first round alone does not tell.
      int sure = lines.size() - (rounds.size() == 1 ? 1 : 0);
      for (int length = whole + 1; length < sure; length++) {
        Files.write(directory.resultsCsv(), lines.subList(0, length));
        StoredCsv contents =
            StoredCsv.read(directory.resultsCsv(), OptionalInt.of(RunManifest.SCHEMA), false);
        assertThat(contents.rows()).hasSize(whole - 1);
        assertThat(contents.notes())
            .containsExactly(
                "results.csv: the round that ends in line "
                    + length
                    + " is not whole, since the run was killed; left out");
        assertThat(directory.load().manifest().notes()).containsAll(contents.notes());
      }
      Files.write(directory.resultsCsv(), lines);
      assertThat(directory.load().manifest().notes()).isEqualTo(KILLED.notes());
      create();
    }
  }

  @Test
  void aFirstLineThatWasCutOffIsAFileWithoutRows() throws IOException {
    Files.writeString(directory.resultsCsv(), "run,started,comm");

    RunData data = directory.load();

    assertThat(data.rows()).isEmpty();
    assertThat(data.manifest().notes()).contains("results.csv: was cut off in its first line");
  }

  @Test
  void aSumIsThatOfTheRoundsOneByOne() {
    RoundSum sum = new RoundSum();
    assertThat(sum.round()).isEmpty();
    Series series = RUN.rounds().get(0).series();
    for (int number = 1; number <= 2; number++) {
      sum.add(
          new Round(
              series,
              number,
              Map.of(),
              new Counts(Map.of(Count.COMPLETED, 100L * number, Count.CLIENT_MEMORY, 7L)),
              50,
              Optional.empty()));
    }
    Round both = sum.round().orElseThrow();
    assertThat(both.operations()).isEqualTo(300);
    assertThat(both.counts().orZero(Count.CLIENT_MEMORY)).isEqualTo(7);
    assertThat(both.throughput()).isEqualTo(50);
  }
}
