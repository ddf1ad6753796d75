package plumbline.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import plumbline.claim.Judge;
import plumbline.claim.Judgement;
import plumbline.report.run.CheckPage;
import plumbline.result.RunData;
import plumbline.result.file.RunDirectory;

/** Judges a run again and prints it; the run's own files stay as they are. */
@Command(
    name = "check",
    description = "Judge a run again, by the same claims or your own. Writes nothing.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "RUN",
      defaultValue = "results/latest",
      arity = "0..1",
      description = "A run's folder (default: ${DEFAULT-VALUE}).")
  private Path run;

  @Mixin private Judging judging;

  @Mixin private Detail detail;

  @Override
  public Integer call() {
    RunData data = RunDirectory.open(run).load();
    Judgement judgement = Judge.judge(data, judging.load(data));
    System.out.print(detail.text(data, judgement, CheckPage::of));
    return judging.exitCode(data, judgement);
  }
}
