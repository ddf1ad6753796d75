package plumbline.result;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers in files: a point as decimal separator, no exponent, no locale. */
public final class Numbers {
  static final double NANOS_PER_SECOND = 1e9;
  static final long NANOS_PER_MILLI = 1_000_000;

  private Numbers() {}

  /** The shortest plain decimal text of a finite number, rounded to nine significant digits. */
  public static String plain(double value) {
    if (value == 0) {
      return "0";
    }
    BigDecimal decimal = new BigDecimal(value, new MathContext(9)).stripTrailingZeros();
    return decimal.toPlainString();
  }

  /** Nanoseconds as microseconds. */
  public static double micros(double nanos) {
    return nanos / 1_000.0;
  }
}
