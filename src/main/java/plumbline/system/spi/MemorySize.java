package plumbline.system.spi;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.problem.BadInputException;

/**
 * An amount of memory, as container engines take it: {@code 512m}, {@code 2g}; the letters stand
 * for powers of 1,024.
 *
 * @param bytes above 0
 */
public record MemorySize(long bytes) {
  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,8})([kmg])b?");
  private static final String UNITS = "kmg";

  /** Reads an amount, with its source, such as an option, for the message if it is none. */
  public static MemorySize parse(String text, String source) {
    Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!form.matches()) {
      throw new BadInputException(
          source + " takes a size with the unit k, m or g, such as 2g, not '" + text + "'");
    }
    int power = UNITS.indexOf(form.group(2)) + 1;
    return new MemorySize(Long.parseLong(form.group(1)) << (10 * power));
  }

  /** With the largest unit of which it is a whole number. */
  public String text() {
    long amount = bytes;
    String unit = "";
    for (int i = 0; i < UNITS.length() && amount % 1024 == 0; i++) {
      amount /= 1024;
      unit = UNITS.substring(i, i + 1);
    }
    return amount + unit;
  }
}
