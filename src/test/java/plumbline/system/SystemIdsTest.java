package plumbline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plumbline.system.spi.ServerSystem;

/** The id of a system stands in its own folder and in the line by which it is found. */
class SystemIdsTest {
  private static final Path MAIN =
      Path.of(System.getProperty("plumbline.basedir", "."), "src", "main");

  private static final Path SERVICES = MAIN.resolve(Path.of("resources", "META-INF", "services"));

  @Test
  void noSystemIsNamedOutsideOfItsFolder() throws IOException {
    List<String> found = new ArrayList<>();
    for (ServerSystem system : Systems.all()) {
      Path own = MAIN.resolve(Path.of("java", "plumbline", "system", system.id()));
      assertThat(own).isDirectory();
      try (Stream<Path> files = Files.walk(MAIN)) {
        for (Path file :
            files
                .filter(Files::isRegularFile)
                .filter(file -> !file.startsWith(own) && !file.startsWith(SERVICES))
                .toList()) {
          found.addAll(mentions(system.id(), file));
        }
      }
    }
    assertThat(found).isEmpty();
  }

  /** Also as part of a word, and in comments. */
  private static List<String> mentions(String id, Path file) throws IOException {
    List<String> found = new ArrayList<>();
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).toLowerCase(Locale.ROOT).contains(id)) {
        found.add(MAIN.relativize(file) + ":" + (i + 1) + ": " + lines.get(i).strip());
      }
    }
    return found;
  }
}
