package plumbline.run.tool;

import java.util.Optional;
import plumbline.problem.CannotMeasureException;
import plumbline.result.Series;
import plumbline.system.ServerRequest;

/** A tool that comes with a system and measures it, as a user would run it. */
public interface NativeTool {
  /** Its name in plans and figures, such as {@code redis-benchmark}. */
  String name();

  /** The system that it measures, such as {@code redis}. */
  String system();

  /**
   * Why it cannot be run here, as a phrase that follows its name; empty if it can.
   *
   * @param servers what is to be measured
   */
  Optional<String> obstacle(ServerRequest servers);

  /** Why it does not measure what a series does, as a phrase; empty if it does. */
  Optional<String> misfit(Series series);

  /** Its name with its version, if it tells one. */
  String version();

  /** By what its figures differ from ours though both are right, in one line. */
  String method();

  /**
   * Measures.
   *
   * @throws CannotMeasureException if it fails or prints something else than expected; one line
   */
  ToolFigures run(ToolJob job);
}
