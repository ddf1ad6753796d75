package plumbline.run.tool;

import java.util.List;
import java.util.Optional;
import plumbline.input.Suggestion;
import plumbline.problem.BadInputException;

/** The tools that plans can name. */
public final class NativeTools {
  private static final List<NativeTool> ALL =
      List.of(
          new RedisBenchmarkTool(Optional.ofNullable(System.getenv("PATH")).orElse("")),
          new ProducerPerformanceTool(),
          new ConsumerPerformanceTool(new ProducerPerformanceTool()),
          new EndToEndLatencyTool());

  private NativeTools() {}

  /**
   * The tool of a name.
   *
   * @param where the place that the name stands in, for the message
   * @throws BadInputException if there is none
   */
  public static NativeTool named(String name, String where) {
    return ALL.stream()
        .filter(tool -> tool.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    where
                        + ": there is no native tool '"
                        + name
                        + "'; "
                        + Suggestion.known(name, ALL.stream().map(NativeTool::name).toList())));
  }
}
