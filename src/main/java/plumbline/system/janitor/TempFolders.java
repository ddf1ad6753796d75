package plumbline.system.janitor;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import plumbline.problem.CannotMeasureException;

/** Temporary folders named {@code plumbline-*}, which a janitor knows before they exist. */
public final class TempFolders {
  private TempFolders() {}

  /** Creates a folder, named after what it is for, that only its owner can enter. */
  public static Path create(String what, Janitor janitor) {
    Path folder =
        Path.of(System.getProperty("java.io.tmpdir"), "plumbline-" + what + "-" + UUID.randomUUID())
            .toAbsolutePath();
    janitor.watch(new Watch.OfFolder(folder));
    try {
      if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        return Files.createDirectory(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      return Files.createDirectory(folder);
    } catch (IOException e) {
      throw new CannotMeasureException("cannot create the folder " + folder + ": " + e, e);
    }
  }

  /**
   * Deletes a folder with all that is in it; one that is not there is no error.
   *
   * @throws IOException if something remains
   */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException problem)
              throws IOException {
            if (problem instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw problem;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException problem)
              throws IOException {
            if (problem != null) {
              throw problem;
            }
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Deletes a folder and takes it off the janitor's list. */
  public static void delete(Path folder, Janitor janitor) {
    try {
      delete(folder);
    } catch (IOException e) {
      throw new CannotMeasureException("cannot delete the folder " + folder + ": " + e, e);
    }
    janitor.forget(new Watch.OfFolder(folder));
  }
}
