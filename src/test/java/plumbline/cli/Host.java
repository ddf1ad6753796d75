package plumbline.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The program in a JVM of its own, in a folder of its own, as a user starts it. */
final class Host implements AutoCloseable {
  private final Process process;
  private final Path folder;
  private final Path temp;

  private Host(Process process, Path folder, Path temp) {
    this.process = process;
    this.folder = folder;
    this.temp = temp;
  }

  /**
   * Starts a command.
   *
   * @param folder its working directory; output goes to files there, temporary files to a folder
   *     {@code tmp}
   */
  static Host start(Path folder, String... arguments) throws IOException {
    return start(folder, Map.of(), arguments);
  }

  /**
   * Starts a command.
   *
   * @param environment variables in addition to those of the test
   */
  static Host start(Path folder, Map<String, String> environment, String... arguments)
      throws IOException {
    return start(folder, System.getProperty("java.class.path"), environment, arguments);
  }

  /**
   * Starts a command.
   *
   * @param classes folder of classes beside those of the program
   */
  static Host start(Path folder, Path classes, String... arguments) throws IOException {
    String all = System.getProperty("java.class.path") + File.pathSeparator + classes;
    return start(folder, all, Map.of(), arguments);
  }

  private static Host start(
      Path folder, String classPath, Map<String, String> environment, String... arguments)
      throws IOException {
    Path temp = Files.createDirectories(folder.resolve("tmp"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx512m");
    // What comes out is looked at, not how fast; the forks take it over, and start sooner.
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Djava.io.tmpdir=" + temp);
    command.add("-Djmh.ignoreLock=true");
    command.add("-cp");
    command.add(classPath);
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    Process process =
        builder
            .directory(folder.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(folder.resolve("stdout").toFile())
            .redirectError(folder.resolve("stderr").toFile())
            .start();
    return new Host(process, folder, temp);
  }

  /** Waits for the end and returns the exit code. */
  int exitCode(Duration limit) throws InterruptedException {
    if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("still running after " + limit + "; it said: " + err());
    }
    return process.exitValue();
  }

  String out() {
    return read("stdout");
  }

  String err() {
    return read("stderr");
  }

  private String read(String name) {
    try {
      return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  long pid() {
    return process.pid();
  }

  /** Everything that it started, with what they started. */
  List<ProcessHandle> descendants() {
    return process.descendants().toList();
  }

  /** Waits until a descendant runs whose command line has these words. */
  ProcessHandle await(String words) {
    return Awaitility.await("a process with " + words + "; stderr: " + err())
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> find(words), Optional::isPresent)
        .orElseThrow();
  }

  private Optional<ProcessHandle> find(String words) {
    if (!process.isAlive()) {
      throw new AssertionError("ended before " + words + " ran; it said: " + err());
    }
    return process.descendants().filter(child -> commandLine(child).contains(words)).findFirst();
  }

  static String commandLine(ProcessHandle process) {
    // ProcessHandle.Info truncates long command lines; the kernel does not.
    try {
      return Files.readString(
              Path.of("/proc", Long.toString(process.pid()), "cmdline"),
              StandardCharsets.ISO_8859_1)
          .replace('\0', ' ');
    } catch (IOException e) {
      return "";
    }
  }

  /** Sends a signal by its number: 2 for Ctrl-C, 9 for SIGKILL. */
  void signal(int number) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + number, Long.toString(pid())).start().waitFor();
  }

  /** What is left in its folder for temporary files. */
  List<Path> leftovers() throws IOException {
    try (Stream<Path> files = Files.list(temp)) {
      // JVMs keep their own performance data there while they run, JMH its lock.
      return files
          .filter(file -> !file.getFileName().toString().startsWith("hsperfdata"))
          .filter(file -> !file.getFileName().toString().equals("jmh.lock"))
          .toList();
    }
  }

  /** The run's directory. */
  Path run() throws IOException {
    try (Stream<Path> runs = Files.list(folder.resolve("results"))) {
      return runs.filter(run -> !run.getFileName().toString().equals("latest"))
          .findFirst()
          .orElseThrow();
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
