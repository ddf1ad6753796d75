package plumbline.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import plumbline.history.History;
import plumbline.history.HistoryFile;
import plumbline.history.Trends;
import plumbline.problem.BadInputException;
import plumbline.report.history.HistoryPage;
import plumbline.report.page.HtmlWriter;
import plumbline.report.page.Page;
import plumbline.report.page.TextWriter;
import plumbline.report.words.Wording;
import plumbline.result.file.AtomicFile;

/** Shows how figures went. */
@Command(
    name = "show",
    description = "Show every metric over the runs of a history, with the changes found in it.",
    mixinStandardHelpOptions = true)
final class HistoryShowCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "A history.")
  private Path file;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text or html (default: html with --out, else text).")
  private Optional<Format> format = Optional.empty();

  @Option(names = "--out", paramLabel = "FILE", description = "Default: standard output.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--branch",
      paramLabel = "NAME",
      description = "The branch to show, if the file has several.")
  private Optional<String> branch = Optional.empty();

  @Option(
      names = "--alpha",
      paramLabel = "P",
      defaultValue = "" + Trends.ALPHA,
      description =
          "The share of false alarms among all metrics that show a change (default:"
              + " ${DEFAULT-VALUE}).")
  private double alpha;

  @Option(
      names = "--details",
      description = "Print every metric, and how changes are found; files always have them.")
  private boolean details;

  @Option(
      names = "--last",
      paramLabel = "N",
      defaultValue = "200",
      description = "How many runs to look at (default: ${DEFAULT-VALUE}).")
  private int last;

  enum Format {
    text,
    html
  }

  @Override
  public Integer call() {
    if (!(alpha > 0 && alpha < 1)) {
      throw new BadInputException("--alpha: must lie between 0 and 1, such as 0.05");
    }
    if (last < 1) {
      throw new BadInputException("--last: must be at least 1");
    }
    History history = HistoryFile.choose(file, HistoryFile.read(file), branch);
    Trends trends = Trends.of(history.last(last), alpha);
    String name = String.valueOf(file.getFileName());
    Page page =
        details || out.isPresent() || format.filter(Format.html::equals).isPresent()
            ? HistoryPage.of(trends, name)
            : HistoryPage.brief(trends, name, Wording.USUAL);
    boolean html = format.orElse(out.isPresent() ? Format.html : Format.text) == Format.html;
    String text =
        html
            ? HtmlWriter.write(page)
            : TextWriter.write(page, Terminal.WIDTH, out.isEmpty() && Terminal.isInteractive());
    if (out.isPresent()) {
      AtomicFile.makeFolder(out.get());
      AtomicFile.write(out.get(), writer -> writer.write(text));
      System.out.println("Wrote " + out.get());
    } else {
      System.out.print(text);
    }
    return ExitCode.DONE;
  }
}
