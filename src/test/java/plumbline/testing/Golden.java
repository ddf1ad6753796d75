package plumbline.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts that were looked at and found right, in {@code src/test/resources/plumbline}. {@code mvn
 * test -Dgolden.update -Dtest=...} replaces those that the tests compare with; look at the
 * difference before you commit it.
 */
public final class Golden {
  private static final Path FOLDER =
      Path.of(System.getProperty("plumbline.basedir", "."), "src/test/resources/plumbline");

  private Golden() {}

  /** The text of a file. */
  public static String read(String name) {
    try {
      return Files.readString(FOLDER.resolve(name), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asserts that a text is that of the file, such as {@code report/empty.md}. */
  public static void assertSame(String name, String actual) {
    Path file = FOLDER.resolve(name);
    if (System.getProperty("golden.update") != null) {
      try {
        Files.writeString(file, actual, StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    assertThat(file).as("mvn test -Dgolden.update makes it").isRegularFile();
    assertThat(actual).as(name).isEqualTo(read(name));
  }
}
