package plumbline.system.process;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The command of a child JVM that is the same Java and has the same classes as this one. */
public final class JavaCommand {
  private JavaCommand() {}

  /** The command of flags of the JVM, a class to run, and its arguments. */
  public static List<String> of(List<String> flags, Class<?> main, List<String> arguments) {
    return of(flags, main.getName(), arguments);
  }

  /** The same for a class that this program need not have. */
  public static List<String> of(List<String> flags, String main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.add("-cp");
    command.add(classPath());
    command.add(main);
    command.addAll(arguments);
    return command;
  }

  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(part -> !part.isEmpty())
        .map(part -> Path.of(part).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
