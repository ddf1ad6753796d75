package plumbline.result;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
  private static final String NUMBER = "([0-9]{1,300}(?:\\.[0-9]{1,300})?)";
  private static final Map<Warning, Pattern> FORMS =
      Arrays.stream(Warning.values())
          .collect(
              Collectors.toMap(
                  warning -> warning, warning -> Pattern.compile(text(warning, i -> NUMBER))));

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
    return text(warning, i -> Numbers.plain(numbers.get(i)));
  }

  private static String text(Warning warning, IntFunction<String> number) {
    StringBuilder text = new StringBuilder(warning.code());
    List<Quantity> quantities = warning.quantities();
    for (int i = 0; i < quantities.size(); i++) {
      text.append(' ').append(quantities.get(i).name()).append('=');
      text.append(number.apply(i)).append(quantities.get(i).unit());
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
    String code = text.split(" ", 2)[0];
    Warning warning =
        Warning.of(code)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "there is no warning '"
                            + code
                            + "'; "
                            + Suggestion.known(
                                code,
                                Arrays.stream(Warning.values()).map(Warning::code).toList())));
    Matcher matcher = FORMS.get(warning).matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not like '" + text(warning, i -> "1") + "'");
    }
    return new Finding(
        warning,
        IntStream.rangeClosed(1, matcher.groupCount())
            .mapToObj(i -> Double.valueOf(matcher.group(i)))
            .toList());
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
