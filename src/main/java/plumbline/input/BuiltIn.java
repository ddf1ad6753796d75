package plumbline.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The plans and claims that travel in the jar, under {@code plumbline/<folder>/<name>.yaml}. */
public final class BuiltIn {
  private static final String SUFFIX = ".yaml";

  private BuiltIn() {}

  /**
   * The names that there are, sorted.
   *
   * @param folder {@code plans} or {@code claims}
   */
  public static List<String> names(String folder) {
    URL url = BuiltIn.class.getClassLoader().getResource("plumbline/" + folder);
    if (url == null) {
      return List.of();
    }
    try {
      URI uri = url.toURI();
      if (!uri.getScheme().equals("jar")) {
        return namesIn(Path.of(uri));
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return namesIn(jar.getPath("plumbline", folder));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> namesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .sorted()
          .toList();
    }
  }

  /**
   * Reads one of them, if there is one of that name.
   *
   * @throws plumbline.problem.BadInputException if it is not right
   */
  public static <T> Optional<StrictYaml.Placed<T>> read(String folder, String name, Class<T> type) {
    String resource = "plumbline/" + folder + "/" + name + SUFFIX;
    try (InputStream in = BuiltIn.class.getClassLoader().getResourceAsStream(resource)) {
      return in == null
          ? Optional.empty()
          : Optional.of(StrictYaml.parse(name + SUFFIX, in.readAllBytes(), type));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
