package plumbline.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import plumbline.claim.ClaimsFile;
import plumbline.claim.Judge;
import plumbline.claim.Judgement;
import plumbline.claim.JudgementFile;
import plumbline.problem.BadInputException;
import plumbline.report.run.Reports;
import plumbline.report.run.RunPage;
import plumbline.report.words.Headline;
import plumbline.report.words.VerdictWords;
import plumbline.report.words.Wording;
import plumbline.result.RunData;
import plumbline.result.Series;
import plumbline.result.file.RunDirectory;
import plumbline.run.RunRequest;
import plumbline.run.RunSession;
import plumbline.run.fork.ForkOptions;
import plumbline.run.machine.Pinning;
import plumbline.run.plan.BenchmarkCatalog;
import plumbline.run.plan.Plan;
import plumbline.run.plan.PlanFile;
import plumbline.system.spi.ServerRequest;

/** Starts servers, measures, judges, reports. */
@Command(
    name = "run",
    description = "Start servers, measure, judge and report.",
    mixinStandardHelpOptions = true,
    modelTransformer = ServerOptions.OfSystems.class)
final class RunCommand implements Callable<Integer> {
  private static final int MOST_ROUNDS = 1_000;

  @Parameters(
      arity = "0..1",
      paramLabel = "PLAN",
      defaultValue = "quick",
      description = "A plan's name or YAML file (default: ${DEFAULT-VALUE}).")
  private String plan;

  @Mixin private ServerOptions servers;

  @Mixin private Judging judging;

  @Mixin private Detail detail;

  @Option(
      names = "--only",
      paramLabel = "REGEX",
      description = "Run only benchmarks whose Class.method this finds.")
  private String only;

  @Option(
      names = "-p",
      paramLabel = "NAME=V1,V2",
      description = "Values of a benchmark parameter, as with JMH.")
  private List<String> params = List.of();

  @Option(
      names = "--processors",
      paramLabel = "default|awake",
      description =
          "Whether processors may fall asleep while they wait: as this machine lets them, or not at"
              + " all (Linux). Figures of both are never compared.")
  private String processors;

  @Option(
      names = "--pin",
      arity = "2",
      paramLabel = "SIDE=CPUS",
      description =
          "The only processors of forks and of servers, as client=0 server=1 (Linux; not for"
              + " servers of your own). Figures with and without are never compared.")
  private List<String> pin = List.of();

  @Option(
      names = "-prof",
      paramLabel = "PROFILER",
      description =
          "A profiler of JMH for the forks, such as gc or stack; its figures go to jmh.json and"
              + " logs/. Rows are marked: what is profiled is slower.")
  private List<String> profilers = List.of();

  @Option(
      names = "-jvmArgs",
      paramLabel = "ARGS",
      description =
          "Arguments of the forks' JVMs instead of those of this one, as with JMH; marks the rows.")
  private List<String> jvmArgs = List.of();

  @Option(
      names = "-jvmArgsAppend",
      paramLabel = "ARGS",
      description = "Arguments of the forks' JVMs that come last, as with JMH; marks the rows.")
  private List<String> jvmArgsAppend = List.of();

  @Option(names = "--rounds", paramLabel = "N", description = "Rounds instead of the plan's.")
  private Integer rounds;

  @Option(
      names = "--dry-run",
      description =
          "Check the plan, its claims and all options, show what would be measured, and end.")
  private boolean dryRun;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the order within the rounds (default: a random one, recorded).")
  private Long seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "results",
      description = "Folder for the run's own folder (default: ${DEFAULT-VALUE}).")
  private Path out;

  @Override
  public Integer call() {
    // Everything that can be wrong with the input comes first: a run takes minutes.
    PlanFile.Named file = PlanFile.load(plan);
    BenchmarkCatalog catalog = BenchmarkCatalog.load();
    Optional<Pinning> pinning = pin.isEmpty() ? Optional.empty() : Optional.of(Pinning.of(pin));
    Plan whole = Plan.of(file, catalog, overrides());
    Plan resolved = pinning.map(Pinning::text).map(whole::pinned).orElse(whole);
    String claimsName = judging.name(resolved.claims());
    ClaimsFile claims = Judging.load(claimsName, catalog);
    ServerRequest ofUser = servers.toRequest();
    ForkOptions forks = ForkOptions.of(profilers, jvmArgs, jvmArgsAppend);
    RunRequest request =
        new RunRequest(
            resolved,
            claimsName,
            pinning.map(one -> ofUser.pinnedTo(one.server())).orElse(ofUser),
            seedOrRandom(),
            out,
            pinning.map(one -> forks.pinnedTo(one.client(), one.server())).orElse(forks));

    PrintStream err = System.err;
    boolean interactive = Terminal.isInteractive();
    ProgressLine progress = new ProgressLine(err, interactive);
    PlanText.brief(resolved, claims).forEach(progress::status);
    if (dryRun) {
      System.out.print(PlanText.rows(resolved));
      return ExitCode.DONE;
    }
    RunDirectory directory = new RunSession(request, progress).execute();

    RunData data = directory.load();
    Judgement judgement = Judge.judge(data, claims);
    VerdictWords words = new VerdictWords(Wording.USUAL, data);
    JudgementFile.write(
        directory.verdictsJson(),
        judgement,
        String.join(" ", new Headline(words).of(judgement.verdicts())));
    Reports.write(directory.path(), RunPage.of(data, judgement));
    System.out.print(detail.text(data, judgement));
    System.out.println("Files: " + directory.path());
    return data.manifest().isComplete()
        ? judging.exitCode(data, judgement)
        : ExitCode.COULD_NOT_MEASURE;
  }

  private long seedOrRandom() {
    // Small enough to be typed in again.
    return seed != null ? seed : ThreadLocalRandom.current().nextInt(1_000_000);
  }

  private Plan.Overrides overrides() {
    if (rounds != null && (rounds < 1 || rounds > MOST_ROUNDS)) {
      throw new BadInputException("--rounds must be 1 to " + MOST_ROUNDS + ", not " + rounds);
    }
    return new Plan.Overrides(
        rounds == null ? OptionalInt.empty() : OptionalInt.of(rounds),
        onlyPattern(),
        paramValues());
  }

  private Optional<Pattern> onlyPattern() {
    try {
      return Optional.ofNullable(only).map(Pattern::compile);
    } catch (PatternSyntaxException e) {
      throw new BadInputException(
          "--only " + only + " is no regular expression: " + e.getDescription(), e);
    }
  }

  private Map<String, List<String>> paramValues() {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String param : params) {
      int equals = param.indexOf('=');
      if (equals < 1 || equals == param.length() - 1) {
        throw new BadInputException("-p takes name=value1,value2, not '" + param + "'");
      }
      values.put(param.substring(0, equals), Arrays.asList(param.substring(equals + 1).split(",")));
    }
    Optional.ofNullable(processors)
        .ifPresent(value -> values.put(Series.PROCESSORS, List.of(value)));
    return values;
  }
}
