package plumbline.system.janitor;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Something that must not stay behind. Each is one line on the pipe between the host and its
 * janitor: words in Base64 with spaces between them.
 */
sealed interface Watch {
  /** The words of its line, the first of which names its kind. */
  List<String> words();

  /** A process, told from a later one of the same id by its start. */
  record OfProcess(long pid, Instant started) implements Watch {
    @Override
    public List<String> words() {
      return List.of("process", Long.toString(pid), Long.toString(started.toEpochMilli()));
    }
  }

  /** A folder with all that is in it. */
  record OfFolder(Path folder) implements Watch {
    public OfFolder {
      if (!String.valueOf(folder.getFileName()).startsWith("plumbline-")) {
        throw new IllegalArgumentException(
            "the name of a folder to delete must start with plumbline-, not " + folder);
      }
    }

    @Override
    public List<String> words() {
      return List.of("folder", folder.toString());
    }
  }

  /**
   * Temporary files that JMH makes beside its forks and deletes itself unless it is killed.
   *
   * @param folder for temporary files
   * @param since the host's start: older files are not its own
   */
  record OfJmhFiles(Path folder, Instant since) implements Watch {
    private static final Pattern NAME = Pattern.compile("jmh\\d+(stdout|stderr|compilecommand)");

    /** Whether a file of the folder is such a one, by its name. */
    static boolean hasName(Path file) {
      return NAME.matcher(file.getFileName().toString()).matches();
    }

    @Override
    public List<String> words() {
      return List.of("jmh-files", folder.toString(), Long.toString(since.toEpochMilli()));
    }
  }

  /** A container, by id or name, of the engine at an address. */
  record OfContainer(String container, String engine) implements Watch {
    @Override
    public List<String> words() {
      return List.of("container", container, engine);
    }
  }

  /** All that has a name with a prefix, on an external server. */
  record OfPrefix(String system, String prefix, SortedMap<String, String> endpoints)
      implements Watch {
    @Override
    public List<String> words() {
      List<String> words = new java.util.ArrayList<>(List.of("prefix", system, prefix));
      endpoints.forEach(
          (key, value) -> {
            words.add(key);
            words.add(value);
          });
      return words;
    }
  }

  /** The line without its end. */
  default String line() {
    return encode(words());
  }

  /** Any words as a line. */
  static String encode(List<String> words) {
    return String.join(
        " ",
        words.stream()
            .map(
                word ->
                    // A leading letter keeps an empty word visible.
                    "b" + Base64.getEncoder().encodeToString(word.getBytes(StandardCharsets.UTF_8)))
            .toList());
  }

  /** The words of a line. */
  static List<String> decode(String line) {
    return Arrays.stream(line.split(" "))
        .map(
            word ->
                new String(Base64.getDecoder().decode(word.substring(1)), StandardCharsets.UTF_8))
        .toList();
  }

  /**
   * Reads what {@link #words()} gave.
   *
   * @throws IllegalArgumentException if the words are of no kind
   */
  static Watch of(List<String> words) {
    return switch (words.get(0)) {
      case "process" ->
          new OfProcess(
              Long.parseLong(words.get(1)), Instant.ofEpochMilli(Long.parseLong(words.get(2))));
      case "folder" -> new OfFolder(Path.of(words.get(1)));
      case "jmh-files" ->
          new OfJmhFiles(Path.of(words.get(1)), Instant.ofEpochMilli(Long.parseLong(words.get(2))));
      case "container" -> new OfContainer(words.get(1), words.get(2));
      case "prefix" ->
          new OfPrefix(words.get(1), words.get(2), pairs(words.subList(3, words.size())));
      default -> throw new IllegalArgumentException("no such watch: " + words.get(0));
    };
  }

  private static SortedMap<String, String> pairs(List<String> words) {
    SortedMap<String, String> pairs = new TreeMap<>();
    for (int i = 0; i + 1 < words.size(); i += 2) {
      pairs.put(words.get(i), words.get(i + 1));
    }
    return pairs;
  }

  /** A watch on all that has a name with a prefix. */
  static Watch ofPrefix(String system, Map<String, String> endpoints, String prefix) {
    return new OfPrefix(system, prefix, new TreeMap<>(endpoints));
  }
}
