package plumbline.report.words;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which text each phrase has. Facts do not depend on it. */
@FunctionalInterface
public interface Wording {
  /** As the phrases stand here. */
  Wording USUAL = Phrase::text;

  /** The text of a phrase, in which {@code {0}} stands for the first of its values. */
  String text(Phrase phrase);

  /**
   * A phrase with its values put in. {@code {0:round}} is a number with what is counted, {@code 1
   * round} or {@code 5 rounds}, and {@code {0:row is|rows are}} one with more that depends on it.
   */
  default String say(Phrase phrase, Object... values) {
    String text = text(phrase);
    StringBuilder said = new StringBuilder();
    int from = 0;
    // From left to right, so that braces within a value stay as they are.
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
      int close = text.indexOf('}', open);
      String[] place = text.substring(open + 1, close).split(":", 2);
      String value = String.valueOf(values[Integer.parseInt(place[0])]);
      said.append(text, from, open).append(place.length == 1 ? value : counted(value, place[1]));
      from = close + 1;
    }
    return said.append(text.substring(from)).toString();
  }

  private static String counted(String number, String nouns) {
    String[] forms = nouns.split("\\|", 2);
    String many = forms.length == 1 ? forms[0] + "s" : forms[1];
    return number + " " + (number.equals("1") ? forms[0] : many);
  }

  /** A number with what is counted: {@code 1 round}, {@code 5 rounds}. */
  static String counted(long number, String noun) {
    return counted(Long.toString(number), noun);
  }

  /** What is not empty, with words between. */
  static String joined(String between, String... texts) {
    return Stream.of(texts).filter(text -> !text.isEmpty()).collect(Collectors.joining(between));
  }
}
