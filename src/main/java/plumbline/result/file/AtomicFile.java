package plumbline.result.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import plumbline.problem.CannotMeasureException;

/** Replaces a file as a whole: a reader sees the old contents or the new ones, never a part. */
public final class AtomicFile {
  private AtomicFile() {}

  /** Writes the contents. */
  @FunctionalInterface
  public interface Body {
    /** Writes everything to a buffered UTF-8 writer, which the caller closes. */
    void write(Writer writer) throws IOException;
  }

  /**
   * Writes a file in UTF-8.
   *
   * @throws CannotMeasureException if that is not possible, as on a full disk; the old file, if
   *     there is one, is then untouched
   */
  public static void write(Path file, Body body) {
    Path temp = file.resolveSibling("." + file.getFileName() + ".tmp");
    try {
      try (Writer writer = Files.newBufferedWriter(temp, StandardCharsets.UTF_8)) {
        body.write(writer);
      }
      move(temp, file);
    } catch (IOException | UncheckedIOException e) {
      IOException io = e instanceof UncheckedIOException u ? u.getCause() : (IOException) e;
      deleteQuietly(temp, io);
      throw cannotWrite(file, io);
    }
  }

  /**
   * Makes the folder of a file that a user named, and those above it.
   *
   * @throws CannotMeasureException if that is not possible
   */
  public static void makeFolder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    try {
      if (folder != null) {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      throw cannotWrite(folder, e);
    }
  }

  /** The problem of a file that could not be written, in one line. */
  public static CannotMeasureException cannotWrite(Path file, IOException problem) {
    return new CannotMeasureException("cannot write " + file + ": " + reason(problem), problem);
  }

  /** Why a file could not be read or written, without its name. */
  public static String reason(IOException problem) {
    if (problem instanceof NoSuchFileException) {
      return "no such file or directory";
    }
    if (problem instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (problem instanceof FileSystemException system && system.getReason() != null) {
      return system.getReason();
    }
    String message = problem.getMessage();
    return message == null ? problem.getClass().getSimpleName() : message.replaceAll("\\s+", " ");
  }

  static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void deleteQuietly(Path temp, IOException problem) {
    try {
      Files.deleteIfExists(temp);
    } catch (IOException e) {
      problem.addSuppressed(e);
    }
  }
}
