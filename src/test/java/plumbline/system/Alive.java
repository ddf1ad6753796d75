package plumbline.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a process runs. */
public final class Alive {
  private Alive() {}

  /** False for a zombie too: in a container, nobody may collect the orphans of a killed process. */
  public static boolean isAlive(long pid) {
    if (ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) {
      try {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        return !stat.substring(stat.lastIndexOf(')')).startsWith(") Z");
      } catch (IOException e) {
        // No /proc here, or gone meanwhile.
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
      }
    }
    return false;
  }
}
