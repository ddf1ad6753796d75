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

  /** A phrase with its values put in. */
  default String say(Phrase phrase, Object... values) {
    String text = text(phrase);
    StringBuilder said = new StringBuilder();
    int from = 0;
    // From left to right, so that braces within a value stay as they are.
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
      int close = text.indexOf('}', open);
      said.append(text, from, open);
      said.append(values[Integer.parseInt(text.substring(open + 1, close))]);
      from = close + 1;
    }
    return said.append(text.substring(from)).toString();
  }

  /** A number with what is counted: {@code 1 round}, {@code 5 rounds}. */
  static String counted(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** What is not empty, with words between. */
  static String joined(String between, String... texts) {
    return Stream.of(texts).filter(text -> !text.isEmpty()).collect(Collectors.joining(between));
  }
}
