package plumbline.result;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What was nearest to its limit under a load.
 *
 * @param part what was busy
 * @param percent of the time for which it could have been, 0 to about 100
 */
public record Busiest(Part part, double percent) {
  /** What a load can use up. */
  public enum Part {
    /** A thread of the load generator, its JVM's compilers left out. */
    CLIENT_THREAD(false),
    /** A thread of the server. */
    SERVER_THREAD(false),
    /** All processors of the machine, by client and server together. */
    PROCESSORS(false),
    /** All processors that clients were pinned to. */
    CLIENT_PROCESSORS(true),
    /** All processors that servers were pinned to. */
    SERVER_PROCESSORS(true);

    private final boolean pinned;

    Part(boolean pinned) {
      this.pinned = pinned;
    }
  }

  /**
   * Of several rounds of a series: the part whose median is the highest; empty where the operating
   * system does not tell.
   *
   * @param processors of the machine
   */
  public static Optional<Busiest> of(List<Round> rounds, int processors) {
    return Arrays.stream(Part.values())
        .flatMap(part -> median(rounds, part, processors).stream())
        .max(Comparator.comparingDouble(Busiest::percent));
  }

  /** Whether hardly any time of any processor was left. */
  public boolean areProcessorsTaken() {
    return (part == Part.PROCESSORS || part.pinned) && percent > Validity.MOST_CPU;
  }

  private static Optional<Busiest> median(List<Round> rounds, Part part, int processors) {
    double[] percents =
        rounds.stream()
            .flatMap(round -> percent(round, part, processors).stream().boxed())
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    return percents.length == 0
        ? Optional.empty()
        : Optional.of(
            new Busiest(
                part, (percents[(percents.length - 1) / 2] + percents[percents.length / 2]) / 2));
  }

  private static OptionalDouble percent(Round round, Part part, int processors) {
    Series series = round.series();
    if (series.sharesProcessors() ? part.pinned : part == Part.PROCESSORS) {
      return OptionalDouble.empty();
    }
    return switch (part) {
      case CLIENT_THREAD -> percent(round, 1, Count.CLIENT_THREAD_TIME);
      case SERVER_THREAD -> percent(round, 1, Count.SERVER_THREAD_TIME);
      case PROCESSORS -> percent(round, processors, Count.CLIENT_CPU_TIME, Count.SERVER_CPU_TIME);
      case CLIENT_PROCESSORS ->
          percent(round, series.clientProcessors(processors), Count.CLIENT_CPU_TIME);
      case SERVER_PROCESSORS ->
          percent(round, series.serverProcessors(processors), Count.SERVER_CPU_TIME);
    };
  }

  private static OptionalDouble percent(Round round, int processors, Count... taken) {
    Counts counts = round.counts();
    Count time =
        counts.get(Count.COMPLETION_TIME).isPresent() ? Count.COMPLETION_TIME : Count.MEASURED_TIME;
    double nanos = (double) counts.orZero(time) * processors;
    boolean known = nanos > 0 && Arrays.stream(taken).allMatch(one -> counts.get(one).isPresent());
    return known
        ? OptionalDouble.of(100 * Arrays.stream(taken).mapToLong(counts::orZero).sum() / nanos)
        : OptionalDouble.empty();
  }
}
