package plumbline.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import plumbline.report.words.WarningWords;
import plumbline.report.words.Wording;
import plumbline.result.Fault;
import plumbline.result.Round;
import plumbline.result.Search;
import plumbline.result.Series;
import plumbline.result.Units;
import plumbline.run.RunListener;
import plumbline.system.Systems;

/**
 * Shows on a terminal what runs now and how long it still takes. Elsewhere, as in a log of CI, only
 * the status lines are printed, one after the other, and one for each round.
 */
final class ProgressLine implements RunListener {
  private static final int STEPS = 1_000;

  private final PrintStream out;
  private final boolean interactive;
  private ProgressBar bar;
  private String latest = "";

  ProgressLine(PrintStream out, boolean interactive) {
    this.out = out;
    this.interactive = interactive;
  }

  @Override
  public void status(String line) {
    if (bar != null) {
      bar.setExtraMessage(line);
      return;
    }
    out.println(line);
  }

  @Override
  public void failed(String what, Fault fault) {
    status(what + " failed: " + WarningWords.USUAL.of(fault));
  }

  @Override
  public void measured(Round round) {
    String figure =
        round
            .latencies()
            .map(latencies -> "p50 " + Units.time(latencies.getValueAtPercentile(50)))
            .orElseGet(() -> Units.rate(round.throughput()) + " ops/s");
    latest = Systems.nameOf(round.series()) + " " + figure.replace(Units.NO_BREAK, ' ') + ", then ";
  }

  @Override
  public void roundCompleted(int number, int rounds, Duration remaining) {
    if (!interactive) {
      String rest = number == rounds ? "" : ", about " + left(remaining) + " left";
      status("Round " + number + " of " + rounds + " is over" + rest + ".");
    }
  }

  @Override
  public void searched(Series shape, Search search) {
    String subject = Systems.nameOf(shape);
    if (search.saturation().isPresent()) {
      status(
          String.format(
              Locale.ROOT,
              "%s: saturated at %,d ops/s, as %s showed",
              subject,
              search.saturation().getAsInt(),
              Wording.counted(search.probes().size(), "fork")));
    } else {
      status(subject + search.fault().map(fault -> ": " + WarningWords.USUAL.of(fault)).orElse(""));
    }
  }

  @Override
  public void step(String what, double done, Duration remaining) {
    if (!interactive) {
      return;
    }
    if (bar == null) {
      bar =
          new ProgressBarBuilder()
              .setInitialMax(STEPS)
              .setStyle(ProgressBarStyle.ASCII)
              .setMaxRenderedLength(Terminal.WIDTH - 1)
              .setUpdateIntervalMillis(1_000)
              .continuousUpdate()
              .hideEta()
              .setConsumer(new ConsoleProgressBarConsumer(out, Terminal.WIDTH - 1))
              .build();
    }
    bar.stepTo(Math.round(done * STEPS));
    bar.setExtraMessage(left(remaining) + " left; " + latest + what);
  }

  @Override
  public void finished() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }

  private static String left(Duration remaining) {
    return String.format(Locale.ROOT, "%d:%02d", remaining.toMinutes(), remaining.toSecondsPart());
  }
}
