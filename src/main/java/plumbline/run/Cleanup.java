package plumbline.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import plumbline.result.RunManifest.Status;
import plumbline.system.janitor.Janitor;

/**
 * Ends what a run started, once, in reverse order: at the run's end, or from the shutdown hook when
 * the user interrupts it. (When the host is killed, the janitor does it.)
 */
final class Cleanup implements AutoCloseable {
  private final RunRecord record;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private Set<ProcessHandle> servers;
  private Janitor janitor;
  private boolean closed;

  Cleanup(RunRecord record) {
    this.record = record;
  }

  /** Takes charge of something. If the end has come already, it is closed at once. */
  synchronized <T extends AutoCloseable> T add(T started) {
    if (closed) {
      closeQuietly(started);
      throw new IllegalStateException("the run was interrupted");
    }
    open.push(started);
    return started;
  }

  /** Takes charge of the janitor, who goes last. */
  synchronized Janitor janitor(Janitor started) {
    janitor = add(started);
    return started;
  }

  /** The JVM was told to end while the run was going on. */
  void interrupted() {
    if (!record.hasEnded()) {
      record.end(Status.INTERRUPTED, "stopped after " + record.roundsCompleted() + " whole rounds");
    }
    close(true);
  }

  @Override
  public void close() {
    close(false);
  }

  private synchronized void close(boolean interrupted) {
    if (closed) {
      return;
    }
    closed = true;
    endForks();
    if (interrupted) {
      // A server may be on its way that nothing here knows of. The janitor does: it is not sent
      // away, so it finds the host gone and ends what is left.
      open.remove(janitor);
    }
    while (!open.isEmpty()) {
      closeQuietly(open.pop());
    }
  }

  /** From now on, every new child process is a fork of JMH. */
  synchronized void forksBegin() {
    servers = ProcessHandle.current().children().collect(Collectors.toSet());
  }

  /** A fork that still runs would make topics and keys anew while they are being removed. */
  private void endForks() {
    if (servers != null) {
      List<ProcessHandle> forks =
          ProcessHandle.current().children().filter(child -> !servers.contains(child)).toList();
      forks.forEach(ProcessHandle::destroyForcibly);
      forks.forEach(
          fork -> fork.onExit().orTimeout(5, TimeUnit.SECONDS).handle((f, e) -> f).join());
    }
  }

  private static void closeQuietly(AutoCloseable started) {
    try {
      started.close();
    } catch (Throwable e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      // The rest must still be ended, whatever this was, and the user must hear of it.
      System.err.println("could not clean up: " + e.getMessage());
    }
  }
}
