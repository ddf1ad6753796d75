package plumbline.system.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import plumbline.load.Load;
import plumbline.problem.CannotMeasureException;
import plumbline.result.Series;
import plumbline.system.janitor.Janitor;
import plumbline.system.process.ProgramPath;
import plumbline.system.tool.ToolJob;

/** The tool with a program in its place that writes down how it was called. */
@DisabledOnOs(OS.WINDOWS)
class RedisBenchmarkToolTest {
  @TempDir private Path folder;

  private RedisBenchmarkTool tool(String script) throws IOException {
    Path program = folder.resolve("redis-benchmark");
    Files.writeString(program, "#!/bin/sh\n" + script);
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return new RedisBenchmarkTool(new ProgramPath(folder.toString()));
  }

  private ToolJob job(String operation, Janitor janitor) {
    Series series =
        new Series(
            "Some.thing",
            new TreeMap<>(Map.of()),
            "redis",
            operation,
            Load.SATURATED,
            16,
            OptionalDouble.empty(),
            20);
    return new ToolJob(
        series,
        5_000,
        Map.of("uri", "redis://127.0.0.1:7001/3"),
        "test-",
        folder,
        folder.resolve("tool.log"),
        janitor);
  }

  @Test
  void itIsCalledWithOurSettings() throws IOException {
    RedisBenchmarkTool tool =
        tool("echo \"$@\" >> " + folder.resolve("calls") + "\necho '\"GET\",\"1234.5\"'\n");
    try (Janitor janitor = Janitor.start()) {
      assertThat(tool.run(job("GET", janitor)).throughput()).isEqualTo(1234.5);
    }
    assertThat(Files.readAllLines(folder.resolve("calls")))
        .satisfiesExactly(
            set -> assertThat(set).matches(".*-n 1 --csv SET test-tool-\\S+ x{20}"),
            get ->
                assertThat(get)
                    .matches(
                        "-h 127.0.0.1 -p 7001 --dbnum 3 -c 1 -P 16 -n 5000 --csv GET"
                            + " test-tool-\\S+"),
            del -> assertThat(del).contains(" DEL test-tool-"));
  }

  @Test
  void aToolThatFailsSaysWhyInOneLine() throws IOException {
    RedisBenchmarkTool tool = tool("echo 'first'; echo 'Error from server: NOAUTH' >&2; exit 1\n");
    try (Janitor janitor = Janitor.start()) {
      assertThatThrownBy(() -> tool.run(job("GET", janitor)))
          .isInstanceOf(CannotMeasureException.class)
          .hasMessage("redis-benchmark ended with exit code 1: Error from server: NOAUTH");
    }
    assertThat(folder.resolve("tool.log")).content().contains("NOAUTH");
  }

  @Test
  void itsVersionIsAskedOnce() throws IOException {
    RedisBenchmarkTool tool =
        tool("echo x >> " + folder.resolve("asked") + "\necho redis-benchmark 7.9.1\n");
    assertThat(tool.version()).isEqualTo("redis-benchmark 7.9.1");
    assertThat(tool.version()).isEqualTo("redis-benchmark 7.9.1");
    assertThat(folder.resolve("asked")).hasContent("x");
  }

  @Test
  void whereItCannotRunItSaysWhy() throws IOException {
    assertThat(new RedisBenchmarkTool(new ProgramPath("")).obstacle(Optional.empty()))
        .contains("is not on the PATH");
    RedisBenchmarkTool tool = tool("");
    assertThat(tool.obstacle(Optional.empty())).isEmpty();
    assertThat(tool.obstacle(Optional.of("redis://localhost"))).isEmpty();
    assertThat(tool.obstacle(Optional.of("redis://:secret@localhost")))
        .contains("is only run on a Redis without TLS and password");
    assertThat(tool.obstacle(Optional.of("rediss://localhost"))).isPresent();
  }
}
