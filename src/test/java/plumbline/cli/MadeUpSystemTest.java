package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.result.RunData;
import plumbline.result.RunManifest;
import plumbline.result.file.RunDirectory;
import plumbline.system.process.JavaCommand;
import plumbline.system.process.Ports;

/**
 * A system that nobody has heard of, from its options to its report: the classes of {@code
 * src/test/madeup} lie beside the program on the class path, as those of anybody could.
 */
class MadeUpSystemTest {
  private static final Path SOURCES =
      Path.of(System.getProperty("plumbline.basedir", "."), "src", "test", "madeup");

  private static final Duration LIMIT = Duration.ofMinutes(3);

  private static final String PLAN =
      """
      description: what a parrot takes to say it again
      rounds: 5
      warmup: 200 ms
      warm_servers: false
      measure: 300 ms
      claims: %s
      benchmarks:
        - benchmark: ParrotSayBenchmark
      """;

  private static final String CLAIMS =
      """
      claims:
        - id: parrot-seconds
          statement: A parrot takes seconds
          group: parrot
          kind: band
          select: {system: parrot}
          metric: [p50]
          at_least: 1 s
          below: 60 s
      """;

  @TempDir static Path classes;

  @TempDir Path folder;

  @BeforeAll
  static void compile() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files =
            compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
        Stream<Path> sources = Files.walk(SOURCES)) {
      boolean compiled =
          compiler
              .getTask(
                  null,
                  files,
                  null,
                  List.of(
                      "-d",
                      classes.toString(),
                      "-processor",
                      "org.openjdk.jmh.generators.BenchmarkProcessor"),
                  null,
                  files.getJavaFileObjectsFromPaths(
                      sources.filter(file -> file.toString().endsWith(".java")).toList()))
              .call();
      assertThat(compiled).isTrue();
    }
    Path service = Path.of("META-INF", "services", "plumbline.system.spi.ServerSystem");
    Files.createDirectories(classes.resolve(service).getParent());
    Files.copy(SOURCES.resolve(service), classes.resolve(service));
  }

  private Host host(String... arguments) throws IOException {
    return Host.start(folder, classes, arguments);
  }

  private Path plan() throws IOException {
    Path claims = Files.writeString(folder.resolve("parrot-claims.yaml"), CLAIMS);
    return Files.writeString(folder.resolve("parrot.yaml"), PLAN.formatted(claims));
  }

  @Test
  void itsOptionsBenchmarksAndToolsAreListed() throws Exception {
    try (Host help = host("run", "--help")) {
      assertThat(help.exitCode(LIMIT)).isZero();
      assertThat(help.out()).contains("--parrot=HOST:PORT", "Your own parrot.", "--redis=URI");
    }
    try (Host help = host("--help")) {
      assertThat(help.exitCode(LIMIT)).isZero();
      assertThat(help.out()).contains("Parrot and Redis where you run them");
    }
    try (Host list = host("list")) {
      assertThat(list.exitCode(LIMIT)).isZero();
      assertThat(list.out()).contains("ParrotSayBenchmark.say");
    }
  }

  @Test
  void whatItCannotBeIsOneLine() throws Exception {
    String plan = plan().toString();
    try (Host host = host("run", plan, "--servers", "containers")) {
      assertThat(host.exitCode(LIMIT)).isEqualTo(ExitCode.COULD_NOT_MEASURE);
      assertThat(host.err()).contains("Parrot has no container image");
    }
    try (Host host = host("run", plan, "--servers", "external")) {
      assertThat(host.exitCode(LIMIT)).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(host.err()).contains("--servers external needs --parrot host:port for parrot");
    }
  }

  @Test
  @Tag("acceptance")
  void itIsStartedMeasuredJudgedAndReported() throws Exception {
    try (Host host = host("run", plan().toString(), "--details")) {
      assertThat(host.exitCode(LIMIT)).as(host.err()).isZero();
      assertThat(host.out()).contains("Parrot say", "A parrot takes seconds", "REFUTED");

      RunData data = RunDirectory.open(host.run()).load();
      RunManifest.Server server = data.manifest().servers().get(0);
      assertThat(server.system()).isEqualTo("parrot");
      assertThat(server.provider()).isEqualTo("processes");
      assertThat(server.product()).isEqualTo("Grey Parrot");
      assertThat(server.conditions()).containsEntry("wings", "2");
      assertThat(data.manifest().notes())
          .contains("servers are processes because Parrot has no container image");
      assertThat(Files.readString(host.run().resolve("report.md"))).contains("Parrot say");
      assertThat(Files.readString(host.run().resolve("report.html"))).contains("Parrot say");
      assertThat(host.leftovers()).isEmpty();
    }
  }

  @Test
  @Tag("acceptance")
  void theUsersOwnIsMeasuredAndTheReportSaysWhatStaysOnIt() throws Exception {
    int port = Ports.free(1).get(0);
    List<String> command =
        JavaCommand.of(
            List.of("-Xmx32m"), "plumbline.system.parrot.ParrotMain", List.of(port + ""));
    command.set(
        command.indexOf("-cp") + 1,
        command.get(command.indexOf("-cp") + 1) + File.pathSeparator + classes);
    Process parrot = new ProcessBuilder(command).inheritIO().start();
    try (Host host = host("run", plan().toString(), "--parrot", "127.0.0.1:" + port)) {
      assertThat(host.exitCode(LIMIT)).as(host.err()).isZero();
      assertThat(parrot.isAlive()).isTrue();
      assertThat(Files.readString(host.run().resolve("report.md")))
          .contains(
              "parrot at 127.0.0.1:"
                  + port
                  + " cannot list what this run made on it; all of it expires within 5 s");
    } finally {
      parrot.destroyForcibly();
    }
  }
}
