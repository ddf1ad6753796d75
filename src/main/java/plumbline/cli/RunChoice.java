package plumbline.cli;

import java.util.Optional;
import picocli.CommandLine.Option;
import plumbline.history.RunSummary;

/** Which runs a history or a tracker takes. */
final class RunChoice {
  @Option(
      names = "--allow-incomplete",
      description = "Take runs with invalid or missing rounds too; only valid rounds count.")
  private boolean allowIncomplete;

  @Option(
      names = "--branch",
      paramLabel = "NAME",
      description = "The branch, where the run could not see it (a detached HEAD in CI).")
  private Optional<String> branch = Optional.empty();

  RunSummary.Policy policy() {
    return new RunSummary.Policy(allowIncomplete, branch);
  }
}
