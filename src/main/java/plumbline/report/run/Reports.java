package plumbline.report.run;

import java.nio.file.Path;
import plumbline.problem.CannotMeasureException;
import plumbline.report.page.HtmlWriter;
import plumbline.report.page.MarkdownWriter;
import plumbline.report.page.Page;
import plumbline.result.file.AtomicFile;

/** The reports among the files of a run. */
public final class Reports {
  private Reports() {}

  /**
   * Writes {@code report.md} and {@code report.html}, replacing older ones. The same page gives the
   * same bytes, at any time and in any folder.
   *
   * @param directory the run's directory, which must exist
   * @throws CannotMeasureException if a file cannot be written; an older one is then left whole
   */
  public static void write(Path directory, Page page) {
    AtomicFile.write(directory.resolve("report.md"), out -> out.write(MarkdownWriter.write(page)));
    AtomicFile.write(directory.resolve("report.html"), out -> out.write(HtmlWriter.write(page)));
  }
}
