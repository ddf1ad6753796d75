package plumbline.run.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.input.Suggestion;
import plumbline.problem.BadInputException;
import plumbline.result.Series;
import plumbline.system.Systems;
import plumbline.system.tool.NativeTool;

/** The tools that plans can name: those of all systems. */
final class NativeTools {
  private NativeTools() {}

  private static Stream<NativeTool> all() {
    return Systems.all().stream().flatMap(system -> system.tools().stream());
  }

  /** The tool of a name that stands in some place, or bad input. */
  static NativeTool named(String name, String where) {
    List<String> names = all().map(NativeTool::name).sorted().toList();
    return all()
        .filter(tool -> tool.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    where
                        + ": there is no native tool '"
                        + name
                        + "'; "
                        + Suggestion.known(name, names)));
  }

  /** Why a tool does not measure what a series does, as a phrase; empty if it does. */
  static Optional<String> misfit(NativeTool tool, Series series) {
    boolean own =
        Systems.find(series.system()).stream().anyMatch(system -> system.tools().contains(tool));
    return own ? tool.misfit(series) : Optional.of("does not measure " + series.system());
  }
}
