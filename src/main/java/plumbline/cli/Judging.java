package plumbline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import plumbline.claim.ClaimsFile;
import plumbline.claim.Judgement;
import plumbline.claim.Measurable;
import plumbline.claim.Verdict;
import plumbline.problem.BadInputException;
import plumbline.result.RunData;
import plumbline.result.RunManifest;
import plumbline.run.plan.BenchmarkCatalog;

/** The options of the commands that judge. */
final class Judging {
  @Option(
      names = "--claims",
      paramLabel = "FILE",
      description =
          "Claims to judge, such as your own service levels (default: those of the plan).")
  private String claims;

  @Option(
      names = "--fail-on",
      paramLabel = "refuted|undecided",
      description =
          "End with exit code 1 if a claim is refuted (or undecided) by every reading of its words,"
              + " and with 3 if one was not measured.")
  private FailOn failOn;

  /** Name or file of the claims that the user named, else of those of the plan. */
  String name(String plans) {
    return claims == null ? plans : claims;
  }

  /**
   * The claims for a run that is to come.
   *
   * @throws BadInputException if there are none of that name, or one selects what nothing measures
   */
  static ClaimsFile load(String name, BenchmarkCatalog catalog) {
    return ClaimsFile.load(name).about(measurable(catalog));
  }

  /**
   * The claims for a run that was measured before: those that the user names, else those that the
   * run was started with. If these are gone, the default is used, and said.
   */
  ClaimsFile load(RunData run) {
    // Another jar may have measured what this one does not know.
    List<Measurable> known = measurable(BenchmarkCatalog.load());
    run.series().forEach(series -> known.add(Measurable.of(series)));
    if (claims != null) {
      return ClaimsFile.load(claims).about(known);
    }
    String own = run.manifest().plan().claims().orElse(RunManifest.DEFAULT_CLAIMS);
    try {
      return ClaimsFile.load(own).about(known);
    } catch (BadInputException e) {
      System.err.println(
          "plumbline: judged by the claims '"
              + RunManifest.DEFAULT_CLAIMS
              + "', because those of the run cannot be read: "
              + e.getMessage());
      return ClaimsFile.load(RunManifest.DEFAULT_CLAIMS);
    }
  }

  private static List<Measurable> measurable(BenchmarkCatalog catalog) {
    return catalog.entries().stream()
        .map(
            entry ->
                Measurable.of(
                    entry.name(),
                    entry.system(),
                    entry.measured().operation(),
                    entry.measured().load(),
                    entry.seriesParams()))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /**
   * The exit code. A claim that is refuted counts more than one that was not measured, and says
   * nothing against the others.
   */
  int exitCode(RunData run, Judgement judgement) {
    if (failOn == null) {
      return ExitCode.DONE;
    }
    if (failOn.appliesTo(judgement)) {
      return ExitCode.NO;
    }
    List<String> missing =
        judgement.verdicts().stream()
            .filter(verdict -> !verdict.isMeasured())
            .map(Verdict::claim)
            .distinct()
            .toList();
    if (!missing.isEmpty()) {
      System.err.println(
          "plumbline: --fail-on cannot pass, because this run did not measure what these claims are"
              + " about: "
              + String.join(", ", missing)
              + "; --claims FILE names the claims that count");
      return ExitCode.COULD_NOT_MEASURE;
    }
    if (!run.manifest().isComplete()) {
      System.err.println("plumbline: --fail-on cannot pass, because the run is incomplete");
      return ExitCode.COULD_NOT_MEASURE;
    }
    return ExitCode.DONE;
  }
}
