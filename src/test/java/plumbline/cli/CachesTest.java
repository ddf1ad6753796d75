package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import plumbline.result.Row;
import plumbline.result.RunData;
import plumbline.result.file.RunDirectory;

/** The plan `caches`, as a user runs it. */
@Tag("acceptance")
@DisabledOnOs(OS.WINDOWS)
class CachesTest {
  private static final Duration LIMIT = Duration.ofMinutes(4);

  @TempDir private Path folder;

  @Test
  void bothSystemsAreMeasuredOverABareSocket() throws Exception {
    try (Host host =
        Host.start(
            folder,
            "run",
            "caches",
            "--servers",
            "processes",
            "--rounds",
            "1",
            "--only",
            "Redis.*Wire|MemcachedWire")) {
      assertThat(host.exitCode(LIMIT)).as(host.err()).isZero();
      RunData data = RunDirectory.open(host.run()).load();

      assertThat(data.manifest().problems()).isEmpty();
      assertThat(data.rows()).isNotEmpty().allMatch(Row::valid);
      assertThat(lines(data, "memcached")).isEqualTo(lines(data, "redis")).hasSize(4);
      assertThat(data.rows())
          .filteredOn(row -> row.series().system().equals("memcached"))
          .allSatisfy(
              row -> {
                assertThat(row.subject().serverVersion()).startsWith("Memcached 1.");
                assertThat(row.subject().servers()).contains("threads=4").contains("maxmemory=1g");
              });
      assertThat(host.leftovers()).isEmpty();
    }
  }

  private static Set<String> lines(RunData data, String system) {
    return data.rows().stream()
        .filter(row -> row.series().system().equals(system))
        .map(row -> row.series().operation() + " " + row.series().loadText())
        .collect(Collectors.toSet());
  }

  /** Redis comes along where it is not installed; Memcached does not. */
  @Test
  void withoutMemcachedAndAnEngineOneLineSaysHowToInstallIt() throws Exception {
    String nothing = "unix://" + folder.resolve("nothing.sock");
    try (Host host =
        Host.start(
            folder,
            Map.of("PATH", pathWithoutMemcached(), "DOCKER_HOST", nothing),
            "run",
            "caches",
            "--only",
            "WireBenchmark")) {
      assertThat(host.exitCode(LIMIT)).as(host.err()).isEqualTo(3);
      assertThat(host.err().lines().filter(line -> line.startsWith("plumbline:")))
          .singleElement()
          .asString()
          .contains("the Docker engine at " + nothing, "install it (apt-get install memcached");
      assertThat(host.err()).doesNotContain("\tat ", "Exception");
      assertThat(host.leftovers()).isEmpty();
    }
  }

  /** A folder with links to all that is in the folders of the path, but for memcached. */
  private String pathWithoutMemcached() throws Exception {
    Path programs = Files.createDirectory(folder.resolve("programs"));
    for (String place : System.getenv("PATH").split(java.io.File.pathSeparator)) {
      if (Files.isDirectory(Path.of(place))) {
        try (Stream<Path> files = Files.list(Path.of(place))) {
          for (Path file : files.toList()) {
            Path link = programs.resolve(file.getFileName());
            if (!file.endsWith("memcached") && Files.notExists(link)) {
              Files.createSymbolicLink(link, file);
            }
          }
        }
      }
    }
    return programs.toString();
  }
}
