package plumbline.system.janitor;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  /** Above this package: it knows all systems, and container engines. */
  private static final String MAIN = "plumbline.system.JanitorMain";

  private final Process process;
  private final Writer pipe;
  private final Set<Watch> containers = new HashSet<>();
  private boolean closed;

  private Janitor(Process process) {
    this.process = process;
    this.pipe =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
  }

  /** Starts a janitor whose complaints nobody hears. */
  public static Janitor start() {
    return start(ProcessBuilder.Redirect.DISCARD);
  }

  /** Starts a janitor, which logs what it could not remove. */
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
            MAIN,
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
   * Puts something on the list, which is removed when the host is gone.
   *
   * @throws CannotMeasureException if the janitor itself is gone, or the run is over
   */
  public synchronized void watch(Watch watch) {
    if (closed) {
      // Nobody would remove what is about to be started.
      throw new CannotMeasureException("the run is over, and nothing is started any more");
    }
    try {
      send(new Order(Order.Verb.WATCH, Optional.of(watch)));
    } catch (IOException e) {
      throw new CannotMeasureException(
          "the janitor (process "
              + process.pid()
              + ") is gone, so a killed run would leave servers behind: "
              + e.getMessage(),
          e);
    }
    if (watch instanceof Watch.OfContainer) {
      containers.add(watch);
    }
  }

  /** Takes something off the list. A janitor that is gone has nothing on its list. */
  public synchronized void forget(Watch watch) {
    containers.remove(watch);
    if (closed) {
      return;
    }
    try {
      send(new Order(Order.Verb.FORGET, Optional.of(watch)));
    } catch (IOException e) {
      // The caller is just cleaning up.
      return;
    }
  }

  private void send(Order order) throws IOException {
    pipe.write(order.line() + "\n");
    pipe.flush();
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
      send(new Order(Order.Verb.DONE, Optional.empty()));
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
