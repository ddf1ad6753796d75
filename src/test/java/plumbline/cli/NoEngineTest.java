package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import plumbline.result.RunData;
import plumbline.result.file.RunDirectory;
import plumbline.system.docker.FakeEngine;

/**
 * What a run does without an engine, with one that hangs, and with one that cannot get an image. On
 * an idle machine each of them ends, or begins to measure, within 15 s.
 */
@Tag("acceptance")
@DisabledOnOs(OS.WINDOWS)
class NoEngineTest {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  @TempDir private Path folder;

  /** An engine that is in trouble, and how a run says so. */
  private record Trouble(String name, String address, String reason) {}

  @Test
  void inEveryTroubleContainersFailInOneLineAndAutoMeasuresProcessesAndSaysWhy() throws Exception {
    try (FakeEngine silent = new FakeEngine(request -> null);
        FakeEngine busy =
            new FakeEngine(
                request -> request.contains("/_ping") ? FakeEngine.response(200, "OK") : null);
        FakeEngine cutOff =
            FakeEngine.found(
                request -> request.startsWith("POST") ? null : FakeEngine.response(404, "{}"))) {
      String nothing = "unix://" + folder.resolve("nothing.sock");
      List<Trouble> troubles =
          List.of(
              new Trouble("nothing", nothing, "the Docker engine at " + nothing + " does not"),
              new Trouble("silent", silent.address(), "did not answer within 5 s"),
              new Trouble("busy", busy.address(), "did not answer within 5 s"),
              new Trouble(
                  "cut-off",
                  cutOff.address(),
                  "the image redis:8.10.2 is not here, and its pull made no progress for 6 s"));
      // Most of the time is waiting, so they wait together.
      List<Host> failing = startAll(troubles, "containers");
      for (int i = 0; i < troubles.size(); i++) {
        assertFailure(failing.get(i), troubles.get(i));
      }
      List<Host> measuring = startAll(troubles, "auto");
      for (int i = 0; i < troubles.size(); i++) {
        assertProcesses(measuring.get(i), troubles.get(i));
      }
    }
  }

  private List<Host> startAll(List<Trouble> troubles, String servers) throws Exception {
    List<Host> hosts = new ArrayList<>();
    for (Trouble trouble : troubles) {
      Path own = Files.createDirectories(folder.resolve(trouble.name() + "-" + servers));
      hosts.add(
          Host.start(
              own,
              Map.of("DOCKER_HOST", trouble.address()),
              "run",
              "smoke",
              "--servers",
              servers,
              "--only",
              "RedisWireBenchmark.incr"));
    }
    return hosts;
  }

  private static void assertFailure(Host host, Trouble trouble) throws Exception {
    try (host) {
      assertThat(host.exitCode(LIMIT)).as(host.err()).isEqualTo(3);
      assertThat(host.err().lines().filter(line -> line.startsWith("plumbline:")))
          .singleElement()
          .asString()
          .contains(trouble.reason());
      assertThat(host.err()).doesNotContain("\tat ", "Exception");
      assertThat(host.leftovers()).isEmpty();
    }
  }

  private static void assertProcesses(Host host, Trouble trouble) throws Exception {
    try (host) {
      assertThat(host.exitCode(LIMIT)).as(host.err()).isZero();
      assertThat(host.err().lines().filter(line -> line.contains("servers are processes because")))
          .singleElement()
          .asString()
          .contains(trouble.reason());
      RunData data = RunDirectory.open(host.run()).load();
      assertThat(data.manifest().notes()).anyMatch(note -> note.contains(trouble.reason()));
      assertThat(data.rows())
          .isNotEmpty()
          .extracting(row -> row.subject().servers())
          .allMatch(conditions -> conditions.startsWith("processes "));
    }
  }
}
