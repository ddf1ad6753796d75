package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of a million rows, in a JVM with little memory. */
@Tag("acceptance")
class LargeFilesTest {
  private static final int ROWS = 1_000_000;

  /** It takes seconds; a machine that is busy with other tests takes longer. */
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @TempDir private Path folder;

  private Path write(String run, long seed, double factor) throws IOException {
    Random random = new Random(seed);
    Path file = folder.resolve(run + ".csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(
          "run,started,commit,plan,benchmark,params,system,operation,load,in_flight,target_rate,"
              + "payload,round,metric,value,unit,samples,valid,reason,servers,server_version,"
              + "client_version,java,host\n");
      String[] metrics = {"p50", "p90", "p99", "max"};
      for (int i = 0; i < ROWS; i++) {
        int series = i / (10 * metrics.length);
        double value = 100 * factor * Math.exp(0.03 * random.nextGaussian());
        out.write(
            String.format(
                Locale.ROOT,
                "%s,2026-01-15T10:20:30Z,0123456789,big,RedisGetBenchmark.get,case=%d,redis,GET,"
                    + "closed,1,,100,%d,%s,%.8f,us,10000,true,,processes,Redis 7.0.15,lettuce,"
                    + "OpenJDK 17,host\n",
                run,
                series,
                i / metrics.length % 10 + 1,
                metrics[i % metrics.length],
                value));
      }
    }
    return file;
  }

  @Test
  void twoFilesOfAMillionRowsAreComparedWithAHeapOfHalfAGibibyte() throws Exception {
    Path base = write("base", 1, 1);
    Path changed = write("new", 2, 2);
    Path out = folder.resolve("out.csv");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "plumbline.cli.Main",
                "compare",
                base.toString(),
                changed.toString(),
                "--alpha",
                "0.9",
                "--format",
                "csv")
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).isZero();
    // A header, and p50 and p99 of every series.
    assertThat(Files.readAllLines(out))
        .hasSize(1 + 2 * ROWS / 40)
        .filteredOn(line -> line.contains(",worse,"))
        .hasSize(2 * ROWS / 40);
  }
}
