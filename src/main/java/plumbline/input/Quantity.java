package plumbline.input;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.problem.BadInputException;

/**
 * A number with a unit, as users write it: {@code 1 us}, {@code 2.5 ms}, {@code 10000 ops/s},
 * {@code 10 KiB}, {@code 10 x}. A space between number and unit is optional; a number is never read
 * without its unit.
 *
 * @param kind what the unit measures
 * @param value nanoseconds, operations per second, bytes, or the plain factor; finite and not
 *     negative
 * @param text the number and the unit with one space between them
 */
public record Quantity(Kind kind, double value, String text) {
  private static final Pattern FORM =
      Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*([^0-9.\\s][^\\s]*)?");

  /** What a unit measures. */
  public enum Kind {
    /** A duration or latency; the value is in nanoseconds. */
    TIME("a time", "2 s"),
    /** Operations per second. */
    RATE("a rate", "1000 ops/s"),
    /** An amount of data; the value is in bytes. */
    SIZE("a size", "10 KiB"),
    /** A plain factor, such as that between two latencies. */
    FACTOR("a factor", "10 x");

    private final String words;
    private final String example;

    Kind(String words, String example) {
      this.words = words;
      this.example = example;
    }

    /** The units that it is given in. */
    public List<String> units() {
      return Unit.known(unit -> unit.kind == this);
    }
  }

  private enum Unit {
    NANOSECOND("ns", Kind.TIME, 1),
    MICROSECOND("us", Kind.TIME, 1_000),
    MILLISECOND("ms", Kind.TIME, 1_000_000),
    SECOND("s", Kind.TIME, 1_000_000_000L),
    MINUTE("min", Kind.TIME, 60_000_000_000L),
    OPERATIONS("ops/s", Kind.RATE, 1),
    BYTE("B", Kind.SIZE, 1),
    KIBIBYTE("KiB", Kind.SIZE, 1 << 10),
    MEBIBYTE("MiB", Kind.SIZE, 1 << 20),
    TIMES("x", Kind.FACTOR, 1);

    private final String text;
    private final Kind kind;
    private final BigDecimal factor;

    Unit(String text, Kind kind, long factor) {
      this.text = text;
      this.kind = kind;
      this.factor = BigDecimal.valueOf(factor);
    }

    private static List<String> known(Predicate<Unit> which) {
      return Arrays.stream(values()).filter(which).map(unit -> unit.text).toList();
    }
  }

  /**
   * Reads a quantity of any kind.
   *
   * @param text such as {@code 1 us}; {@code µs} is read as {@code us}
   * @param where the file, line and key that the message begins with
   * @throws BadInputException if the text is no number with a known unit, or a time is not a whole
   *     number of nanoseconds
   */
  public static Quantity parse(String text, String where) {
    return parse(text, where, Unit.known(any -> true));
  }

  private static Quantity parse(String text, String where, List<String> units) {
    Matcher matcher = FORM.matcher(text.strip());
    String given = where + ": '" + oneLine(text) + "'";
    if (!matcher.matches()) {
      throw new BadInputException(given + " is not a number with a unit, such as 500 us");
    }
    String name = matcher.group(2);
    if (name == null) {
      throw new BadInputException(given + " has no unit; known units: " + String.join(", ", units));
    }
    Unit unit = unit(name, text, where, units);
    BigDecimal value = new BigDecimal(matcher.group(1)).multiply(unit.factor);
    if (unit.kind == Kind.TIME) {
      checkNanos(value, given);
    }
    return new Quantity(unit.kind, value.doubleValue(), matcher.group(1) + " " + unit.text);
  }

  /**
   * Reads a quantity of one kind.
   *
   * @throws BadInputException as {@link #parse(String, String)}, and if the unit is of another kind
   */
  public static Quantity parse(String text, Kind kind, String where) {
    Quantity quantity = parse(text, where, kind.units());
    if (quantity.kind != kind) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "%s: '%s' is %s, but %s is needed here, such as %s; its units: %s",
              where,
              oneLine(text),
              quantity.kind.words,
              kind.words,
              kind.example,
              String.join(", ", kind.units())));
    }
    return quantity;
  }

  /**
   * Reads a duration such as {@code 2 s} or {@code 500 ms}.
   *
   * @param text number and unit
   * @param where the file, line and key that the message begins with
   * @return a duration, zero or more
   * @throws BadInputException if the text is no duration
   */
  public static Duration duration(String text, String where) {
    return Duration.ofNanos(parse(text, Kind.TIME, where).nanos());
  }

  /**
   * A number of bytes that may have a unit, such as {@code 10 KiB}, without it: {@code 10240}. What
   * has no unit stays as it is.
   *
   * @param where what the message begins with
   * @throws BadInputException if the unit is none of a size
   */
  public static String bytes(String text, String where) {
    return text.strip().matches("[0-9.]+\\s*\\p{L}+")
        ? BigDecimal.valueOf(parse(text, Kind.SIZE, where).value)
            .stripTrailingZeros()
            .toPlainString()
        : text;
  }

  /** The whole number of nanoseconds of a {@link Kind#TIME}. */
  public long nanos() {
    if (kind != Kind.TIME) {
      throw new IllegalStateException(text + " is not a time");
    }
    return (long) value;
  }

  private static void checkNanos(BigDecimal nanos, String given) {
    if (nanos.stripTrailingZeros().scale() > 0) {
      throw new BadInputException(given + " is finer than 1 ns; give whole nanoseconds");
    }
    // 2^53 ns are 104 days: up to there a double holds every nanosecond.
    if (nanos.compareTo(BigDecimal.valueOf(1L << 53)) > 0) {
      throw new BadInputException(given + " is too long; the longest time is 100 days");
    }
  }

  private static Unit unit(String name, String text, String where, List<String> units) {
    // Both signs that keyboards give for micro.
    String ascii = name.replace('\u00b5', 'u').replace('\u03bc', 'u');
    for (Unit unit : Unit.values()) {
      if (unit.text.equals(ascii)) {
        return unit;
      }
    }
    throw new BadInputException(
        String.format(
            Locale.ROOT,
            "%s: unknown unit '%s' in '%s'; known units: %s",
            where,
            name,
            oneLine(text),
            String.join(", ", units)));
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
