package plumbline.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import plumbline.claim.ClaimsFile;
import plumbline.problem.BadInputException;
import plumbline.problem.CannotMeasureException;
import plumbline.result.Promise;
import plumbline.result.Series;
import plumbline.run.machine.Doctor;
import plumbline.run.plan.BenchmarkCatalog;
import plumbline.run.plan.Measurement;
import plumbline.run.plan.Plan;
import plumbline.run.plan.PlanFile;
import plumbline.system.Systems;
import plumbline.system.check.Check;
import plumbline.system.docker.DockerEngine;

/** Says what this machine can measure, what it lacks, and which claims it can decide. */
@Command(
    name = "doctor",
    description =
        "Say what this machine can measure, what it lacks, and which claims it can decide.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  @Option(
      names = "--watch",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description =
          "How long to watch for pauses of the platform and stolen time (default:"
              + " ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--claims",
      paramLabel = "FILE",
      description = "Claims of your own, or the name of built-in ones (default: all of these).")
  private Optional<String> claims = Optional.empty();

  @Option(
      names = "--details",
      description = "Print every check, and for every claim why it can or cannot be decided.")
  private boolean details;

  @Override
  public Integer call() {
    if (seconds < 1) {
      throw new BadInputException("--watch: must be at least 1 second, not " + seconds);
    }
    BenchmarkCatalog catalog = BenchmarkCatalog.load();
    // A wrong file is told before the machine is watched.
    List<ClaimsFile> files =
        claims.map(List::of).orElseGet(ClaimsFile::names).stream()
            .map(name -> Judging.load(name, catalog))
            .toList();
    List<Series> paced = paced(catalog);
    SortedSet<Integer> rates = new TreeSet<>();
    paced.forEach(one -> rates.add((int) one.targetRate().orElseThrow()));
    Doctor.Examination found =
        Doctor.examine(containers(), Path.of("results"), rates, Duration.ofSeconds(seconds));
    Map<String, Map<String, Set<String>>> forcing = Systems.asking(Promise.DISK);
    if (details) {
      System.out.print(DoctorText.of(found.checks()));
      System.out.print(ForesightText.of(files, found.reading(), forcing, paced));
    } else {
      String claimed = ForesightText.brief(files, found.reading(), forcing, paced);
      int left = Terminal.LINES - (int) claimed.lines().count() - 3;
      System.out.print(claimed + "\n" + DoctorText.brief(found.checks(), left));
      System.out.println("\n--details: every check, and why a claim cannot be decided.");
    }
    return ExitCode.DONE;
  }

  /** What the plans that come along measure at a rate that they give. */
  private static List<Series> paced(BenchmarkCatalog catalog) {
    return PlanFile.names().stream()
        .flatMap(
            name ->
                Plan.of(PlanFile.load(name), catalog, Plan.Overrides.none())
                    .measurements()
                    .stream())
        .map(Measurement::series)
        .filter(series -> series.targetRate().isPresent())
        .distinct()
        .toList();
  }

  private static Check containers() {
    try {
      return Check.ok("Container engine", "answers at " + DockerEngine.find().address());
    } catch (CannotMeasureException e) {
      return Check.missing(
          "Container engine", e.getMessage(), "Servers run as processes; that needs no engine.");
    }
  }
}
