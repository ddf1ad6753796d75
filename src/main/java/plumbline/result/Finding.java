package plumbline.result;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import plumbline.input.Suggestion;
import plumbline.result.Warning.Quantity;

/**
 * A warning with its numbers, as seen of one round or figure.
 *
 * <p>In files it is the warning's code and its numbers, {@code not-settled first=42us last=20us}:
 * all of them, in the order of {@link Warning}, each a plain decimal of 0 or more with its unit;
 * counts and percent have none. Several are separated by {@code "; "}.
 *
 * @param warning which
 * @param numbers in the order and units of the warning, rounded to the digits that files have
 */
public record Finding(Warning warning, List<Double> numbers) {
  private static final String SEPARATOR = "; ";

  public Finding {
    numbers = numbers.stream().map(Numbers::plain).map(Double::valueOf).toList();
    if (numbers.size() != warning.quantities().size()) {
      throw new IllegalArgumentException(
          warning.code() + " has the numbers " + warning.quantities() + ", not " + numbers);
    }
  }

  /** A warning with its numbers. */
  public static Finding of(Warning warning, double... numbers) {
    return new Finding(warning, Arrays.stream(numbers).boxed().toList());
  }

  /** As it stands in files. */
  @JsonValue
  public String text() {
    StringBuilder text = new StringBuilder(warning.code());
    List<Quantity> quantities = warning.quantities();
    for (int i = 0; i < numbers.size(); i++) {
      Quantity quantity = quantities.get(i);
      text.append(' ').append(quantity.name()).append('=');
      text.append(Numbers.plain(numbers.get(i))).append(quantity.unit());
    }
    return text.toString();
  }

  /** Several as they stand in files; empty for none. */
  public static String text(List<Finding> findings) {
    return findings.stream().map(Finding::text).collect(Collectors.joining(SEPARATOR));
  }

  /**
   * Reads what {@link #text()} wrote.
   *
   * @throws IllegalArgumentException if it is not as documented; the message says what would be
   */
  @JsonCreator
  public static Finding parse(String text) {
    String[] words = text.split(" ", -1);
    Warning warning =
        Warning.of(words[0])
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "there is no warning '"
                            + words[0]
                            + "'; "
                            + Suggestion.known(
                                words[0],
                                Arrays.stream(Warning.values()).map(Warning::code).toList())));
    List<Quantity> quantities = warning.quantities();
    if (words.length != quantities.size() + 1) {
      throw wrong(text, warning);
    }
    List<Double> numbers = new ArrayList<>();
    for (int i = 0; i < quantities.size(); i++) {
      numbers.add(number(text, warning, quantities.get(i), words[i + 1]));
    }
    return new Finding(warning, numbers);
  }

  private static double number(String text, Warning warning, Quantity quantity, String word) {
    String before = quantity.name() + "=";
    String after = quantity.unit();
    if (!word.startsWith(before)
        || !word.endsWith(after)
        || word.length() < before.length() + after.length()) {
      throw wrong(text, warning);
    }
    String number = word.substring(before.length(), word.length() - after.length());
    if (!number.matches("[0-9]{1,300}(\\.[0-9]{1,300})?")) {
      throw wrong(text, warning);
    }
    return Double.parseDouble(number);
  }

  private static IllegalArgumentException wrong(String text, Warning warning) {
    String right =
        warning.quantities().stream()
            .map(quantity -> " " + quantity.name() + "=1" + quantity.unit())
            .collect(Collectors.joining());
    return new IllegalArgumentException(
        "'" + text + "' is not like '" + warning.code() + right + "'");
  }

  /**
   * Reads what {@link #text(List)} wrote.
   *
   * @throws IllegalArgumentException if a part is not as documented
   */
  public static List<Finding> parseAll(String text) {
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split(SEPARATOR, -1)).map(Finding::parse).toList();
  }

  /** Whether one of them is of this kind. */
  public static boolean has(List<Finding> findings, Warning warning) {
    return findings.stream().anyMatch(finding -> finding.warning() == warning);
  }
}
