package plumbline.cli;

import java.util.function.BiFunction;
import picocli.CommandLine.Option;
import plumbline.claim.Judgement;
import plumbline.report.page.Page;
import plumbline.report.page.TextWriter;
import plumbline.report.run.BriefPage;
import plumbline.report.run.RunPage;
import plumbline.result.RunData;

/** How much of the report of a run the terminal shows. */
final class Detail {
  @Option(
      names = "--details",
      description = "Print the whole report: reasons, other readings, limits and conditions.")
  private boolean all;

  /** Whether it is all. */
  boolean isAll() {
    return all;
  }

  /** The answers of a run, or all that its report says, as text. */
  String text(RunData run, Judgement judgement) {
    return text(run, judgement, BriefPage::of);
  }

  /** The same with other answers. */
  String text(RunData run, Judgement judgement, BiFunction<RunData, Judgement, Page> brief) {
    Page page = all ? RunPage.of(run, judgement) : brief.apply(run, judgement);
    return TextWriter.write(page, Terminal.WIDTH, Terminal.isInteractive());
  }
}
