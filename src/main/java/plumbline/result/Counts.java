package plumbline.result;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What was counted in a round. A count that nobody took is absent, which is not the same as 0.
 *
 * @param values operations, nanoseconds or bytes; not negative
 */
public record Counts(Map<Count, Long> values) {

  public Counts {
    Map<Count, Long> copy = new EnumMap<>(Count.class);
    copy.putAll(values);
    copy.forEach(
        (count, value) -> {
          if (value < 0) {
            throw new IllegalArgumentException(count.text() + " is negative: " + value);
          }
        });
    values = Collections.unmodifiableMap(copy);
  }

  /** Nothing was counted. */
  public static Counts none() {
    return new Counts(Map.of());
  }

  /** The count, if it was taken. */
  public OptionalLong get(Count count) {
    Long value = values.get(count);
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  /** The count, or 0 if it was not taken. */
  public long orZero(Count count) {
    return get(count).orElse(0);
  }

  /** The sum of several; where a count is a peak, the highest. */
  public static Counts sum(Collection<Counts> parts) {
    Map<Count, Long> sum = new EnumMap<>(Count.class);
    for (Counts part : parts) {
      part.values.forEach((count, value) -> sum.merge(count, value, count::together));
    }
    return new Counts(sum);
  }
}
