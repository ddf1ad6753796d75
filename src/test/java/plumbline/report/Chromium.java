package plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless browser that opens a page once and tells what came of it. */
final class Chromium {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private Chromium() {}

  /**
   * What came of a page.
   *
   * @param dom the document after its scripts ran
   * @param console what the page wrote to the console, errors and refusals included
   * @param requests addresses on a network that the page asked for
   */
  record Visit(String dom, List<String> console, List<String> requests) {}

  /** What the reader's system asks pages for. */
  enum Theme {
    DARK(0),
    LIGHT(1);

    /** In the words of the browser's settings. */
    private final int preferredColorScheme;

    Theme(int preferredColorScheme) {
      this.preferredColorScheme = preferredColorScheme;
    }
  }

  /** Opens a file as a reader with a light system does. */
  static Visit open(Path page, Path scratch) throws IOException, InterruptedException {
    return open(page, scratch, Theme.LIGHT);
  }

  /**
   * Opens a file. The test is skipped, visibly, on a machine without a browser; with {@code
   * CI=true} it fails there.
   *
   * @param scratch a folder of this visit alone
   */
  static Visit open(Path page, Path scratch, Theme theme) throws IOException, InterruptedException {
    Optional<Path> browser = find();
    String missing = "no Chromium on the PATH: the page was not opened";
    if ("true".equals(System.getenv("CI"))) {
      assertThat(browser).as(missing).isPresent();
    }
    assumeTrue(browser.isPresent(), missing);
    Path netLog = scratch.resolve("net.json");
    Path out = scratch.resolve("dom.html");
    Path err = scratch.resolve("stderr.txt");
    Process process =
        new ProcessBuilder(
                browser.get().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--allow-file-access-from-files",
                // Nothing leaves this machine, whatever the page or the browser wants.
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--user-data-dir=" + scratch.resolve("profile"),
                "--enable-logging=stderr",
                "--v=0",
                "--log-net-log=" + netLog,
                "--blink-settings=preferredColorScheme=" + theme.preferredColorScheme,
                "--window-size=1400,2000",
                "--virtual-time-budget=5000",
                "--dump-dom",
                page.toUri().toString())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new IllegalStateException("Chromium took longer than 60 s, see " + err);
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    List<String> console;
    try (Stream<String> lines = Files.lines(err, StandardCharsets.UTF_8)) {
      console = lines.filter(line -> line.contains("CONSOLE")).toList();
    }
    return new Visit(Files.readString(out), console, requests(netLog));
  }

  private static List<String> requests(Path netLog) throws IOException {
    JsonNode log = new ObjectMapper().readTree(netLog.toFile());
    List<String> requests = new ArrayList<>();
    for (JsonNode event : log.get("events")) {
      String url = event.path("params").path("url").asText("");
      // The browser also asks for things of its own, in vain; those have no page as initiator.
      String initiator = event.path("params").path("initiator").asText("");
      if (initiator.startsWith("file:") && url.matches("(?i)(https?|wss?|ftp):.*")) {
        requests.add(url);
      }
    }
    return requests;
  }

  private static Optional<Path> find() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
