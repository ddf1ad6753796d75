package plumbline.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run costs does not grow with its rounds. */
class GrowthTest {
  private static final int TENTH = 10;

  @TempDir private Path folder;

  private record Cost(long written, long allocated) {}

  @Test
  @Tag("acceptance")
  void aThousandRoundsFitHalfAGibibyte() throws Exception {
    assertNoGrowth(1_000, "-Xmx512m");
  }

  /** With a histogram for each round, these would need a gigabyte. */
  @Test
  void aHundredRoundsFitALittleMemory() throws Exception {
    assertNoGrowth(100, "-Xmx112m");
  }

  private void assertNoGrowth(int rounds, String heap) throws Exception {
    Path out = folder.resolve("out.txt");
    Process run =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "plumbline.run.LongRun",
                folder.toString(),
                Integer.toString(rounds),
                Integer.toString(TENTH),
                Integer.toString(rounds))
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    try {
      assertThat(run.waitFor(5, TimeUnit.MINUTES)).as("ends in time").isTrue();
    } finally {
      run.destroyForcibly();
    }

    List<String> lines = Files.readAllLines(out, StandardCharsets.UTF_8);
    assertThat(run.exitValue()).as(String.join("\n", lines)).isZero();
    assertThat(lines).last().asString().isEqualTo("series 16 rounds " + 16 * rounds);
    Map<Integer, Cost> costs = new HashMap<>();
    for (String line : lines.subList(0, lines.size() - 1)) {
      String[] cost = line.split(" ");
      costs.put(
          Integer.parseInt(cost[0]), new Cost(Long.parseLong(cost[1]), Long.parseLong(cost[2])));
    }
    Cost tenth = costs.get(TENTH);
    Cost last = costs.get(rounds);
    // Numbers of rounds have more digits at the end, and the JVM leaves out what it can.
    assertThat(last.written()).isLessThan(tenth.written() + tenth.written() / 20);
    assertThat(last.allocated()).isLessThan(tenth.allocated() + tenth.allocated() / 20);
  }
}
