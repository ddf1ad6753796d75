package plumbline.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import plumbline.export.Tracker;
import plumbline.history.RunSummary;
import plumbline.problem.BadInputException;
import plumbline.result.file.RunDirectory;

/** Writes a run in the format of a tracker. */
@Command(
    name = "export",
    description = "Write a run's figures for a tracker: the median over rounds of every metric.",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "RUN",
      arity = "0..1",
      defaultValue = "results/latest",
      description = "A run's folder (default: ${DEFAULT-VALUE}).")
  private Path run;

  @Option(
      names = "--to",
      paramLabel = "TRACKER",
      required = true,
      description = "otava, github-action-benchmark or bencher.")
  private String to;

  @Option(
      names = "--out",
      paramLabel = "FILE|DIR",
      description =
          "Where to (default: standard output). github-action-benchmark needs a folder, for two"
              + " files.")
  private Path out;

  @Mixin private RunChoice choice;

  @Override
  public Integer call() {
    Tracker tracker = Tracker.of(to);
    RunSummary summary = RunSummary.of(RunDirectory.open(run).load(), choice.policy());
    if (out != null) {
      tracker.write(summary, out).forEach(file -> System.out.println("Wrote " + file));
    } else {
      System.out.print(
          tracker
              .text(summary)
              .orElseThrow(
                  () ->
                      new BadInputException(
                          "--to " + to + " makes two files; give a folder with --out")));
    }
    return ExitCode.DONE;
  }
}
