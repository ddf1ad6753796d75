package plumbline.system.tool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import plumbline.problem.CannotMeasureException;
import plumbline.system.janitor.Watch;

/** One run of a tool as a child process. */
public final class ToolProcess {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private ToolProcess() {}

  /**
   * Runs a command to its end.
   *
   * @param name of the tool, for messages
   * @return what it wrote to its standard output, which is also appended to the log
   * @throws CannotMeasureException if it cannot be started, fails, or takes more than five minutes
   */
  public static String run(String name, List<String> command, ToolJob job) {
    Path output = job.scratch().resolve("tool-output.txt");
    Path errors = job.scratch().resolve("tool-errors.txt");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(output.toFile())
              .redirectError(errors.toFile())
              .start();
      Watch.OfProcess watch = Watch.OfProcess.of(process.toHandle());
      job.janitor().watch(watch);
      process.getOutputStream().close();
      try {
        await(name, process, job);
      } finally {
        process.destroyForcibly();
        job.janitor().forget(watch);
      }
      String said = Files.readString(output, StandardCharsets.UTF_8);
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

  private static void await(String name, Process process, ToolJob job) {
    try {
      if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new CannotMeasureException(
            name + " did not end within " + LIMIT.toMinutes() + " min; see " + job.log());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotMeasureException("interrupted while " + name + " was running", e);
    }
  }

  private static String lastLine(String text) {
    return text.lines()
        .filter(line -> !line.isBlank())
        .reduce((earlier, later) -> later)
        .map(line -> ": " + line.strip())
        .orElse("");
  }
}
