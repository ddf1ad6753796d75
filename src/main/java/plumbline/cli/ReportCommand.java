package plumbline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import plumbline.claim.Judge;
import plumbline.claim.Judgement;
import plumbline.claim.JudgementFile;
import plumbline.report.run.Reports;
import plumbline.report.run.RunPage;
import plumbline.result.RunData;
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

  @Mixin private Detail detail;

  /** Without options: the verdicts are those of the run. */
  private final Judging judging = new Judging();

  @Override
  public Integer call() {
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

  /** The stored verdicts; those of a run that was killed are made now. */
  private Judgement judgement(RunDirectory directory, RunData data) {
    if (Files.exists(directory.verdictsJson())) {
      return JudgementFile.read(directory.verdictsJson(), data);
    }
    return Judge.judge(data, judging.load(data));
  }
}
