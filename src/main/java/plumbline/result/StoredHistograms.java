package plumbline.result;

import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.HdrHistogram.Histogram;

/**
 * The histograms of a round in a {@link HistogramLog}, each read when it is asked for: those of all
 * rounds of a long run do not fit the memory. The file must not change meanwhile, other than by
 * lines that are appended.
 */
final class StoredHistograms extends AbstractMap<HistogramKind, Histogram> {
  private final Path log;
  private final Map<HistogramKind, HistogramLog.Place> places = new EnumMap<>(HistogramKind.class);

  StoredHistograms(Path log) {
    this.log = log;
  }

  /** Adds one; whether there was none of its kind. */
  boolean add(HistogramKind kind, HistogramLog.Place place) {
    return places.putIfAbsent(kind, place) == null;
  }

  @Override
  public boolean containsKey(Object kind) {
    return places.containsKey(kind);
  }

  @Override
  public Histogram get(Object kind) {
    HistogramLog.Place place = places.get(kind);
    return place == null ? null : HistogramLog.read(log, place);
  }

  @Override
  public Set<Entry<HistogramKind, Histogram>> entrySet() {
    Set<Entry<HistogramKind, Histogram>> all = new LinkedHashSet<>();
    places.keySet().forEach(kind -> all.add(new SimpleImmutableEntry<>(kind, get(kind))));
    return all;
  }
}
