package plumbline.system.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The folders in which programs are looked for: the PATH of the environment. */
public final class ProgramPath {
  private static final String SUFFIX =
      System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows") ? ".exe" : "";

  private final List<String> folders;

  /** Folders with the separator of this platform between them; empty ones hold no program. */
  public ProgramPath(String path) {
    folders = List.of(path.split(Pattern.quote(File.pathSeparator)));
  }

  /** The path of this program's own environment; without folders if there is none. */
  public static ProgramPath ofEnvironment() {
    return new ProgramPath(Optional.ofNullable(System.getenv("PATH")).orElse(""));
  }

  /**
   * The first program of a name.
   *
   * @param name without the {@code .exe} that it has on Windows
   * @return its absolute path; empty if no folder holds an executable file of that name
   */
  public Optional<Path> find(String name) {
    return folders.stream()
        .filter(folder -> !folder.isEmpty())
        .flatMap(folder -> executable(folder, name + SUFFIX).stream())
        .findFirst();
  }

  private static Optional<Path> executable(String folder, String name) {
    try {
      Path file = Path.of(folder, name);
      return Files.isExecutable(file) && !Files.isDirectory(file)
          ? Optional.of(file.toAbsolutePath())
          : Optional.empty();
    } catch (InvalidPathException e) {
      // A part of the PATH that names no folder holds no program either.
      return Optional.empty();
    }
  }
}
