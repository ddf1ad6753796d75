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

  /** Opens one of them, if there is one of that name; the caller closes it. */
  public static Optional<InputStream> open(String folder, String name) {
    return Optional.ofNullable(
        BuiltIn.class
            .getClassLoader()
            .getResourceAsStream("plumbline/" + folder + "/" + name + SUFFIX));
  }
}
