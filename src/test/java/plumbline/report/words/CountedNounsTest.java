package plumbline.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One round is no "1 rounds", wherever a sentence is made. */
class CountedNounsTest {
  private static final Path SOURCES =
      Path.of(System.getProperty("plumbline.basedir", "."), "src/main/java");

  /** A value, perhaps an adjective, and a word that ends as the plural of a noun does. */
  private static final Pattern PLURAL = Pattern.compile("\\{\\d} (?:[a-z]+ )?([a-z]+s)\\b");

  /** Units, verbs and others that end so and count nothing. */
  private static final Set<String> NOT_NOUNS =
      Set.of(
          "us", "ns", "ops", "is", "has", "less", "takes", "needs", "upwards", "differs", "leaves",
          "as", "this");

  /** What the sources write behind a number. */
  private static final Pattern LITERAL =
      Pattern.compile(
          "(?:%,?d|(?:\\(\\)|length|count|\\bn) \\+ \") (?:valid |other )?(?:rounds|rows|runs|starts"
              + "|operations|samples|claims|verdicts|regimes|metrics|benchmarks|forks|figures"
              + "|settings|fields|files|lines|values|changes)\\b");

  private static String say(String text, Object... values) {
    Wording wording = phrase -> text;
    return wording.say(Phrase.MEANS, values);
  }

  @Test
  void aNounFollowsItsNumber() {
    assertThat(say("{0:round} of {1}", 1, 5)).isEqualTo("1 round of 5");
    assertThat(say("{0:valid round}", "1,000")).isEqualTo("1,000 valid rounds");
    assertThat(say("{0:row needs|rows need} {1:start}", 1, 0)).isEqualTo("1 row needs 0 starts");
    assertThat(say("{0:row needs|rows need}", 2L)).isEqualTo("2 rows need");
    assertThat(say("{0}", "a {1:row} of a name")).isEqualTo("a {1:row} of a name");
  }

  @Test
  void noPhrasePutsAPluralBehindANumberThatMayBeOne() {
    List<String> found = new ArrayList<>();
    for (Phrase phrase : Phrase.values()) {
      Matcher plural = PLURAL.matcher(phrase.text());
      while (plural.find()) {
        if (!NOT_NOUNS.contains(plural.group(1))) {
          found.add(phrase + ": " + plural.group());
        }
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void noSourceDoesEither() throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
        // Its number is a constant.
        if (file.endsWith("SettlingRule.java")) {
          continue;
        }
        Files.readString(file)
            .lines()
            .filter(line -> LITERAL.matcher(line).find())
            .map(line -> file.getFileName() + ": " + line.strip())
            .forEach(found::add);
      }
    }
    assertThat(found).isEmpty();
  }

  /** A number of nothing is told by a sentence of its own, or not at all. */
  @Test
  void noPhraseSpeaksOfAllOfANumberThatMayBeZero() {
    assertThat(Arrays.stream(Phrase.values()).map(Phrase::text))
        .noneMatch(text -> text.matches(".*\\ball \\{\\d[^}]*} tested.*"));
  }
}
