package plumbline.cli;

import picocli.CommandLine.Option;
import plumbline.claim.ClaimsFile;
import plumbline.claim.Judgement;
import plumbline.problem.BadInputException;
import plumbline.result.RunManifest;

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
      description = "End with exit code 1 if a claim is refuted (or undecided).")
  private FailOn failOn;

  /** Name or file of the claims that the user named, else of those of the plan. */
  String name(String plans) {
    return claims == null ? plans : claims;
  }

  /**
   * The claims for a run that was measured before: those that the user names, else those that the
   * run was started with. If these are gone, the default is used, and said.
   */
  ClaimsFile load(RunManifest manifest) {
    if (claims != null) {
      return ClaimsFile.load(claims);
    }
    String own = manifest.plan().claims().orElse(RunManifest.DEFAULT_CLAIMS);
    try {
      return ClaimsFile.load(own);
    } catch (BadInputException e) {
      System.err.println(
          "plumbline: judged by the claims '"
              + RunManifest.DEFAULT_CLAIMS
              + "', because those of the run cannot be read: "
              + e.getMessage());
      return ClaimsFile.load(RunManifest.DEFAULT_CLAIMS);
    }
  }

  /** The exit code, unless something worse happened. */
  int exitCode(Judgement judgement) {
    return failOn != null && failOn.appliesTo(judgement) ? ExitCode.NO : ExitCode.DONE;
  }
}
