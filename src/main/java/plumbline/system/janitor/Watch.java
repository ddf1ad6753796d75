package plumbline.system.janitor;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** Something that must not stay behind. */
@JsonTypeInfo(use = JsonTypeInfo.Id.MINIMAL_CLASS)
public sealed interface Watch {
  /**
   * A process, which is ended; told from a later one of the same id by its start.
   *
   * @param startMillis since 1970; 0 if it is not known
   */
  record OfProcess(long pid, long startMillis) implements Watch {
    /** A process of this machine. */
    public static OfProcess of(ProcessHandle process) {
      return new OfProcess(
          process.pid(), process.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
    }
  }

  /**
   * A folder with all that is in it. It need not exist yet.
   *
   * @param folder whose name starts with {@code plumbline-}, so that a mistake never deletes what
   *     is not ours
   */
  record OfFolder(Path folder) implements Watch {
    public OfFolder {
      if (!String.valueOf(folder.getFileName()).startsWith("plumbline-")) {
        throw new IllegalArgumentException(
            "the name of a folder to delete must start with plumbline-, not " + folder);
      }
    }
  }

  /**
   * Temporary files of JMH's forks, which it deletes itself unless it is killed. JMH lets only one
   * of its runs go on at a time, so those that were made meanwhile are this host's.
   *
   * @param folder in which JMH makes them
   * @param sinceMillis the host's start, since 1970: older files are not its own
   */
  record OfJmhFiles(Path folder, long sinceMillis) implements Watch {}

  /**
   * A container. It need not exist yet.
   *
   * @param container id or name
   * @param engine address of its engine, such as {@code unix:///var/run/docker.sock}
   */
  record OfContainer(String container, String engine) implements Watch {}

  /**
   * What the run made on a server of the user's own.
   *
   * @param prefix with which the names of all that start
   * @param endpoints what a client needs to connect; may hold passwords
   */
  record OfPrefix(String system, String prefix, Map<String, String> endpoints) implements Watch {}
}
