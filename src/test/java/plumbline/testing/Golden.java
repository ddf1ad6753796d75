package plumbline.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

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

  /** Asserts that the README shows a text between the comments {@code name: begin} and end. */
  public static void assertShown(String name, String actual) {
    Path readme = BASE.resolve("README.md");
    String page = read(readme);
    String begin = "<!-- " + name + ": begin -->\n```text\n";
    int from = page.indexOf(begin) + begin.length();
    int to = page.indexOf("```\n<!-- " + name + ": end -->", from);
    assertThat(page).contains(begin);
    assertThat(to).as("the end of " + name).isPositive();
    assertSame(readme, page.substring(0, from) + actual + page.substring(to));
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

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
