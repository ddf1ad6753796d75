package plumbline.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import plumbline.history.History;
import plumbline.history.HistoryFile;
import plumbline.history.OtavaConfig;
import plumbline.history.RunSummary;
import plumbline.input.Suggestion;
import plumbline.problem.BadInputException;
import plumbline.result.file.AtomicFile;

/** A tracker that a run can be written for. */
public enum Tracker {
  OTAVA("otava") {
    @Override
    public Optional<String> text(RunSummary run) {
      return Optional.of(HistoryFile.text(History.of(run)));
    }

    @Override
    public List<Path> write(RunSummary run, Path out) {
      if (Files.exists(out)) {
        throw new BadInputException(
            out + ": is there already; `history add` adds a run to a history");
      }
      HistoryFile.write(out, History.of(run));
      return List.of(out, OtavaConfig.beside(out));
    }
  },

  /** Two files, since one tool reads lower-is-better and another higher-is-better. */
  GITHUB_ACTION_BENCHMARK("github-action-benchmark") {
    @Override
    public Optional<String> text(RunSummary run) {
      return Optional.empty();
    }

    @Override
    public List<Path> write(RunSummary run, Path out) {
      try {
        Files.createDirectories(out);
      } catch (IOException e) {
        throw AtomicFile.cannotWrite(out, e);
      }
      Path smaller = out.resolve("customSmallerIsBetter.json");
      Path bigger = out.resolve("customBiggerIsBetter.json");
      AtomicFile.write(smaller, writer -> writer.write(GithubActionBenchmark.text(run, true)));
      AtomicFile.write(bigger, writer -> writer.write(GithubActionBenchmark.text(run, false)));
      return List.of(smaller, bigger);
    }
  },

  BENCHER("bencher") {
    @Override
    public Optional<String> text(RunSummary run) {
      return Optional.of(BencherMetricFormat.text(run));
    }
  };

  private final String text;

  Tracker(String text) {
    this.text = text;
  }

  /** The name on the command line. */
  public String text() {
    return text;
  }

  /** What one file would hold; empty if the tracker needs several. */
  public abstract Optional<String> text(RunSummary run);

  /**
   * Writes the files.
   *
   * @param out a file, or a folder if the tracker needs several files
   * @return the files
   * @throws plumbline.problem.CannotMeasureException if they cannot be written
   */
  public List<Path> write(RunSummary run, Path out) {
    AtomicFile.write(out, writer -> writer.write(text(run).orElseThrow()));
    return List.of(out);
  }

  /**
   * Reads a name.
   *
   * @throws BadInputException if there is no such tracker
   */
  public static Tracker of(String name) {
    List<String> known = Arrays.stream(values()).map(Tracker::text).toList();
    return Arrays.stream(values())
        .filter(tracker -> tracker.text.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    "--to: there is no tracker '"
                        + name
                        + "'"
                        + Suggestion.of(name, known)
                            .map(s -> "; did you mean " + s + "?")
                            .orElse("")
                        + "; known: "
                        + String.join(", ", known)));
  }
}
