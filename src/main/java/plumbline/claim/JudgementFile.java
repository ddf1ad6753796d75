package plumbline.claim;

import java.nio.file.Path;
import plumbline.result.JsonFiles;

/** {@code verdicts.json}: the headline and every verdict on a run, see {@link Judgement}. */
public final class JudgementFile {
  private JudgementFile() {}

  /**
   * Writes the file as a whole; the same judgement is always the same bytes.
   *
   * @throws plumbline.problem.CannotMeasureException if it cannot be written
   */
  public static void write(Path file, Judgement judgement) {
    JsonFiles.write(file, judgement);
  }

  /**
   * Reads the file. Fields of a newer schema are ignored.
   *
   * @throws plumbline.problem.BadInputException if there is no such file, or a field is missing or
   *     wrong
   */
  public static Judgement read(Path file) {
    return JsonFiles.read(file, Judgement.class);
  }
}
