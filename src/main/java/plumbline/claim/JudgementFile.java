package plumbline.claim;

import java.nio.file.Path;
import java.util.List;
import plumbline.result.RunData;
import plumbline.result.file.JsonFiles;

/**
 * {@code verdicts.json}: every verdict on a run, see {@link Verdict}, with the series under the
 * names of the columns of {@code results.csv}, by which the two can be joined; and a headline for
 * people, which nothing reads back.
 *
 * <p>Version 2 told neither readings, nor distances, nor what a claim continues. Version 1 had
 * sentences instead. Its verdicts are read by {@link Schema1Verdicts}.
 */
public final class JudgementFile {
  /** The layout that this code writes. */
  public static final int SCHEMA = 3;

  /** From here on verdicts are facts. */
  private static final int FIRST_OF_FACTS = 2;

  private record Version(int schema) {}

  /**
   * The layout of the file.
   *
   * @param schema version of the layout, {@value #SCHEMA} when written by this code
   * @param headline the verdicts in a few sentences, which nothing reads back
   * @param claimsFile where the claims came from: {@code article} when built in, else the file's
   *     name
   * @param verdicts in the order of the claims file, then of the series
   */
  record Document(int schema, String headline, String claimsFile, List<Verdict> verdicts) {}

  private JudgementFile() {}

  /**
   * Writes the file as a whole; the same judgement is always the same bytes.
   *
   * @param headline the verdicts in a few sentences
   * @throws plumbline.problem.CannotMeasureException if it cannot be written
   */
  public static void write(Path file, Judgement judgement, String headline) {
    JsonFiles.write(
        file, new Document(SCHEMA, headline, judgement.claimsFile(), judgement.verdicts()));
  }

  /**
   * Reads the file. Fields of a newer schema are ignored.
   *
   * @param run that was judged
   * @throws plumbline.problem.BadInputException if there is no such file, or a field is missing or
   *     wrong
   */
  public static Judgement read(Path file, RunData run) {
    if (JsonFiles.read(file, Version.class).schema() < FIRST_OF_FACTS) {
      return Schema1Verdicts.read(file, run);
    }
    Document document = JsonFiles.read(file, Document.class);
    return new Judgement(document.claimsFile(), document.verdicts());
  }
}
