package plumbline.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Texts that were looked at and found right, in {@code src/test/resources/plumbline} and in the
 * README. {@code mvn test -Dgolden.update -Dtest=...} replaces those that the tests compare with;
 * look at the difference before you commit it.
 */
public final class Golden {
  private static final Path BASE = Path.of(System.getProperty("plumbline.basedir", "."));

  private Golden() {}

  /** The text of a file, such as {@code report/empty.md}. */
  public static String read(String name) {
    return read(file(name));
  }

  /** Asserts that a text is that of a file. */
  public static void assertSame(String name, String actual) {
    assertSame(file(name), actual);
  }

  /** Asserts that a page shows a text between the comments {@code name: begin} and end. */
  public static void assertShown(String page, String name, String actual) {
    Path file = BASE.resolve(page);
    String text = read(file);
    String begin = "<!-- " + name + ": begin -->\n";
    int from = text.indexOf(begin) + begin.length();
    int to = text.indexOf("<!-- " + name + ": end -->", from);
    assertThat(text).contains(begin);
    assertThat(to).as("the end of " + name).isPositive();
    assertSame(file, text.substring(0, from) + actual + text.substring(to));
  }

  /** The README and every page of the manual. */
  public static List<Path> pages() {
    try (Stream<Path> manual = Files.list(BASE.resolve("src/site/markdown"))) {
      return Stream.concat(
              Stream.of(BASE.resolve("README.md"), BASE.resolve("CONTRIBUTING.md")),
              manual.sorted())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a terminal printed, as a page shows it. */
  public static String terminal(String printed) {
    return "```text\n" + printed + "```\n";
  }

  /** Asserts that a text is that of a file outside the resources of the tests. */
  public static void assertWhole(String page, String actual) {
    assertSame(BASE.resolve(page), actual);
  }

  private static void assertSame(Path file, String actual) {
    if (System.getProperty("golden.update") != null) {
      try {
        Files.writeString(file, actual);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    assertThat(file).as("mvn test -Dgolden.update makes it").isRegularFile();
    assertThat(actual).as(file.toString()).isEqualTo(read(file));
  }

  private static Path file(String name) {
    return BASE.resolve("src/test/resources/plumbline").resolve(name);
  }

  /** The text of a page. */
  public static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
