package plumbline.result.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.load.Load;
import plumbline.result.Count;
import plumbline.result.HistogramKind;
import plumbline.result.Metric;
import plumbline.result.Round;
import plumbline.result.Row;
import plumbline.result.RunData;
import plumbline.result.Series;
import plumbline.testing.MadeRound;
import plumbline.testing.MadeRun;
import plumbline.testing.MadeSeries;

/** A round of a paced load, from the fork's histograms and counts to the files and back. */
class PacedRoundTest {
  private static final RunData QUICK = new MadeRun().rounds(1).build();

  static final Series PACED = MadeSeries.paced("RedisPacedBenchmark.get", 2_000);

  @TempDir private Path results;

  private static MadeRound paced() {
    MadeRound round =
        new MadeRound(PACED, 1)
            .with(Count.SCHEDULED, 2_000)
            .with(Count.COMPLETED, 1_990)
            .with(Count.LOST, 0)
            .with(Count.MEASURED_TIME, MadeRound.SECOND)
            .with(Count.CLIENT_CPU_TIME, 199_000_000)
            .throughput(1_990);
    long nanos = 1_000;
    for (HistogramKind kind : HistogramKind.values()) {
      round.with(kind, nanos, 2_000);
      nanos *= 2;
    }
    // Neighbours are the smaller ones of two.
    return round.without(HistogramKind.NEIGHBOURS);
  }

  private static double value(List<Row> rows, Metric metric) {
    return rows.stream()
        .filter(row -> row.metric() == metric && row.round().equals(OptionalInt.of(1)))
        .mapToDouble(Row::value)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theRowsOfAPacedRoundSayResponseServiceLagAndRate() {
    List<Row> rows = MadeRun.rows(QUICK.manifest(), paced().build());

    assertThat(value(rows, Metric.P99)).isCloseTo(1, within(0.001));
    assertThat(value(rows, Metric.SERVICE_P99)).isCloseTo(4, within(0.004));
    assertThat(value(rows, Metric.LAG_P99)).isCloseTo(8, within(0.008));
    assertThat(value(rows, Metric.RATE_ACHIEVED)).isCloseTo(99.5, within(1e-9));
    assertThat(value(rows, Metric.CLIENT_CPU)).isCloseTo(100, within(1e-9));
    assertThat(value(rows, Metric.LOST)).isZero();
    // Nobody looked for it, which is not the same as none.
    assertThat(rows).noneMatch(row -> row.metric() == Metric.DUPLICATED);
  }

  @Test
  void histogramsAndCountsComeBackFromTheFiles() throws IOException {
    Round before = paced().build();
    RunDirectory directory = MadeRun.write(QUICK, results);
    write(directory, before);
    Round after = directory.load().rounds(PACED).get(0);

    assertThat(after.histograms()).isEqualTo(before.histograms());
    assertThat(after.counts()).isEqualTo(before.counts());
    assertThat(after.throughput()).isEqualTo(before.throughput());
  }

  @Test
  void aFailedRoundKeepsWhatWasCounted() throws IOException {
    Round before = paced().with(Count.LOST, 3).failed("3 messages were lost").build();
    RunDirectory directory = MadeRun.write(QUICK, results);
    write(directory, before);
    RunData read = directory.load();

    assertThat(read.rounds(PACED).get(0).counts()).isEqualTo(before.counts());
    assertThat(read.roundRows(PACED, Metric.LOST)).hasSize(1).noneMatch(Row::valid);
    assertThat(read.merged(PACED, Metric.LOST)).isEmpty();
  }

  private static void write(RunDirectory directory, Round round) {
    List<Row> rows = new java.util.ArrayList<>(directory.load().rows());
    MadeRun.append(directory, round);
    rows.addAll(MadeRun.rows(QUICK.manifest(), List.of(round)));
    ResultsCsv.write(directory.resultsCsv(), rows);
  }

  @Test
  void aHistogramOfANewerVersionIsLeftOutWithANote() throws IOException {
    RunDirectory directory = MadeRun.write(QUICK, results);
    String text = Files.readString(directory.histograms(), StandardCharsets.ISO_8859_1);
    Files.writeString(
        directory.histograms(),
        text.replaceFirst(";pauses,", ";weather,"),
        StandardCharsets.ISO_8859_1);

    assertThat(directory.load().manifest().notes())
        .contains("histograms.hlog: the histogram 'weather' of a newer version was ignored");
  }

  @Test
  void onlyAPacedLoadHasNothingInFlight() {
    assertThatThrownBy(
            () ->
                new Series(
                    "A.b",
                    new TreeMap<>(),
                    "redis",
                    "GET",
                    Load.CLOSED,
                    0,
                    OptionalDouble.empty(),
                    0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("in flight must be at least 1, not 0");
    assertThat(PACED.loadText()).isEqualTo("paced, 2000 ops/s");
  }
}
