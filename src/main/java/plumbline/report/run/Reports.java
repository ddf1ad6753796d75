package plumbline.report.run;

import java.nio.file.Path;
import plumbline.problem.CannotMeasureException;
import plumbline.report.page.HtmlWriter;
import plumbline.report.page.MarkdownWriter;
import plumbline.report.page.Page;
import plumbline.report.page.Picture;
import plumbline.report.page.SvgWriter;
import plumbline.result.file.AtomicFile;

/** The reports among the files of a run. */
public final class Reports {
  /** The report for a browser. */
  public static final String HTML = "report.html";

  private Reports() {}

  /**
   * Writes {@code report.md}, {@code report.html} and {@code picture.svg}, replacing older ones.
   * The same page gives the same bytes, at any time and in any folder.
   *
   * @param directory the run's directory, which must exist
   * @throws CannotMeasureException if a file cannot be written; an older one is then left whole
   */
  public static void write(Path directory, Page page) {
    AtomicFile.write(directory.resolve("report.md"), out -> out.write(MarkdownWriter.write(page)));
    page.blocks().stream()
        .filter(Picture.class::isInstance)
        .map(Picture.class::cast)
        .findFirst()
        .map(SvgWriter::write)
        .ifPresent(
            svg -> AtomicFile.write(directory.resolve("picture.svg"), out -> out.write(svg)));
    AtomicFile.write(directory.resolve(HTML), out -> out.write(HtmlWriter.write(page)));
  }
}
