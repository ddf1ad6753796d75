package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.result.file.RunDirectory;
import plumbline.testing.MadeRun;

/** Histories and exports as a user calls them. */
class HistoryCommandTest {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @TempDir private Path folder;

  private Said say(String... arguments) throws Exception {
    try (Host host = Host.start(folder, arguments)) {
      return new Said(host.exitCode(LIMIT), host.out(), host.err());
    }
  }

  @Test
  void aRunGoesIntoAHistoryAndToTrackers() throws Exception {
    RunDirectory run = MadeRun.write(MadeRun.quick(), folder.resolve("results"));

    Said added = say("history", "add", "results/latest", "--to", "h/quick.csv");
    assertThat(added.err()).isEmpty();
    assertThat(added.exitCode()).isZero();
    assertThat(added.out()).contains(": added, ", "Files: h/quick.csv, h/quick.otava.yaml");
    assertThat(say("history", "add", "--to", "h/quick.csv").out())
        .contains(": is there already, nothing changed");

    String history = folder + "/h/quick.csv";
    String page = folder + "/pages/h.html";
    assertThat(Said.by("history", "show", history).out()).contains("Too few runs");
    assertThat(Said.by("history", "show", history, "--out", page).out())
        .isEqualTo("Wrote " + page + "\n");
    assertThat(Path.of(page)).content().startsWith("<!doctype html>");

    assertThat(Said.by("export", run.path().toString(), "--to", "bencher").out())
        .startsWith("{\n  \"KafkaAckBenchmark.ack;");
    assertThat(say("export", "--to", "github-action-benchmark", "--out", "gh").exitCode()).isZero();
    assertThat(folder.resolve("gh")).isDirectoryContaining("glob:**/customBiggerIsBetter.json");
  }

  @Test
  void badInputIsOneLineAndExitTwo() throws Exception {
    String run =
        MadeRun.write(new MadeRun().fail("RedisGet", 1, "why").build(), folder).path().toString();
    String broken = folder + "/broken.csv";
    Files.writeString(
        Path.of(broken), "time,commit,branch,X:p50\n2026-01-01T00:00:00Z,a,main,fast\n");

    assertOneLine(
        Said.by("history", "show", broken),
        "plumbline: " + broken + ":2: X:p50: 'fast' is not a number\n");
    assertOneLine(
        Said.by("history", "add", run, "--to", folder + "/h.csv"),
        "plumbline: 20260115-102030-quick: is incomplete (FAILED: why); its figures are taken only"
            + " with --allow-incomplete\n");
    assertOneLine(
        Said.by("history", "show", broken, "--alpha", "2"),
        "plumbline: --alpha: must lie between 0 and 1, such as 0.05\n");
    assertOneLine(
        Said.by("export", run, "--to", "github-action-benchmark", "--allow-incomplete"),
        "plumbline: --to github-action-benchmark makes two files; give a folder with --out\n");
    assertThat(folder.resolve("h.csv")).doesNotExist();
  }

  private static void assertOneLine(Said said, String line) {
    assertThat(said.err()).isEqualTo(line);
    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
  }
}
