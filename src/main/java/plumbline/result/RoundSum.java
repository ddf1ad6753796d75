package plumbline.result;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/**
 * Valid rounds of one series as one, added one after another: histograms and counts added up,
 * throughput as all operations over all measured time, NaN if the time of a round is unknown. One
 * histogram of each kind is kept, however many rounds there are.
 */
public final class RoundSum {
  private final Map<HistogramKind, Histogram> histograms = new EnumMap<>(HistogramKind.class);
  private Counts counts = Counts.none();
  private double operations;
  private double seconds;
  private Optional<Round> first = Optional.empty();

  /** Adds a round, which is left as it is; one that may not be used is left out. */
  public void add(Round round) {
    if (Rows.fault(round).isPresent()) {
      return;
    }
    if (first.isEmpty()) {
      first = Optional.of(round.withoutFigures());
    }
    round
        .histograms()
        .forEach(
            (kind, histogram) ->
                histograms.computeIfAbsent(kind, any -> Histograms.create()).add(histogram));
    counts = Counts.sum(List.of(counts, round.counts()));
    operations += round.operations();
    seconds += round.operations() / round.throughput();
  }

  /** The sum, under the series and number of the first round; empty if there was no round. */
  public Optional<Round> round() {
    return first.map(
        one ->
            new Round(
                one.series(),
                one.number(),
                histograms,
                counts,
                operations / seconds,
                Optional.empty()));
  }
}
