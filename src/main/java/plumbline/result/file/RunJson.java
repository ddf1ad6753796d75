package plumbline.result.file;

import java.nio.file.Path;
import plumbline.result.RunManifest;

/** {@code run.json}: the conditions of a run, see {@link RunManifest}. */
public final class RunJson {
  private RunJson() {}

  /**
   * Writes the file as a whole.
   *
   * @throws plumbline.problem.CannotMeasureException if it cannot be written
   */
  public static void write(Path file, RunManifest manifest) {
    JsonFiles.write(file, manifest);
  }

  /**
   * Reads the file. Fields of a newer schema are ignored.
   *
   * @throws plumbline.problem.BadInputException if there is no such file, or a field is missing or
   *     wrong
   */
  public static RunManifest read(Path file) {
    RunManifest manifest = JsonFiles.read(file, RunManifest.class);
    return manifest.schema() < 3 ? Schema2Reasons.manifest(manifest) : manifest;
  }
}
