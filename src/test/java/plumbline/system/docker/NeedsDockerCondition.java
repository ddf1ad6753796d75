package plumbline.system.docker;

import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import plumbline.problem.CannotMeasureException;

/** Whether the tests marked {@link NeedsDocker} can run here. */
final class NeedsDockerCondition implements ExecutionCondition {
  private static boolean said;

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return decide(System.getenv(), TestImages::here, NeedsDockerCondition::sayOnce);
  }

  /**
   * Decides.
   *
   * @param search looks for engine and images, and throws the reason why they are not there
   * @param skipped gets the line for the terminal if the tests are skipped
   * @throws CannotMeasureException if they must run and cannot
   */
  static ConditionEvaluationResult decide(
      Map<String, String> environment, Runnable search, Consumer<String> skipped) {
    try {
      search.run();
      return ConditionEvaluationResult.enabled("an engine and images are here");
    } catch (CannotMeasureException e) {
      if (TestImages.isCi(environment)) {
        throw new CannotMeasureException(
            "container tests must run where CI=true, but " + e.getMessage(), e);
      }
      skipped.accept("Container tests are skipped: " + e.getMessage());
      return ConditionEvaluationResult.disabled(e.getMessage());
    }
  }

  private static synchronized void sayOnce(String line) {
    if (!said) {
      said = true;
      System.out.println(line);
    }
  }
}
