package plumbline.input;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.problem.BadInputException;

/**
 * Some processors by their numbers, as {@code taskset -c} and Docker take them.
 *
 * @param text such as {@code 0-1,3}
 */
public record Processors(String text) {
  private static final Pattern PART = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");

  /**
   * Reads them.
   *
   * @param option that has them, for the message
   * @throws BadInputException if these are no numbers of processors
   */
  public static Processors of(String text, String option) {
    for (String part : text.split(",", -1)) {
      Matcher range = PART.matcher(part);
      if (!range.matches() || first(range) > last(range)) {
        throw new BadInputException(
            option + " takes numbers of processors, such as 0-1,3, not '" + text + "'");
      }
    }
    return new Processors(text);
  }

  private static int first(Matcher range) {
    return Integer.parseInt(range.group(1));
  }

  private static int last(Matcher range) {
    return range.group(2) == null ? first(range) : Integer.parseInt(range.group(2));
  }

  /** These and others. */
  public Processors and(Processors others) {
    return new Processors(text + "," + others.text);
  }

  /** Their numbers. */
  public SortedSet<Integer> numbers() {
    SortedSet<Integer> numbers = new TreeSet<>();
    for (String part : text.split(",", -1)) {
      Matcher range = PART.matcher(part);
      if (range.matches()) {
        for (int number = first(range); number <= last(range); number++) {
          numbers.add(number);
        }
      }
    }
    return numbers;
  }
}
