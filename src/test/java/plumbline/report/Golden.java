package plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts that were looked at and found right. {@code -Dplumbline.golden=write} replaces them; look
 * at the difference before committing it.
 */
final class Golden {
  private static final Path FOLDER =
      Path.of(System.getProperty("plumbline.basedir", "."), "src/test/resources/plumbline/report");

  private Golden() {}

  static void assertSame(String name, String actual) throws IOException {
    Path file = FOLDER.resolve(name);
    if ("write".equals(System.getProperty("plumbline.golden"))) {
      Files.writeString(file, actual, StandardCharsets.UTF_8);
    }
    assertThat(actual).isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
  }
}
