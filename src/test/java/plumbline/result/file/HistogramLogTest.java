package plumbline.result.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.HistogramLogProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.problem.BadInputException;
import plumbline.result.HistogramKind;
import plumbline.result.Metric;
import plumbline.result.Round;
import plumbline.result.Row;
import plumbline.result.RunData;
import plumbline.result.Series;
import plumbline.testing.MadeRun;

class HistogramLogTest {
  private static final RunData RUN = new MadeRun().rounds(2).without("loopback").build();

  @TempDir Path folder;

  private Path log() {
    return MadeRun.write(RUN, folder).histograms();
  }

  @Test
  void hdrHistogramsOwnToolComputesTheFiguresOfTheRows() throws Exception {
    Path log = log();
    for (Series series :
        RUN.series().stream().filter(s -> !s.benchmark().startsWith("Rec")).toList()) {
      Path out = folder.resolve("out");
      HistogramLogProcessor processor =
          new HistogramLogProcessor(
              new String[] {
                "-i", log.toString(),
                "-o", out.toString(),
                "-tag", HistogramLog.tag(series, 2, HistogramKind.LATENCY),
                "-outputValueUnitRatio", "1000"
              });
      processor.start();
      processor.join();
      List<Row> rows =
          RUN.rows().stream()
              .filter(row -> row.series().equals(series))
              .filter(row -> row.round().orElse(0) == 2)
              .toList();
      String percentiles = Files.readString(folder.resolve("out.hgrm"));
      assertThat(percentiles).contains(decimals(find(rows, Metric.P50)));
      assertThat(maximum(percentiles)).isEqualTo(decimals(find(rows, Metric.MAX)));
      assertThat(mean(percentiles)).isEqualTo(decimals(find(rows, Metric.MEAN)));
      // The last line of the interval log: (50% 90% Max) of the interval, then of the total
      // 50% 90% 99% 99.9% 99.99% Max.
      List<String> lines = Files.readAllLines(out);
      String last = lines.get(lines.size() - 1);
      String total = last.substring(last.lastIndexOf('(') + 1, last.lastIndexOf(')'));
      String[] figures = total.strip().split("\\s+");
      assertThat(figures[0]).isEqualTo(decimals(find(rows, Metric.P50)));
      assertThat(figures[1]).isEqualTo(decimals(find(rows, Metric.P90)));
      assertThat(figures[2]).isEqualTo(decimals(find(rows, Metric.P99)));
      OptionalDouble tail = figure(rows, Metric.P99_9);
      if (tail.isPresent()) {
        assertThat(figures[3]).isEqualTo(decimals(tail.getAsDouble()));
      }
      assertThat(figures[5]).isEqualTo(decimals(find(rows, Metric.MAX)));
    }
  }

  private static OptionalDouble figure(List<Row> rows, Metric metric) {
    return rows.stream().filter(row -> row.metric() == metric).mapToDouble(Row::value).findFirst();
  }

  private static double find(List<Row> rows, Metric metric) {
    return figure(rows, metric).orElseThrow();
  }

  private static String decimals(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static String maximum(String percentiles) {
    return group(percentiles, "Max\\s*=\\s*([0-9.]+)");
  }

  private static String mean(String percentiles) {
    return group(percentiles, "Mean\\s*=\\s*([0-9.]+)");
  }

  private static String group(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private record Contents(List<HistogramLog.Entry> entries, List<String> notes) {}

  private static Contents read(Path log, boolean complete) {
    List<HistogramLog.Entry> entries = new ArrayList<>();
    return new Contents(entries, HistogramLog.read(log, complete, entries::add));
  }

  @Test
  void entriesComeBackInOrderWithTheirTags() {
    Path log = log();
    Contents contents = read(log, true);
    assertThat(contents.entries()).hasSize(2 * RUN.rounds().size());
    HistogramLog.Entry first = contents.entries().get(0);
    Round round = RUN.rounds().get(0);
    assertThat(first.seriesTag()).isEqualTo(round.series().tag());
    assertThat(first.round()).isEqualTo(1);
    assertThat(first.kind()).isEqualTo(HistogramKind.LATENCY);
    assertThat(HistogramLog.read(log, first.place())).isEqualTo(round.latencies().orElseThrow());
    assertThat(contents.entries().get(1).kind()).isEqualTo(HistogramKind.PAUSES);
    assertThat(HistogramLog.read(log, contents.entries().get(1).place()))
        .isEqualTo(round.pauses().orElseThrow());
  }

  @Test
  void cutOffLastLineIsKeptOutOfAnIncompleteRunAndRefusedInACompleteOne() throws IOException {
    Path log = log();
    byte[] bytes = Files.readAllBytes(log);
    int whole = read(log, true).entries().size();
    for (int cut : new int[] {1, 2, 10, 100}) {
      Files.write(log, java.util.Arrays.copyOf(bytes, bytes.length - cut));
      Contents contents = read(log, false);
      assertThat(contents.entries()).hasSize(whole - 1);
      assertThat(contents.notes()).hasSize(1);
      assertThatThrownBy(() -> read(log, true))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("damaged");
    }
  }

  @Test
  void damagedLineInTheMiddleIsNamedEvenInAnIncompleteRun() throws IOException {
    Path log = log();
    List<String> lines = Files.readAllLines(log);
    for (String damage :
        List.of(
            lines.get(8).substring(0, 60),
            lines.get(8).replace("HIST", "HIS"),
            lines.get(8).replaceFirst(",HIST.{40}", ",HIST" + "A".repeat(40)),
            lines.get(8).replaceFirst("^Tag=[^,]*,", ""),
            lines.get(8).replaceFirst(";round=\\d+", ""),
            "hello")) {
      List<String> damaged = new ArrayList<>(lines);
      damaged.set(8, damage);
      Files.write(log, damaged, StandardCharsets.UTF_8);
      assertThatThrownBy(() -> read(log, false))
          .as(damage)
          .isInstanceOf(BadInputException.class)
          .hasMessage(log + ":9: damaged: not a histogram with a tag and a round");
    }
  }
}
