package plumbline.cli;

import picocli.CommandLine.Option;
import plumbline.claim.ClaimsFile;
import plumbline.claim.Judge;
import plumbline.claim.Judgement;
import plumbline.result.RunData;

/** The options of the commands that judge. */
final class Judging {
  @Option(
      names = "--claims",
      paramLabel = "FILE",
      defaultValue = "article",
      description = "Claims to judge, such as your own service levels (default: ${DEFAULT-VALUE}).")
  private String claims;

  @Option(
      names = "--fail-on",
      paramLabel = "refuted|undecided",
      description = "End with exit code 1 if a claim is refuted (or undecided).")
  private FailOn failOn;

  /** Reads the claims, so that a mistake in them is found before anything is measured. */
  ClaimsFile load() {
    return ClaimsFile.load(claims);
  }

  Judgement judge(RunData data, ClaimsFile file) {
    return Judge.judge(data, file);
  }

  /** The exit code, unless something worse happened. */
  int exitCode(Judgement judgement) {
    return failOn != null && failOn.appliesTo(judgement) ? ExitCode.NO : ExitCode.DONE;
  }
}
