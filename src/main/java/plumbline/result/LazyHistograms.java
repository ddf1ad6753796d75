package plumbline.result;

import java.util.AbstractMap;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/**
 * The histograms of a round, each of which is made when it is asked for: those of all rounds of a
 * long run do not fit the memory.
 */
public final class LazyHistograms extends AbstractMap<HistogramKind, Histogram> {
  private final Map<HistogramKind, Supplier<Histogram>> suppliers =
      new EnumMap<>(HistogramKind.class);

  /**
   * Adds one, before anything is asked for.
   *
   * @param supplier gives equal histograms at every call
   * @return whether there was none of its kind
   */
  public boolean add(HistogramKind kind, Supplier<Histogram> supplier) {
    return suppliers.putIfAbsent(kind, supplier) == null;
  }

  @Override
  public boolean containsKey(Object kind) {
    return suppliers.containsKey(kind);
  }

  @Override
  public Histogram get(Object kind) {
    Supplier<Histogram> supplier = suppliers.get(kind);
    return supplier == null ? null : supplier.get();
  }

  @Override
  public Set<Entry<HistogramKind, Histogram>> entrySet() {
    Set<Entry<HistogramKind, Histogram>> all = new LinkedHashSet<>();
    suppliers.keySet().forEach(kind -> all.add(new SimpleImmutableEntry<>(kind, get(kind))));
    return all;
  }
}
