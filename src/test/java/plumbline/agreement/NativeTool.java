package plumbline.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tools that come with the systems, run as a user runs them. */
final class NativeTool {
  private NativeTool() {}

  /** p50 of 50,000 GETs of 100 B with one connection and one in flight, in microseconds. */
  static double redisGetP50Micros(String port, Path folder)
      throws IOException, InterruptedException {
    return figure(
        run(
            folder,
            List.of(
                "redis-benchmark",
                "-p",
                port,
                "-c",
                "1",
                "-d",
                "100",
                "-t",
                "set,get",
                "-n",
                "50000",
                "--precision",
                "3")),
        "====== GET ======.*?50\\.\\d+% <= (\\d+\\.\\d+) milliseconds",
        1_000);
  }

  static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }

  /** The figure that a pattern finds in what a tool printed. */
  static double figure(String output, String pattern, double factor) {
    Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(output);
    assertThat(matcher.find()).as("%s in%n%s", pattern, output).isTrue();
    return Double.parseDouble(matcher.group(1)) * factor;
  }

  /** Runs a tool and returns what it printed. */
  static String run(Path folder, List<String> command) throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "tool", ".txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor()).as("%s", command.get(0)).isZero();
    return Files.readString(output, StandardCharsets.UTF_8);
  }
}
