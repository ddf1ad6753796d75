package plumbline.system.tool;

import java.util.Optional;
import plumbline.problem.CannotMeasureException;
import plumbline.result.Series;

/** A tool that comes with a system and measures it, as a user would run it. */
public interface NativeTool {
  /** Its name in plans and figures, one word in lower case; no two tools share it. */
  String name();

  /**
   * Why it cannot be run here, as a phrase that follows its name; empty if it can.
   *
   * @param address of the server that the user named; empty for one that this program starts
   */
  Optional<String> obstacle(Optional<String> address);

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
