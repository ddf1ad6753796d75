package plumbline.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import plumbline.claim.Judgement;
import plumbline.problem.CannotMeasureException;
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
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.writeString(part, text, StandardCharsets.UTF_8);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      CannotMeasureException problem =
          new CannotMeasureException("cannot write " + file + ": " + e.getMessage(), e);
      try {
        Files.deleteIfExists(part);
      } catch (IOException further) {
        problem.addSuppressed(further);
      }
      throw problem;
    }
  }
}
