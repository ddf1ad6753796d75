package plumbline.system.tool;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import plumbline.problem.CannotMeasureException;
import plumbline.system.janitor.Watch;

/** One run of a tool as a child process. */
public final class ToolProcess {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  /** Within which the last of what an ended tool printed arrives. */
  private static final int REST_SECONDS = 10;

  private ToolProcess() {}

  /**
   * Runs a command to its end.
   *
   * @param name of the tool, for messages
   * @return what it wrote to its standard output, which is also appended to the log
   * @throws CannotMeasureException if it cannot be started, fails, or takes more than five minutes
   */
  public static String run(String name, List<String> command, ToolJob job) {
    return run(name, command, job, (line, nanos) -> {});
  }

  /** Learns of each line when it is printed, in nanoseconds of {@link System#nanoTime()}. */
  @FunctionalInterface
  public interface Listener {
    void printed(String line, long nanos);
  }

  /** The same for a tool whose lines tell by their time. */
  public static String run(String name, List<String> command, ToolJob job, Listener listener) {
    Path errors = job.scratch().resolve("tool-errors.txt");
    try {
      Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
      Watch.OfProcess watch = Watch.OfProcess.of(process.toHandle());
      job.janitor().watch(watch);
      process.getOutputStream().close();
      CompletableFuture<String> output =
          CompletableFuture.supplyAsync(
              () -> read(process, listener), task -> new Thread(task, name).start());
      String said;
      try {
        await(name, process, job);
        said = output.get(REST_SECONDS, TimeUnit.SECONDS);
      } catch (ExecutionException | TimeoutException e) {
        throw new CannotMeasureException("cannot read what " + name + " prints", e);
      } catch (InterruptedException e) {
        throw interrupted(name, e);
      } finally {
        process.destroyForcibly();
        job.janitor().forget(watch);
      }
      String complained = Files.readString(errors, StandardCharsets.UTF_8);
      Files.writeString(
          job.log(), said + complained, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      if (process.exitValue() != 0) {
        throw new CannotMeasureException(
            name
                + " ended with exit code "
                + process.exitValue()
                + lastLine(complained.isBlank() ? said : complained));
      }
      return said;
    } catch (IOException e) {
      throw new CannotMeasureException("cannot run " + name + ": " + e.getMessage(), e);
    }
  }

  private static String read(Process process, Listener listener) {
    StringBuilder said = new StringBuilder();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        listener.printed(line, System.nanoTime());
        said.append(line).append('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return said.toString();
  }

  private static void await(String name, Process process, ToolJob job) throws InterruptedException {
    if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new CannotMeasureException(
          name + " did not end within " + LIMIT.toMinutes() + " min; see " + job.log());
    }
  }

  private static CannotMeasureException interrupted(String name, InterruptedException e) {
    Thread.currentThread().interrupt();
    return new CannotMeasureException("interrupted while " + name + " was running", e);
  }

  private static String lastLine(String text) {
    return text.lines()
        .filter(line -> !line.isBlank())
        .reduce((earlier, later) -> later)
        .map(line -> ": " + line.strip())
        .orElse("");
  }
}
