package plumbline.system.instance;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import plumbline.input.Processors;
import plumbline.problem.CannotMeasureException;
import plumbline.system.janitor.Janitor;
import plumbline.system.janitor.TempFolders;
import plumbline.system.janitor.Watch;
import plumbline.system.process.Detached;
import plumbline.system.process.LogTail;
import plumbline.system.spi.Launch;
import plumbline.system.spi.Origin;
import plumbline.system.spi.ProcessRecipe;
import plumbline.system.spi.ServerHandle;
import plumbline.system.spi.ServerSystem;

/** A server that is a child process with a data folder of its own. */
public final class ProcessServer extends ServerHandle {
  private static final long STOP_SECONDS = 20;
  private static final long KILL_SECONDS = 10;

  private final Launch launch;
  private final Path folder;
  private final Path log;
  private final Janitor janitor;
  private final Optional<Processors> pinned;
  private Process process;
  private long logStart;
  private String ending = "";
  private boolean closed;

  /** A server that does not run yet, and writes to a temporary folder that is deleted with it. */
  public ProcessServer(ServerSystem system, Launch launch, Path folder, StartContext context) {
    super(system, Origin.PROCESSES, launch, context.request().prefix());
    this.launch = launch;
    this.folder = folder;
    this.log = context.logOf(system);
    this.janitor = context.janitor();
    this.pinned = context.request().pinned();
  }

  @Override
  protected Map<String, String> ownConditions() {
    return pinned
        .map(cpus -> Map.of("network", "loopback", "cpus", cpus.text()))
        .orElseGet(() -> Map.of("network", "loopback"));
  }

  private List<String> command() {
    return Stream.concat(
            pinned.stream().flatMap(cpus -> Stream.of("taskset", "-c", cpus.text())),
            launch.command().stream())
        .toList();
  }

  @Override
  public synchronized OptionalLong pid() {
    return process == null ? OptionalLong.empty() : OptionalLong.of(process.pid());
  }

  @Override
  public Optional<Path> logFile() {
    return Optional.of(log);
  }

  @Override
  public Optional<Path> dataDirectory() {
    return Optional.of(folder.resolve(ProcessRecipe.DATA));
  }

  @Override
  protected synchronized void start() {
    if (closed) {
      throw new IllegalStateException(system() + " is closed");
    }
    ending = "";
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      logStart = Files.exists(log) ? Files.size(log) : 0;
      ProcessBuilder builder =
          new ProcessBuilder(Detached.waitingCommand(command()))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().putAll(launch.environment());
      process = builder.start();
      janitor.watch(Watch.OfProcess.of(process.toHandle()));
      try (OutputStream input = process.getOutputStream()) {
        input.write("go\n".getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException e) {
      throw new CannotMeasureException(
          "cannot start " + system() + " with " + launch.command().get(0) + ": " + e.getMessage(),
          e);
    }
  }

  @Override
  public synchronized boolean foundPortTaken() {
    return LogTail.namesTakenPort(log, logStart);
  }

  @Override
  public synchronized boolean isAlive() {
    return process != null && process.isAlive();
  }

  @Override
  public synchronized String diagnosis() {
    if (process == null) {
      return system() + " was not started";
    }
    String who = system() + " (process " + process.pid() + ")";
    if (process.isAlive()) {
      return who + " runs";
    }
    if (!ending.isEmpty()) {
      return who + " " + ending;
    }
    int code = process.exitValue();
    String cause = LogTail.cause(log, logStart).map(line -> ": " + line).orElse("");
    // A process that a signal ended had no time to write a cause.
    boolean signal = code > 128;
    return who + " ended with exit code " + code + (signal ? "" : cause) + "; see " + log;
  }

  @Override
  public synchronized void stop() {
    if (isAlive()) {
      ending = "was stopped";
      process.destroy();
      if (!waitFor(STOP_SECONDS)) {
        process.destroyForcibly();
        waitFor(KILL_SECONDS);
      }
    }
    forget();
  }

  @Override
  public synchronized void kill() {
    if (isAlive()) {
      ending = "was killed";
      process.destroyForcibly();
      waitFor(KILL_SECONDS);
    }
    forget();
  }

  private void forget() {
    if (process != null && !process.isAlive()) {
      janitor.forget(Watch.OfProcess.of(process.toHandle()));
    }
  }

  private boolean waitFor(long seconds) {
    boolean interrupted = false;
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    try {
      while (true) {
        try {
          return process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          // An interrupted run still has to end its servers.
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    stop();
    TempFolders.delete(folder, janitor);
  }
}
