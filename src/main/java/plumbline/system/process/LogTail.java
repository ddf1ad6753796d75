package plumbline.system.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The end of a server's log, to say in one line what went wrong. */
public final class LogTail {
  private static final int BYTES = 64 * 1024;
  private static final int LONGEST = 300;

  /** Lines of a stack trace, of a table of settings, and the start of a banner: no cause. */
  private static final Pattern NO_CAUSE =
      Pattern.compile("^\\s*(at |\\.\\.\\. \\d+ more|Suppressed:).*|^\\t.*|^\\s*$|^[\\W_]+$");

  private static final Pattern TROUBLE =
      Pattern.compile("error|fatal|exception|fail|cannot|can't|could not|refused|in use|no space");

  /** What a server warns of when it starts is not why it ended, whatever it may "fail" at. */
  private static final Pattern WARNING = Pattern.compile("\\bWARN(ING)?\\b");

  /**
   * Time stamp, thread and level in front of the text, as slf4j-simple and some servers write them.
   */
  private static final Pattern FRONT =
      Pattern.compile(
          "^(\\[[^\\]]*\\] )?(TRACE|DEBUG|INFO|WARN|ERROR) [\\w.$]+ - |^\\d+:\\w .{20,26} [#*.-] ");

  private static final Pattern ERROR_LINE = Pattern.compile("^(\\[[^\\]]*\\] )?ERROR .*");

  private static final Pattern EXCEPTION_LINE =
      Pattern.compile("^[\\w.$]*\\.(\\w+(?:Exception|Error): .*)");

  private LogTail() {}

  /**
   * The exception of the first error that a Java log tells of, because later ones follow from it;
   * else the last line that names trouble, else the last that says anything; empty without a log.
   *
   * @param from position in bytes from which the log concerns this start
   */
  public static Optional<String> cause(Path log, long from) {
    List<String> lines = read(log, from).lines().filter(LogTail::mayBeCause).toList();
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> exception = firstException(lines);
    if (exception.isPresent()) {
      return exception.map(LogTail::shorten);
    }
    String last =
        lines.stream()
            .filter(LogTail::namesTrouble)
            .reduce((earlier, later) -> later)
            .orElse(lines.get(lines.size() - 1));
    String text = FRONT.matcher(last.strip()).replaceFirst("");
    return Optional.of(shorten(text));
  }

  private static Optional<String> firstException(List<String> lines) {
    return lines.stream()
        .dropWhile(line -> !ERROR_LINE.matcher(line).matches())
        .map(EXCEPTION_LINE::matcher)
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1))
        .findFirst();
  }

  private static boolean namesTrouble(String line) {
    return TROUBLE.matcher(line.toLowerCase(Locale.ROOT)).find() && !WARNING.matcher(line).find();
  }

  private static String shorten(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }

  /** Whether the log says that a port was taken by somebody else. */
  public static boolean namesTakenPort(Path log, long from) {
    return read(log, from).toLowerCase(Locale.ROOT).contains("already in use");
  }

  private static boolean mayBeCause(String line) {
    return !NO_CAUSE.matcher(line).matches();
  }

  private static String read(Path log, long from) {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      file.seek(Math.max(from, file.length() - BYTES));
      byte[] bytes = new byte[(int) Math.max(0, file.length() - file.getFilePointer())];
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      // A log that cannot be read explains nothing; the caller names the file.
      return "";
    }
  }
}
