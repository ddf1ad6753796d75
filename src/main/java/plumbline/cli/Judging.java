package plumbline.cli;

import picocli.CommandLine.Option;
import plumbline.claim.ClaimsFile;
import plumbline.claim.Judge;
import plumbline.claim.Judgement;
import plumbline.result.RunData;
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

  /**
   * The claims that the user named, else those of the plan.
   *
   * @return a name or a file
   */
  String name(String plans) {
    return claims == null ? plans : claims;
  }

  /** The same for a run that was measured before. */
  ClaimsFile load(RunManifest manifest) {
    return ClaimsFile.load(name(manifest.plan().claims().orElse("article")));
  }

  Judgement judge(RunData data, ClaimsFile file) {
    return Judge.judge(data, file);
  }

  /** The exit code, unless something worse happened. */
  int exitCode(Judgement judgement) {
    return failOn != null && failOn.appliesTo(judgement) ? ExitCode.NO : ExitCode.DONE;
  }
}
