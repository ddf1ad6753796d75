package plumbline.run.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import plumbline.problem.CannotMeasureException;
import plumbline.result.Count;
import plumbline.result.HistogramKind;
import plumbline.result.Histograms;
import plumbline.result.Series;
import plumbline.testing.MadeSeries;

class JmhResultsTest {
  private static final Series SERIES = MadeSeries.GET;

  @TempDir private Path folder;

  private static RunResult fork(Random random) {
    Histogram latencies = Histograms.create();
    for (int i = 0; i < 1_000; i++) {
      latencies.recordValue(20_000 + random.nextInt(50_000));
    }
    Histogram pauses = Histograms.create();
    pauses.recordValue(1 + random.nextInt(1_000_000));
    return MadeForks.fork(
        "plumbline.bench.Some.one",
        random.nextInt(100_000) / 7.0,
        Map.of(HistogramKind.LATENCY, latencies, HistogramKind.PAUSES, pauses),
        Map.of(Count.STARTED, 1_000L + random.nextInt(10), Count.CLIENT_MEMORY, 1L << 24));
  }

  @Test
  void theFileIsThatOfAllForksWithTheirHistograms() throws IOException {
    Random random = new Random(1);
    JmhResults results = new JmhResults();
    List<BenchmarkResult> whole = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      RunResult fork = fork(random);
      whole.addAll(fork.getBenchmarkResults());
      results.add(SERIES, fork);
    }

    results.write(folder.resolve("jmh.json"));

    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    ResultFormatFactory.getInstance(
            ResultFormatType.JSON, new PrintStream(expected, true, StandardCharsets.UTF_8))
        .writeOut(List.of(new RunResult(MadeForks.params("plumbline.bench.Some.one", 5), whole)));
    String json = Files.readString(folder.resolve("jmh.json"));
    assertThat(json)
        .contains("\"forks\" : 5", "\"latency\"", "\"pauses\"", "\"99.0\"")
        .isEqualTo(expected.toString(StandardCharsets.UTF_8));
  }

  @Test
  void aFileThatCannotBeWrittenIsLeftWhole() throws IOException {
    Path file = Files.createDirectory(folder.resolve("jmh.json"));
    Files.writeString(file.resolve("in the way"), "");
    JmhResults results = new JmhResults();
    results.add(SERIES, fork(new Random(1)));

    assertThatThrownBy(() -> results.write(file))
        .isInstanceOf(CannotMeasureException.class)
        .hasMessageStartingWith("cannot write " + file + ": ");
    assertThat(folder).isDirectoryNotContaining(path -> path.toString().endsWith(".tmp"));
  }
}
