package plumbline.report;

import java.nio.file.Path;
import plumbline.claim.Judgement;
import plumbline.problem.CannotMeasureException;
import plumbline.result.AtomicFile;
import plumbline.result.RunData;

/** The reports among the files of a run. */
public final class Reports {
  private Reports() {}

  /**
   * Writes {@code report.md} and {@code report.html}, replacing older ones. The same data give the
   * same bytes, at any time and in any folder.
   *
   * @param directory the run's directory, which must exist
   * @throws CannotMeasureException if a file cannot be written; an older one is then left whole
   */
  public static void write(Path directory, RunData data, Judgement judgement) {
    write(directory.resolve("report.md"), MarkdownReport.render(data, judgement));
    write(directory.resolve("report.html"), HtmlReport.render(data, judgement));
  }

  private static void write(Path file, String text) {
    AtomicFile.write(file, writer -> writer.write(text));
  }
}
