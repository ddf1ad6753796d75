package plumbline.result.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import plumbline.problem.BadInputException;
import plumbline.problem.CannotMeasureException;
import plumbline.result.RunData;
import plumbline.result.RunManifest;

/**
 * The directory of a run, {@code results/<UTC time>-<plan>/}. It is written as the run goes, so
 * that a killed run leaves what it measured.
 */
public final class RunDirectory {
  private static final String LATEST = "latest";
  private static final String RUN_JSON = "run.json";
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path path;

  private RunDirectory(Path path) {
    this.path = path;
  }

  /**
   * Makes a new directory with its {@code logs/}, whose name no other run has.
   *
   * @param resultsRoot the folder of all runs, made if it is not there
   * @param started when the run started
   * @param plan the name of the plan
   * @throws CannotMeasureException if that is not possible
   */
  public static RunDirectory create(Path resultsRoot, Instant started, String plan) {
    String name = NAME.format(started) + "-" + plan.replaceAll("[^A-Za-z0-9._-]", "-");
    try {
      Files.createDirectories(resultsRoot);
      for (int number = 1; ; number++) {
        Path path = resultsRoot.resolve(number == 1 ? name : name + "-" + number);
        try {
          Files.createDirectory(path);
        } catch (FileAlreadyExistsException e) {
          continue;
        }
        Files.createDirectory(path.resolve("logs"));
        return new RunDirectory(path);
      }
    } catch (IOException e) {
      throw AtomicFile.cannotWrite(resultsRoot.resolve(name), e);
    }
  }

  /**
   * Opens the directory of a run that was measured before.
   *
   * @param path the directory, or {@code results/latest}
   * @throws BadInputException if it is not the directory of a run
   */
  public static RunDirectory open(Path path) {
    Path target = followLatest(path);
    if (!Files.exists(target)) {
      throw new BadInputException(
          path + ": no such run directory" + runsIn(path.toAbsolutePath().getParent()));
    }
    if (!Files.isDirectory(target)) {
      throw new BadInputException(path + ": is a file; give the run directory that holds it");
    }
    if (!Files.isRegularFile(target.resolve(RUN_JSON))) {
      throw new BadInputException(
          path + ": is not a run directory, it has no " + RUN_JSON + runsIn(target));
    }
    return new RunDirectory(target);
  }

  /** Points {@code latest}, beside this directory, to it. */
  public void pointLatest() {
    Path latest = path.resolveSibling(LATEST);
    Path temp = path.resolveSibling("." + LATEST + "-" + ProcessHandle.current().pid() + ".tmp");
    try {
      if (Files.isDirectory(latest, LinkOption.NOFOLLOW_LINKS)) {
        throw new IOException("a real directory has that name");
      }
      if (linked(temp)) {
        AtomicFile.move(temp, latest);
      } else {
        AtomicFile.write(latest, writer -> writer.write(name() + "\n"));
      }
    } catch (IOException e) {
      throw AtomicFile.cannotWrite(latest, e);
    }
  }

  /**
   * Deletes the directory, of a run that could not begin.
   *
   * @throws CannotMeasureException if it cannot be deleted
   */
  public void delete() {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw AtomicFile.cannotWrite(path, e);
    }
  }

  private boolean linked(Path link) throws IOException {
    Files.deleteIfExists(link);
    try {
      Files.createSymbolicLink(link, path.getFileName());
      return true;
    } catch (UnsupportedOperationException | IOException e) {
      // Windows without the right to make links, or a file system without them: the text file
      // serves, and if the disk is the trouble then writing that says so.
      return false;
    }
  }

  private static Path followLatest(Path path) {
    try {
      if (Files.isSymbolicLink(path)) {
        Path target = Files.readSymbolicLink(path);
        return path.resolveSibling(target);
      }
      Path name = path.getFileName();
      if (name != null && name.toString().equals(LATEST) && Files.isRegularFile(path)) {
        return path.resolveSibling(Files.readString(path, StandardCharsets.UTF_8).strip());
      }
      return path;
    } catch (IOException | IllegalArgumentException e) {
      throw new BadInputException(path + ": does not lead to a run directory", e);
    }
  }

  private static String runsIn(Path folder) {
    if (folder == null || !Files.isDirectory(folder)) {
      return "";
    }
    try (Stream<Path> children = Files.list(folder)) {
      List<String> runs =
          children
              .filter(child -> !Files.isSymbolicLink(child))
              .filter(child -> Files.isRegularFile(child.resolve(RUN_JSON)))
              .map(child -> String.valueOf(child.getFileName()))
              .sorted()
              .toList();
      int last = runs.size();
      return runs.isEmpty()
          ? ""
          : "; runs in "
              + folder
              + ": "
              + String.join(", ", runs.subList(Math.max(0, last - 5), last));
    } catch (IOException e) {
      return "";
    }
  }

  /** The directory. */
  public Path path() {
    return path;
  }

  /** The name of the run. */
  public String name() {
    return String.valueOf(path.getFileName());
  }

  /** Conditions: {@code run.json}. */
  public Path runJson() {
    return path.resolve(RUN_JSON);
  }

  /**
   * Reads a {@code run.json}. Fields of a newer schema are ignored.
   *
   * @throws BadInputException if there is no such file, or a field is missing or wrong
   */
  public static RunManifest manifest(Path runJson) {
    RunManifest manifest = JsonFiles.read(runJson, RunManifest.class);
    return manifest.schema() < 3 ? Schema2Reasons.manifest(manifest) : manifest;
  }

  /** Figures: {@code results.csv}. */
  public Path resultsCsv() {
    return path.resolve("results.csv");
  }

  /** Standard JMH result: {@code jmh.json}. */
  public Path jmhJson() {
    return path.resolve("jmh.json");
  }

  /** Every histogram: {@code histograms.hlog}. */
  public Path histograms() {
    return path.resolve("histograms.hlog");
  }

  /** Verdicts: {@code verdicts.json}. */
  public Path verdictsJson() {
    return path.resolve("verdicts.json");
  }

  /** Logs of servers and forks: {@code logs/}. */
  public Path logs() {
    return path.resolve("logs");
  }

  /**
   * Reads the run back. What had to be left out or ignored is added to the manifest's notes.
   *
   * @throws BadInputException if a file is missing or damaged; a run that did not end in order may
   *     lack its last lines, or all figures
   */
  public RunData load() {
    return RunLoader.load(this);
  }
}
