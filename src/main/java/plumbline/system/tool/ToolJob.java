package plumbline.system.tool;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import plumbline.result.Series;
import plumbline.system.janitor.Janitor;

/**
 * What a tool is to measure.
 *
 * @param series the settings: payload, number in flight, parameters
 * @param operations how many operations are measured, at least 1
 * @param endpoints what clients of the server need to connect; may hold passwords
 * @param prefix of the name of all that it makes
 * @param scratch folder that only its owner can read and that is deleted after the run
 * @param log file for all that the tool prints
 * @param janitor ends the tool if the host is gone
 */
public record ToolJob(
    Series series,
    long operations,
    Map<String, String> endpoints,
    String prefix,
    Path scratch,
    Path log,
    Janitor janitor) {

  /** A new name for a topic or key, which no other call gives. */
  public String newName() {
    return prefix + "tool-" + UUID.randomUUID();
  }

  /** The value of a parameter that the benchmark has. */
  public String param(String name) {
    String value = series.params().get(name);
    if (value == null) {
      throw new IllegalArgumentException(series.benchmark() + " has no parameter " + name);
    }
    return value;
  }
}
