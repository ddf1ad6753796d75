package plumbline.compare;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import plumbline.problem.BadInputException;
import plumbline.result.RunManifest;
import plumbline.result.file.RunDirectory;

/**
 * A file of figures.
 *
 * @param csv a {@code results.csv}
 * @param manifest the run's conditions, if {@code run.json} lies beside the file
 */
record Source(Path csv, Optional<RunManifest> manifest) {

  /**
   * The sources that an argument names: run directories, files, or patterns with {@code *} and
   * {@code ?} of either, several of them separated by commas.
   *
   * @throws BadInputException if there is nothing of that name
   */
  static List<Source> of(String argument) {
    // A comma may also be part of a name.
    Optional<Path> whole = existing(argument);
    if (whole.isPresent()) {
      return List.of(at(whole.get()));
    }
    List<Source> sources = new ArrayList<>();
    for (String part : argument.split(",")) {
      if (!part.isBlank()) {
        paths(part.strip()).forEach(path -> sources.add(at(path)));
      }
    }
    if (sources.isEmpty()) {
      throw new NoSuchRunException("'" + argument + "' names no run");
    }
    return sources;
  }

  /** A pattern is no valid path everywhere. */
  private static Optional<Path> existing(String text) {
    try {
      return Optional.of(Path.of(text)).filter(Files::exists);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new BadInputException("'" + text + "' is no name of a file: " + e.getReason(), e);
    }
  }

  private static List<Path> paths(String text) {
    if (!text.contains("*") && !text.contains("?")) {
      return List.of(path(text));
    }
    int slash = text.split("[*?]", 2)[0].lastIndexOf('/');
    Path root = path(slash < 0 ? "." : slash == 0 ? "/" : text.substring(0, slash));
    String pattern = text.substring(slash + 1);
    PathMatcher matcher = matcher(text, pattern);
    int depth = pattern.split("/").length;
    if (!Files.isDirectory(root)) {
      throw new NoSuchRunException(text + ": there is no folder " + root);
    }
    try (Stream<Path> found = Files.walk(root, depth)) {
      List<Path> matches =
          found
              .filter(path -> !path.equals(root) && matcher.matches(root.relativize(path)))
              .filter(path -> Files.isRegularFile(path) || Files.isDirectory(path))
              // The newest run would else be there twice.
              .filter(path -> !Files.isSymbolicLink(path))
              .sorted()
              .toList();
      if (matches.isEmpty()) {
        throw new NoSuchRunException(text + ": nothing matches");
      }
      return matches;
    } catch (IOException e) {
      throw new BadInputException(text + ": cannot be searched: " + e.getMessage(), e);
    }
  }

  private static PathMatcher matcher(String text, String pattern) {
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    } catch (PatternSyntaxException e) {
      throw new BadInputException(text + ": is no pattern: " + e.getDescription(), e);
    }
  }

  private static Source at(Path path) {
    if (!Files.exists(path)) {
      throw new NoSuchRunException(path + ": no such run");
    }
    // Where links are not possible, latest is a file that names the run.
    if (!Files.isDirectory(path) && !String.valueOf(path.getFileName()).equals("latest")) {
      Path runJson = path.resolveSibling("run.json");
      return readable(path, Optional.of(runJson).filter(Files::isRegularFile));
    }
    RunDirectory directory = RunDirectory.open(path);
    if (!Files.exists(directory.resultsCsv())) {
      throw new NoSuchRunException(
          path + ": holds no figures, the run ended before its first round");
    }
    return readable(directory.resultsCsv(), Optional.of(directory.runJson()));
  }

  private static Source readable(Path csv, Optional<Path> runJson) {
    Source source = new Source(csv, runJson.map(RunDirectory::manifest));
    if (!Files.isReadable(csv)) {
      throw new NoSuchRunException(csv + ": cannot be read");
    }
    return source;
  }

  /** The schema that {@code run.json} tells, if it is there. */
  OptionalInt schema() {
    return manifest.map(one -> OptionalInt.of(one.schema())).orElse(OptionalInt.empty());
  }
}
