package plumbline.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import plumbline.history.HistoryFile;
import plumbline.history.OtavaConfig;
import plumbline.history.RunSummary;
import plumbline.report.words.Wording;
import plumbline.result.file.RunDirectory;

/** Figures run after run. */
@Command(
    name = "history",
    description = "Follow figures run after run, in a CSV file that Apache Otava reads too.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {HistoryCommand.Add.class, HistoryShowCommand.class})
final class HistoryCommand implements Runnable {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "a command is missing: add or show");
  }

  /** Adds runs. */
  @Command(
      name = "add",
      description =
          "Add runs to a history, each at its place in time: the median over rounds of every"
              + " metric. A run that is there already stays as it is.",
      mixinStandardHelpOptions = true)
  static final class Add implements Callable<Integer> {
    @Parameters(
        paramLabel = "RUN",
        arity = "0..*",
        defaultValue = "results/latest",
        description = "Runs' folders (default: ${DEFAULT-VALUE}).")
    private List<Path> runs;

    @Option(
        names = "--to",
        paramLabel = "FILE",
        required = true,
        description = "The history, a CSV file; made if it is not there.")
    private Path to;

    @Mixin private RunChoice choice;

    @Override
    public Integer call() {
      RunSummary.Policy policy = choice.policy();
      // All are read first: a bad one adds none.
      List<RunSummary> summaries =
          runs.stream().map(run -> RunSummary.of(RunDirectory.open(run).load(), policy)).toList();
      for (RunSummary summary : summaries) {
        HistoryFile.Added added = HistoryFile.add(to, summary);
        System.out.println(
            summary.run()
                + (added == HistoryFile.Added.NEW
                    ? ": added, " + Wording.counted(summary.figures().size(), "figure")
                    : ": is there already, nothing changed"));
      }
      System.out.println("Files: " + to + ", " + OtavaConfig.beside(to));
      return ExitCode.DONE;
    }
  }
}
