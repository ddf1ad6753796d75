package plumbline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import plumbline.claim.Judge;
import plumbline.claim.Judgement;
import plumbline.claim.JudgementFile;
import plumbline.problem.BadInputException;
import plumbline.report.page.HtmlWriter;
import plumbline.report.run.IndexPage;
import plumbline.report.run.Reports;
import plumbline.report.run.RunPage;
import plumbline.report.words.Wording;
import plumbline.result.RunData;
import plumbline.result.file.AtomicFile;
import plumbline.result.file.RunDirectory;

/** Makes every report anew from the stored data. */
@Command(
    name = "report",
    description = "Make the reports of runs anew from their stored data.",
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "RUN",
      arity = "0..*",
      defaultValue = "results/latest",
      description = "Runs' folders (default: ${DEFAULT-VALUE}).")
  private List<Path> runs;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Also write a page that lists the runs, the newest first, each with its answers and a"
              + " link to its report, instead of printing them. A run that cannot be read is a line"
              + " of the page, and the exit code is 2.")
  private Optional<Path> out = Optional.empty();

  @Mixin private Detail detail;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** Without options: the verdicts are those of the run. */
  private final Judging judging = new Judging();

  @Override
  public Integer call() {
    if (out.isPresent()) {
      return list(out.get());
    }
    for (Path run : runs) {
      RunDirectory directory = RunDirectory.open(run);
      RunData data = directory.load();
      Judgement judgement = judgement(directory, data);
      Reports.write(directory.path(), RunPage.of(data, judgement));
      System.out.print(detail.text(data, judgement));
      System.out.println("Files: " + directory.path());
    }
    return ExitCode.DONE;
  }

  /** Makes the page that lists the runs, each once, and the reports that it leads to. */
  private int list(Path file) {
    if (detail.isAll()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--details prints the reports, --out lists them; give one of them");
    }
    AtomicFile.makeFolder(file);
    IndexPage index = new IndexPage(Wording.USUAL);
    Set<Path> seen = new HashSet<>();
    int exitCode = ExitCode.DONE;
    for (Path run : runs) {
      try {
        RunDirectory directory = RunDirectory.open(run);
        if (seen.add(directory.path().toAbsolutePath().normalize())) {
          RunData data = directory.load();
          Judgement judgement = judgement(directory, data);
          Reports.write(directory.path(), RunPage.of(data, judgement));
          index.add(
              IndexPage.address(file, directory.path().resolve(Reports.HTML)), data, judgement);
        }
      } catch (BadInputException e) {
        System.err.println("plumbline: " + e.getMessage());
        // The page may go where the folders of this machine mean nothing.
        String parent = run.resolveSibling("x").toString();
        String folder = parent.substring(0, parent.length() - 1);
        index.addUnreadable(String.valueOf(run.getFileName()), e.getMessage().replace(folder, ""));
        exitCode = ExitCode.BAD_INPUT;
      }
    }
    AtomicFile.write(file, writer -> writer.write(HtmlWriter.write(index.page())));
    System.out.println("Wrote " + file + ": " + index.count());
    return exitCode;
  }

  /** The stored verdicts; those of a run that was killed are made now. */
  private Judgement judgement(RunDirectory directory, RunData data) {
    if (Files.exists(directory.verdictsJson())) {
      return JudgementFile.read(directory.verdictsJson(), data);
    }
    return Judge.judge(data, judging.load(data));
  }
}
