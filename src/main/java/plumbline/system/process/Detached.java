package plumbline.system.process;

import java.nio.file.FileSystems;
import java.util.ArrayList;
import java.util.List;

/**
 * Commands that do not share the fate of the terminal. Ctrl-C reaches every process of the
 * terminal's group; a broker that ends before the host has decided so turns an interrupted run into
 * a failed one, and a janitor that ends is of no use.
 *
 * <p>On POSIX the command runs in a session of its own where {@code setsid} exists. Where it does
 * not, SIGINT and SIGHUP are ignored, which a JVM inherits. The process id stays that of the shell,
 * because the shell is replaced.
 */
public final class Detached {
  private static final String AWAY =
      "trap '' INT HUP; "
          + "if command -v setsid >/dev/null 2>&1; then exec setsid \"$0\" \"$@\"; fi; "
          + "exec \"$0\" \"$@\"";

  private Detached() {}

  /** The command, detached where the platform can. */
  public static List<String> command(List<String> command) {
    return shell(AWAY, command);
  }

  /**
   * The command, detached, and waiting for a line on its standard input before it runs: so the host
   * can tell the janitor of the process before there is anything to clean up, and if the host dies
   * in between, the command never runs.
   */
  public static List<String> waitingCommand(List<String> command) {
    return shell("read -r go || exit 1; " + AWAY, command);
  }

  private static boolean isPosix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }

  private static List<String> shell(String script, List<String> command) {
    if (!isPosix()) {
      return command;
    }
    List<String> wrapped = new ArrayList<>(List.of("/bin/sh", "-c", script));
    wrapped.addAll(command);
    return wrapped;
  }
}
