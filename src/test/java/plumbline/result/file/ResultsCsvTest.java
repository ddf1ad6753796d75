package plumbline.result.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.problem.BadInputException;
import plumbline.result.Metric;
import plumbline.result.Row;
import plumbline.result.RunData;
import plumbline.result.RunManifest;
import plumbline.testing.MadeRun;

class ResultsCsvTest {
  private static final RunData RUN =
      new MadeRun().rounds(2).fail("RedisGet", 2, "died, \"in\" the middle").build();

  /** The columns of the design, in its order. */
  private static final String HEADER =
      "run,started,commit,plan,benchmark,params,system,operation,load,in_flight,target_rate,payload,"
          + "round,metric,value,unit,samples,valid,warnings,reason,servers,promise,server_version,"
          + "client_version,java,host";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() {
    file = folder.resolve("results.csv");
    ResultsCsv.write(file, RUN.rows());
  }

  private List<String> lines() throws IOException {
    return new ArrayList<>(Files.readAllLines(file));
  }

  private void write(List<String> lines) throws IOException {
    Files.writeString(file, String.join("\n", lines) + "\n");
  }

  /** Changes one field of the second row; no field before the reason holds a comma. */
  private void change(String column, String value) throws IOException {
    List<String> lines = lines();
    String[] fields = lines.get(2).split(",", -1);
    fields[List.of(HEADER.split(",")).indexOf(column)] = value;
    lines.set(2, String.join(",", fields));
    write(lines);
  }

  private void assertRefused(String message) {
    assertThatThrownBy(() -> StoredCsv.read(file))
        .isInstanceOf(BadInputException.class)
        .hasMessage(file + message);
  }

  @Test
  void columnsAreThoseOfTheDesign() throws IOException {
    assertThat(lines().get(0)).isEqualTo(HEADER);
    assertThat(Files.readString(file)).doesNotContain("\r").endsWith("\n");
  }

  @Test
  void rowsComeBackAsTheyWere() {
    StoredCsv contents = StoredCsv.read(file);
    assertThat(contents.notes()).isEmpty();
    assertThat(contents.rows()).hasSameSizeAs(RUN.rows());
    for (int i = 0; i < contents.rows().size(); i++) {
      assertThat(rounded(contents.rows().get(i))).isEqualTo(rounded(RUN.rows().get(i)));
    }
  }

  /** The file keeps nine digits. */
  private static String rounded(Row row) {
    return CsvColumn.headers().size()
        + Arrays.stream(CsvColumn.values())
            .map(column -> column.of(row))
            .collect(Collectors.joining("|"));
  }

  @Test
  void readFileWrittenAgainIsTheSameBytes() throws IOException {
    Path again = folder.resolve("again.csv");
    ResultsCsv.write(again, StoredCsv.read(file).rows());
    assertThat(Files.readAllBytes(again)).isEqualTo(Files.readAllBytes(file));
  }

  @Test
  void failureRowHasAReasonAndNoValue() {
    assertThat(StoredCsv.read(file).rows())
        .filteredOn(row -> row.metric() == Metric.FAILURE)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.value()).isNaN();
              assertThat(row.valid()).isFalse();
              assertThat(row.reason()).isEqualTo("died, \"in\" the middle");
            });
  }

  @Test
  void orderOfColumnsBomAndCrlfDoNotMatter() throws IOException {
    List<String> reversed =
        RUN.rows().stream()
            .filter(row -> row.metric() != Metric.FAILURE)
            .map(
                row -> {
                  List<String> fields =
                      new ArrayList<>(
                          Arrays.stream(CsvColumn.values()).map(column -> column.of(row)).toList());
                  Collections.reverse(fields);
                  return String.join(",", fields);
                })
            .toList();
    List<String> header = new ArrayList<>(CsvColumn.headers());
    Collections.reverse(header);
    Files.writeString(
        file,
        "\uFEFF" + String.join(",", header) + "\r\n" + String.join("\r\n", reversed) + "\r\n");
    assertThat(StoredCsv.read(file).rows()).hasSize(reversed.size());
    assertThat(StoredCsv.read(file).rows().get(0).series()).isEqualTo(RUN.rows().get(0).series());
  }

  @Test
  void unknownColumnIsIgnoredWithANote() throws IOException {
    List<String> lines = lines().stream().map(line -> line + ",7").collect(Collectors.toList());
    lines.set(0, HEADER + ",temperature");
    write(lines);
    assertThat(StoredCsv.read(file).rows()).hasSameSizeAs(RUN.rows());
    assertThat(StoredCsv.read(file).notes())
        .containsExactly("results.csv: the unknown column 'temperature' was ignored");
  }

  @Test
  void unknownMetricOfANewerVersionIsIgnoredWithANote() throws IOException {
    change("metric", "p42");
    assertThat(StoredCsv.read(file, OptionalInt.of(RunManifest.SCHEMA + 1), true).notes())
        .containsExactly("results.csv: the metric p42 of a newer version was ignored");
    assertThat(StoredCsv.read(file, OptionalInt.of(RunManifest.SCHEMA + 1), true).rows())
        .hasSize(RUN.rows().size() - 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "value|abc|value: 'abc' is not a number",
        "value|NaN|value: 'NaN' is not a finite number of 0 or more",
        "value|Infinity|value: 'Infinity' is not a finite number of 0 or more",
        "value|-3|value: '-3' is not a finite number of 0 or more",
        "value|''|value: '' is not a number",
        "unit|ms|unit: p90 is in 'us', not 'ms'",
        "samples|-1|samples: '-1' is not a whole number of 0 or more",
        "samples|1.5|samples: '1.5' is not a whole number of 0 or more",
        "round|0|round: '0' is not a whole number of 1 or more, nor 'all'",
        "round|every|round: 'every' is not a whole number of 1 or more, nor 'all'",
        "in_flight|0|in_flight: '0' is not a whole number of 1 or more",
        "payload|x|payload: 'x' is not a whole number of 0 or more",
        "target_rate|fast|target_rate: 'fast' is not a number",
        "load|open|load: no such load: open; known: closed, paced, saturated",
        "valid|yes|valid: 'yes' is neither true nor false",
        "started|now|started: 'now' is not a UTC time such as 2026-01-31T12:00:00Z",
        "params|acks|params: not name=value: acks",
        "benchmark|''|benchmark: is empty",
        "value|1e300|value: '1e300' us is more than a day",
        "value|5d|value: '5d' is not a plain number",
        "warnings|rate-missed percent=x|warnings: 'rate-missed percent=x' is not like 'rate-missed"
            + " percent=1'",
        "promise|Disk|promise: no such promise: Disk; there are memory, process, disk, unknown",
        "value|12.5ms|value: '12.5ms' is not a number",
      })
  void damagedFieldIsNamedWithItsLineAndColumn(String column, String value, String message)
      throws IOException {
    change(column, value);
    assertRefused(":3: " + message);
  }

  @Test
  void unknownMetricIsNamedWithTheKnownOnes() throws IOException {
    change("metric", "p91");
    assertThatThrownBy(() -> StoredCsv.read(file))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith(file + ":3: metric: there is no 'p91'; known: p50, p90, ")
        .hasMessageEndingWith("(did you mean p90?)");
  }

  @Test
  void missingColumnIsNamed() throws IOException {
    List<String> lines = lines();
    lines.set(0, HEADER.replace("samples", "sample"));
    write(lines);
    assertRefused(":1: the column samples is missing (is 'sample' meant to be it?)");
    lines.set(0, HEADER.replace("servers", "host"));
    write(lines);
    assertRefused(":1: the column servers is missing");
  }

  @Test
  void aColumnOfSchema3MayOnlyBeMissingWithTheOther() throws IOException {
    List<String> lines = lines();
    lines.set(0, HEADER.replace("promise", "pledge"));
    write(lines);
    assertRefused(":1: the column promise is missing");
    lines.set(0, HEADER.replace("promise", "pledge").replace("warnings", "marks"));
    write(lines);
    assertThat(StoredCsv.read(file).notes()).hasSize(2);
    assertThatThrownBy(() -> StoredCsv.read(file, OptionalInt.of(3), true))
        .hasMessage(file + ":1: the column warnings is missing");
  }

  @Test
  void truncatedFileIsRefused() throws IOException {
    String text = Files.readString(file);
    int fifth = text.indexOf('\n', text.length() / 2);
    Files.writeString(file, text.substring(0, fifth - 3));
    long line = text.substring(0, fifth).lines().count();
    assertRefused(":" + line + ": truncated, the last line has no end");
    List<String> lines = lines();
    lines.set(3, lines.get(3).substring(0, 60));
    write(lines);
    assertThatThrownBy(() -> StoredCsv.read(file))
        .hasMessageMatching(
            ".*results\\.csv:4: truncated line: \\d+ fields, but the header has 26");
  }

  @Test
  void emptyMissingAndBinaryFilesAreRefused() throws IOException {
    Files.writeString(file, "");
    assertRefused(":1: the file is empty, or its first line is");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, '\n'});
    assertRefused(": is not UTF-8 text");
    Files.delete(file);
    assertRefused(": no such file");
  }

  @Test
  void brokenQuotesAreRefused() throws IOException {
    List<String> lines = lines();
    lines.set(2, "\"" + lines.get(2));
    Files.write(file, lines, StandardCharsets.UTF_8);
    assertThatThrownBy(() -> StoredCsv.read(file))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith(file + ":3: not valid CSV");
  }

  @Test
  void sameFigureTwiceIsRefused() throws IOException {
    List<String> lines = lines();
    lines.add(lines.get(2));
    write(lines);
    assertRefused(":" + lines.size() + ": the same run, series, round and metric as in line 3");
  }
}
