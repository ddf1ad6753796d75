package plumbline.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import plumbline.compare.Compare;
import plumbline.compare.Comparison;
import plumbline.compare.GateOutcome;
import plumbline.compare.Observation;
import plumbline.compare.SelfTestResult;
import plumbline.compare.Settings;
import plumbline.input.Suggestion;
import plumbline.problem.BadInputException;
import plumbline.report.compare.ComparisonFormat;
import plumbline.report.compare.SelfTestPage;
import plumbline.result.Metric;

/** Says whether the difference between stored runs is real. */
@Command(
    name = "compare",
    description = {
      "Is the difference between runs real? Compares NEW with BASE start by start of the"
          + " servers, which takes "
          + Observation.LEAST_STARTS
          + " of them a side; with fewer, round by round, which decides nothing.",
      "A side is a run's folder, a results.csv, or a pattern of these in quotes; several,"
          + " separated by commas, are pooled as more rounds. Each MORE is another side that is"
          + " compared with BASE."
    },
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0  compared; with --gate: no row is worse",
      "  1  with --gate: a row is worse",
      "  2  bad input, such as a damaged file",
      "  3  with --gate: nothing could be decided (no history, no row on both sides, too few starts"
          + " of the servers, other conditions); with --self-test: too few rounds"
    },
    mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Parameters(
      paramLabel = "BASE NEW [MORE...]",
      hideParamSyntax = true,
      arity = "1..*",
      description = "What to compare; with --self-test, runs whose rounds are pooled.")
  private List<String> sides;

  @Option(
      names = "--metric",
      split = ",",
      paramLabel = "METRIC[,...]",
      description =
          "Compare these: p50, p90, p99, p99.9, p99.99, max, mean, throughput (default: p50 and"
              + " p99; throughput of a saturated load). Each one more makes it harder for all to be"
              + " significant.")
  private List<String> metrics = new ArrayList<>();

  @Option(
      names = "--filter",
      paramLabel = "REGEX",
      description = "Compare only series in whose name, as the table shows it, this is found.")
  private String filter;

  @Option(
      names = "--sort",
      paramLabel = "name|change|p",
      defaultValue = "name",
      description = "Order of the rows: by name, worst change first, or smallest p first.")
  private Settings.Sort sort;

  @Option(
      names = "--alpha",
      paramLabel = "P",
      description =
          "Probability of one false alarm or more among all rows together (default: 0.05; with"
              + " --gate or --self-test 0.01).")
  private Double alpha;

  @Option(
      names = "--min-effect",
      paramLabel = "PERCENT",
      converter = PercentConverter.class,
      description = "The smallest change that matters, in percent (default: 5).")
  private Double minEffect;

  @Option(
      names = "--format",
      paramLabel = "text|csv|json|markdown|html",
      defaultValue = "text",
      description = "What to print (default: ${DEFAULT-VALUE}).")
  private ComparisonFormat format;

  @Option(
      names = "--details",
      description =
          "Print all of it, in 100 columns: intervals, conditions, what was left out, the rules.")
  private boolean details;

  @Option(
      names = "--gate",
      description = "End with exit code 1 if any row is worse, and with 3 if none can be decided.")
  private boolean gate;

  @Option(
      names = "--gate-on",
      split = ",",
      paramLabel = "METRIC[,...]",
      description = "Like --gate, for these metrics only.")
  private List<String> gateOn = new ArrayList<>();

  @Option(
      names = "--changed",
      paramLabel = "REGEX",
      description =
          "Conditions that were meant to change: a gate does not doubt what is found in their names,"
              + " as the table of differences shows them.")
  private String changed;

  @Option(
      names = "--self-test",
      description =
          "Instead of comparing, split the rounds of runs at random and tell how often a gate would"
              + " raise a false alarm, and what change it would find.")
  private boolean selfTest;

  @Option(
      names = "--splits",
      paramLabel = "N",
      defaultValue = "1000",
      description = "How often --self-test splits the rounds (default: ${DEFAULT-VALUE}).")
  private int splits;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of the splits of --self-test (default: ${DEFAULT-VALUE}).")
  private long seed;

  /** Percent, with or without its sign, as a share. */
  static final class PercentConverter implements CommandLine.ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      return Double.parseDouble(text.replace("%", "").strip()) / 100;
    }
  }

  @Override
  public Integer call() {
    Settings settings = settings();
    if (selfTest) {
      return testItself(settings);
    }
    if (sides.size() < 2) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "compare needs two sides, BASE and NEW");
    }
    Comparison comparison = Compare.of(sides, settings);
    System.out.print(format.render(comparison, details, Terminal.isInteractive()));
    return comparison.gate().map(CompareCommand::exitCode).orElse(ExitCode.DONE);
  }

  private int testItself(Settings settings) {
    if (format != ComparisonFormat.TEXT) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--self-test prints text and has no other format");
    }
    if (splits < 1) {
      throw new CommandLine.ParameterException(spec.commandLine(), "--splits: must be at least 1");
    }
    SelfTestResult result = Compare.selfTest(sides, settings, splits, seed);
    System.out.print(SelfTestPage.text(result));
    return result.rows().isEmpty() ? ExitCode.COULD_NOT_MEASURE : ExitCode.DONE;
  }

  private static int exitCode(GateOutcome outcome) {
    return switch (outcome.state()) {
      case PASSED -> ExitCode.DONE;
      case BROKEN -> ExitCode.NO;
      case UNDECIDED -> ExitCode.COULD_NOT_MEASURE;
    };
  }

  private Settings settings() {
    boolean gated = gate || !gateOn.isEmpty();
    double level = alpha != null ? alpha : gated || selfTest ? Settings.GATE_ALPHA : Settings.ALPHA;
    return new Settings(
        level,
        minEffect != null ? minEffect : Settings.MIN_EFFECT,
        metrics("--metric", metrics),
        Optional.ofNullable(filter).map(text -> pattern("--filter", text)),
        sort,
        gated
            ? Optional.of(
                new Settings.Gate(
                    metrics("--gate-on", gateOn),
                    Optional.ofNullable(changed).map(text -> pattern("--changed", text))))
            : Optional.empty());
  }

  private static Set<Metric> metrics(String option, List<String> names) {
    List<String> known =
        Arrays.stream(Metric.values())
            .filter(Metric::isResult)
            .map(Metric::text)
            .collect(Collectors.toList());
    Set<Metric> metrics = new LinkedHashSet<>();
    for (String name : names) {
      metrics.add(
          Metric.of(name.strip())
              .filter(Metric::isResult)
              .orElseThrow(
                  () ->
                      new BadInputException(
                          option
                              + ": there is no metric '"
                              + name
                              + "'; "
                              + Suggestion.known(name, known))));
    }
    return metrics;
  }

  private static Pattern pattern(String option, String text) {
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw new BadInputException(option + ": " + e.getDescription() + " in '" + text + "'", e);
    }
  }
}
