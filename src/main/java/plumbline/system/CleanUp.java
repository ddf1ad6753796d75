package plumbline.system;

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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import plumbline.problem.CannotMeasureException;
import plumbline.system.docker.DockerEngine;
import plumbline.system.janitor.Order;
import plumbline.system.janitor.TempFolders;
import plumbline.system.janitor.Watch;
import plumbline.system.process.Pause;
import plumbline.system.spi.Dialect;
import plumbline.system.spi.NoAnswerException;

/** The janitor's list, and the work when the host is gone. */
final class CleanUp {
  /**
   * How far the start of a process as seen by two JVMs may differ: Linux gives the boot time, to
   * which the start is added, in whole seconds.
   */
  private static final Duration SAME_START = Duration.ofSeconds(2);

  private static final Duration REMOTE_LIMIT = Duration.ofSeconds(7);

  /** The longest time to wait for a container engine. */
  private static final Duration ENGINE_LIMIT = Duration.ofMinutes(2);

  /** The host may have died while its engine was creating the container. */
  private static final Duration CREATION_LIMIT = Duration.ofSeconds(5);

  private static final Duration FOLDER_LIMIT = Duration.ofSeconds(4);
  private static final Duration DEATH_LIMIT = Duration.ofSeconds(2);
  private static final Pattern JMH_FILE = Pattern.compile("jmh\\d+(stdout|stderr|compilecommand)");

  private final Map<Watch.OfProcess, ProcessHandle> processes = new LinkedHashMap<>();
  private final List<Watch> others = new ArrayList<>();

  void obey(Order order) {
    switch (order.verb()) {
      case WATCH -> add(order.watch().orElseThrow());
      case FORGET -> remove(order.watch().orElseThrow());
      // The forks ended before their host: JMH has deleted its files itself.
      case DONE -> others.removeIf(Watch.OfJmhFiles.class::isInstance);
    }
  }

  void add(Watch watch) {
    if (watch instanceof Watch.OfProcess process) {
      // Taken now, a handle tells the process from a later one of the same id by itself.
      same(process).ifPresent(handle -> processes.put(process, handle));
      return;
    }
    others.add(watch);
    if (watch instanceof Watch.OfPrefix prefix) {
      // Loading the classes of a client takes seconds on a busy machine: later there is no time.
      attempt(
          "cannot reach a server to clean up later",
          () -> ask(prefix, dialect -> dialect.ping(prefix.endpoints(), REMOTE_LIMIT)));
    }
  }

  private void remove(Watch watch) {
    if (watch instanceof Watch.OfProcess process) {
      // The start may be unknown by now: the process has ended.
      processes.keySet().removeIf(known -> known.pid() == process.pid());
    } else {
      others.remove(watch);
    }
  }

  private static Optional<ProcessHandle> same(Watch.OfProcess process) {
    Instant expected = Instant.ofEpochMilli(process.startMillis());
    return ProcessHandle.of(process.pid())
        .filter(
            handle -> {
              Instant started = handle.info().startInstant().orElse(expected);
              return Duration.between(started, expected).abs().compareTo(SAME_START) <= 0;
            });
  }

  void run() {
    long now = System.nanoTime();
    processes.values().forEach(ProcessHandle::destroyForcibly);
    Map<Thread, Long> remote = new LinkedHashMap<>();
    for (Watch watch : others) {
      if (watch instanceof Watch.OfPrefix prefix) {
        remote.put(begin(() -> removeNames(prefix)), now + REMOTE_LIMIT.toNanos());
      } else if (watch instanceof Watch.OfContainer container) {
        remote.put(
            begin(() -> removeContainer(container)), now + ENGINE_LIMIT.plusSeconds(10).toNanos());
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

  private interface Question {
    void ask(Dialect dialect) throws NoAnswerException;
  }

  private static void ask(Watch.OfPrefix watch, Question question) {
    try {
      question.ask(Systems.named(watch.system()).dialect());
    } catch (NoAnswerException e) {
      throw new CannotMeasureException(watch.system() + " " + e.getMessage(), e);
    }
  }

  private static void removeNames(Watch.OfPrefix watch) {
    ask(watch, dialect -> dialect.remove(watch.endpoints(), watch.prefix(), REMOTE_LIMIT));
  }

  private static Thread begin(Runnable removal) {
    Thread thread = new Thread(() -> attempt("could not remove a remainder", removal), "remove");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void attempt(String problem, Runnable work) {
    try {
      work.run();
    } catch (CannotMeasureException e) {
      complain(problem + ": " + e.getMessage());
    }
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

  /** However long its engine takes to come back, within limits. */
  private void removeContainer(Watch.OfContainer watch) {
    long start = System.nanoTime();
    CannotMeasureException problem = null;
    while (System.nanoTime() - start < ENGINE_LIMIT.toNanos()) {
      try {
        boolean removed = DockerEngine.remove(watch.engine(), watch.container());
        if (removed || System.nanoTime() - start > CREATION_LIMIT.toNanos()) {
          return;
        }
      } catch (CannotMeasureException e) {
        problem = e;
      }
      Pause.of(500, "removing " + watch.container());
    }
    throw problem;
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
      for (Path file : all.toList()) {
        if (JMH_FILE.matcher(file.getFileName().toString()).matches()
            && Files.getLastModifiedTime(file).toMillis() >= files.sinceMillis()) {
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
