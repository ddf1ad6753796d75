package plumbline.system.janitor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.problem.CannotMeasureException;
import plumbline.system.process.Pause;

/** The janitor's list, and the work when the host is gone. */
final class CleanUp {
  /**
   * How far the start of a process as seen by two JVMs may differ: Linux gives the boot time, to
   * which the start is added, in whole seconds.
   */
  private static final Duration SAME_START = Duration.ofSeconds(2);

  private static final Duration REMOTE_LIMIT = Duration.ofSeconds(7);
  private static final Duration CONTAINER_LIMIT = ContainerRemoval.LIMIT.plusSeconds(10);
  private static final Duration FOLDER_LIMIT = Duration.ofSeconds(4);
  private static final Duration DEATH_LIMIT = Duration.ofSeconds(2);

  private final Remover remover;
  private final Map<Watch.OfProcess, ProcessHandle> processes = new LinkedHashMap<>();
  private final List<Watch> others = new ArrayList<>();

  CleanUp(Remover remover) {
    this.remover = remover;
  }

  void add(Watch watch) {
    if (watch instanceof Watch.OfProcess process) {
      // Taken now, a handle tells the process from a later one of the same id by itself.
      same(process).ifPresent(handle -> processes.put(process, handle));
    } else {
      others.add(watch);
      if (watch instanceof Watch.OfPrefix prefix) {
        greet(prefix);
      }
    }
  }

  private void greet(Watch.OfPrefix prefix) {
    try {
      remover.greet(prefix.system(), prefix.endpoints(), REMOTE_LIMIT);
    } catch (CannotMeasureException e) {
      complain("cannot reach a server to clean up later: " + e.getMessage());
    }
  }

  void remove(Watch watch) {
    if (watch instanceof Watch.OfProcess process) {
      // The start may be unknown by now: the process has ended.
      processes.keySet().removeIf(known -> known.pid() == process.pid());
    } else if (watch instanceof Watch.OfPrefix prefix) {
      others.removeIf(
          known ->
              known instanceof Watch.OfPrefix other
                  && other.system().equals(prefix.system())
                  && other.prefix().equals(prefix.prefix()));
    } else {
      others.remove(watch);
    }
  }

  private static Optional<ProcessHandle> same(Watch.OfProcess process) {
    return ProcessHandle.of(process.pid())
        .filter(
            handle -> {
              Instant started = handle.info().startInstant().orElse(process.started());
              return Duration.between(started, process.started()).abs().compareTo(SAME_START) <= 0;
            });
  }

  /** The host has ended in order, and its forks before: JMH has deleted its files itself. */
  void forgetJmhFiles() {
    others.removeIf(Watch.OfJmhFiles.class::isInstance);
  }

  void run() {
    long now = System.nanoTime();
    processes.values().forEach(ProcessHandle::destroyForcibly);
    Map<Thread, Long> remote = new LinkedHashMap<>();
    for (Watch watch : others) {
      if (watch instanceof Watch.OfPrefix) {
        remote.put(begin(watch), now + REMOTE_LIMIT.toNanos());
      }
    }
    for (Watch watch : others) {
      if (watch instanceof Watch.OfContainer) {
        remote.put(begin(watch), now + CONTAINER_LIMIT.toNanos());
      }
    }
    awaitDeath();
    for (Watch watch : others) {
      if (watch instanceof Watch.OfFolder folder) {
        deleteFolder(folder.folder());
      } else if (watch instanceof Watch.OfJmhFiles files) {
        deleteJmhFiles(files);
      }
    }
    remote.forEach(CleanUp::join);
  }

  private Thread begin(Watch watch) {
    Thread thread = new Thread(() -> removeRemote(watch), "remove");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void join(Thread thread, long end) {
    try {
      thread.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitDeath() {
    long end = System.nanoTime() + DEATH_LIMIT.toNanos();
    while (System.nanoTime() < end
        && processes.values().stream().anyMatch(ProcessHandle::isAlive)) {
      Pause.unlessInterrupted(20);
    }
  }

  private void removeRemote(Watch watch) {
    try {
      if (watch instanceof Watch.OfContainer container) {
        ContainerRemoval.run(remover, container);
      } else if (watch instanceof Watch.OfPrefix prefix) {
        remover.removeNames(prefix.system(), prefix.endpoints(), prefix.prefix(), REMOTE_LIMIT);
      }
    } catch (CannotMeasureException e) {
      complain("could not remove a remainder: " + e.getMessage());
    }
  }

  /** A process that was just killed may have left a last write: so this tries until it holds. */
  private static void deleteFolder(Path folder) {
    long end = System.nanoTime() + FOLDER_LIMIT.toNanos();
    while (true) {
      try {
        TempFolders.delete(folder);
        return;
      } catch (IOException e) {
        if (System.nanoTime() >= end) {
          complain("could not delete " + folder + ": " + e);
          return;
        }
        Pause.unlessInterrupted(100);
      }
    }
  }

  private static void deleteJmhFiles(Watch.OfJmhFiles files) {
    try (Stream<Path> all = Files.list(files.folder())) {
      for (Path file : all.filter(Watch.OfJmhFiles::hasName).toList()) {
        if (!Files.getLastModifiedTime(file).toInstant().isBefore(files.since())) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      complain("could not delete JMH's temporary files in " + files.folder() + ": " + e);
    }
  }

  static void complain(String what) {
    System.err.println("plumbline janitor: " + what);
  }
}
