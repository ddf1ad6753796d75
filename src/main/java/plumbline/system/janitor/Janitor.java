package plumbline.system.janitor;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import plumbline.problem.CannotMeasureException;
import plumbline.system.process.Detached;
import plumbline.system.process.JavaCommand;

/**
 * A small process that cleans up when this one is gone, even by SIGKILL. It reads a pipe from the
 * host; when the pipe closes, it ends the processes, removes the containers, removes what the run
 * made on external servers and then the folders that are still on its list, all within 10 s. Only
 * for a container whose engine does not answer it stays longer, up to two minutes.
 *
 * <p>Passwords of external servers travel through the pipe alone, never by a file or a command
 * line. All methods may be called from any thread.
 */
public final class Janitor implements AutoCloseable {
  private static final long END_SECONDS = 5;

  private final Process process;
  private final Writer pipe;
  private final Set<String> containers = ConcurrentHashMap.newKeySet();
  private boolean closed;

  private Janitor(Process process) {
    this.process = process;
    this.pipe =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.US_ASCII));
  }

  /**
   * Starts a janitor whose complaints nobody hears.
   *
   * @throws CannotMeasureException if the process cannot be started
   */
  public static Janitor start() {
    return start(ProcessBuilder.Redirect.DISCARD);
  }

  /**
   * Starts a janitor.
   *
   * @param log file to which it writes what it could not remove
   * @throws CannotMeasureException if the process cannot be started
   */
  public static Janitor start(Path log) {
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new CannotMeasureException("cannot create the folder of " + log + ": " + e, e);
    }
    return start(ProcessBuilder.Redirect.appendTo(log.toFile()));
  }

  private static Janitor start(ProcessBuilder.Redirect log) {
    List<String> command =
        JavaCommand.of(
            List.of(
                // With 24 MB, the clients of two systems at once spend their time collecting.
                "-Xmx48m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=off"),
            JanitorMain.class,
            List.of());
    try {
      return new Janitor(
          new ProcessBuilder(Detached.command(command))
              .redirectOutput(log)
              .redirectError(log)
              .start());
    } catch (IOException e) {
      throw new CannotMeasureException("cannot start the janitor: " + e.getMessage(), e);
    }
  }

  /** The process id of the janitor. */
  public long pid() {
    return process.pid();
  }

  /** Whether the janitor runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /**
   * Ends this process when the host is gone.
   *
   * @throws CannotMeasureException if the janitor itself is gone
   */
  public void watchProcess(ProcessHandle child) {
    send(Order.WATCH, of(child));
  }

  /** Takes a process off the list. */
  public void forgetProcess(ProcessHandle child) {
    send(Order.FORGET, of(child));
  }

  /**
   * Deletes this folder when the host is gone. It need not exist yet.
   *
   * @throws IllegalArgumentException if its name does not start with {@code plumbline-}, so that a
   *     mistake never deletes what is not ours
   */
  public void watchFolder(Path folder) {
    send(Order.WATCH, new Watch.OfFolder(folder.toAbsolutePath()));
  }

  /**
   * Deletes the temporary files of JMH's forks when the host is gone. JMH lets only one of its runs
   * go on at a time, so those that were made meanwhile are this host's.
   *
   * @param folder in which JMH makes them
   * @param since the host's start
   */
  public void watchJmhFiles(Path folder, Instant since) {
    send(Order.WATCH, new Watch.OfJmhFiles(folder.toAbsolutePath(), since));
  }

  /** Takes a folder off the list. */
  public void forgetFolder(Path folder) {
    send(Order.FORGET, new Watch.OfFolder(folder.toAbsolutePath()));
  }

  /**
   * Removes this container when the host is gone. It need not exist yet.
   *
   * @param container id or name
   * @param engine address of the engine, such as {@code unix:///var/run/docker.sock}
   */
  public void watchContainer(String container, String engine) {
    send(Order.WATCH, new Watch.OfContainer(container, engine));
    containers.add(container);
  }

  /** Takes a container off the list. */
  public void forgetContainer(String container, String engine) {
    send(Order.FORGET, new Watch.OfContainer(container, engine));
    containers.remove(container);
  }

  /**
   * Removes what the run made on a server when the host is gone.
   *
   * @param system its id
   * @param endpoints what its client needs to connect
   * @param prefix with which the names of all that start
   */
  public void watchPrefix(String system, Map<String, String> endpoints, String prefix) {
    send(Order.WATCH, Watch.ofPrefix(system, endpoints, prefix));
  }

  /** Takes what the run made off the list, on whatever server of the system it is. */
  public void forgetPrefix(String system, String prefix) {
    send(Order.FORGET, new Watch.OfPrefix(system, prefix, new TreeMap<>()));
  }

  private static Watch of(ProcessHandle child) {
    return new Watch.OfProcess(
        child.pid(), child.info().startInstant().orElse(Instant.ofEpochMilli(0)));
  }

  private synchronized void send(String verb, Watch watch) {
    if (closed) {
      if (verb.equals(Order.FORGET)) {
        return;
      }
      // Nobody would remove what is about to be started.
      throw new CannotMeasureException("the run is over, and nothing is started any more");
    }
    try {
      pipe.write(verb + " " + watch.line() + Order.END + "\n");
      pipe.flush();
    } catch (IOException e) {
      if (verb.equals(Order.FORGET)) {
        // A janitor that is gone has nothing on its list, and the caller is just cleaning up.
        return;
      }
      throw new CannotMeasureException(
          "the janitor (process "
              + process.pid()
              + ") is gone, so a killed run would leave servers behind: "
              + e.getMessage(),
          e);
    }
  }

  /**
   * Ends the janitor: what is still on its list goes, as when the host was interrupted while a
   * server was starting. A container that cannot be removed is not waited for. Doing so again has
   * no effect.
   */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try (pipe) {
      pipe.write(Order.DONE + "\n");
    } catch (IOException e) {
      // A janitor that is already gone needs no farewell.
      process.destroyForcibly();
    }
    if (!containers.isEmpty()) {
      return;
    }
    try {
      process.waitFor(END_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
