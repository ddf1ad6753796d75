package plumbline.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import plumbline.problem.BadInputException;
import plumbline.problem.CannotMeasureException;

/** Compares runs that were stored before. */
public final class Compare {
  private Compare() {}

  /**
   * Compares new sides with the base.
   *
   * @param sides two or more; each names one or several run directories, {@code results.csv} files
   *     or patterns of these, separated by commas, whose rounds are pooled
   * @throws BadInputException if a file is damaged, or there is no such file, or the filter leaves
   *     nothing on any side; a gate then has not decided anything
   * @throws CannotMeasureException if there is no such file and a gate was asked for: a gate
   *     without history has not decided anything
   */
  public static Comparison of(List<String> sides, Settings settings) {
    List<List<Source>> sources = sides.stream().map(side -> sources(side, settings)).toList();
    // A file of a million rows takes a second, so several are read at once.
    List<Side> read =
        IntStream.range(0, sources.size())
            .parallel()
            .mapToObj(i -> SideReader.read(name(i, sources.size()), sources.get(i), settings))
            .toList();
    if (settings.gate().isEmpty()
        && settings.filter().isPresent()
        && read.stream().allMatch(Side::isEmpty)) {
      throw new BadInputException(
          "--filter: '"
              + settings.filter().get()
              + "' is found in the name of no series of these runs; without it, the table shows"
              + " their names");
    }
    return Comparer.compare(read, settings);
  }

  /**
   * Splits the rounds of stored runs at random, see {@link SelfTest}.
   *
   * @param runs as a side of a comparison
   */
  public static SelfTestResult selfTest(
      List<String> runs, Settings settings, int splits, long seed) {
    List<Source> sources = new ArrayList<>();
    runs.forEach(run -> sources.addAll(sources(run, settings)));
    return SelfTest.run(SideReader.read("RUN", sources, settings), settings, splits, seed);
  }

  private static String name(int index, int sides) {
    return index == 0 ? "BASE" : sides == 2 || index == 1 ? "NEW" : "NEW " + index;
  }

  private static List<Source> sources(String side, Settings settings) {
    try {
      return Source.of(side);
    } catch (NoSuchRunException e) {
      if (settings.gate().isPresent()) {
        throw new CannotMeasureException(e.getMessage() + "; the gate could not decide", e);
      }
      throw e;
    }
  }
}
