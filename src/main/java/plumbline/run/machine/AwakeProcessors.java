package plumbline.run.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import plumbline.problem.CannotMeasureException;
import plumbline.system.janitor.Janitor;
import plumbline.system.janitor.Watch;
import plumbline.system.process.Detached;
import plumbline.system.process.Pause;
import plumbline.system.process.ProgramPath;

/**
 * Keeps every processor from sleeping while something is measured: on each of them a process of the
 * lowest scheduling class of Linux (SCHED_IDLE) is always busy. Whatever else wants to run takes
 * the processor from it at once, but need not wait until a sleeping processor has woken up, which
 * with one operation in flight may be half of what it takes.
 *
 * <p>The processes have a session of their own, so that Ctrl-C does not end them before they are
 * forgotten; where the kernel shares processors among sessions (autogroup), theirs gets the least.
 */
public final class AwakeProcessors implements AutoCloseable {
  private static final int SCHED_IDLE = 5;

  /** Where {@code /proc/PID/stat} has the scheduling class, counted after the name in brackets. */
  private static final int POLICY = 38;

  private static final String SPIN =
      "echo 19 >/proc/self/autogroup 2>/dev/null; "
          + "exec chrt --idle 0 taskset -c \"$0\" sh -c 'while :; do :; done'";

  private static final long PATIENCE_MILLIS = 2_000;

  private final Janitor janitor;
  private final List<Process> processes = new ArrayList<>();
  private final List<Watch.OfProcess> watches = new ArrayList<>();

  private AwakeProcessors(Janitor janitor) {
    this.janitor = janitor;
  }

  /**
   * Refuses what cannot be done here, before anything is started.
   *
   * @throws CannotMeasureException if this is no Linux, or lacks what sets a scheduling class
   */
  public static void check() {
    LinuxFiles files = new LinuxFiles(Path.of("/"));
    for (String program : List.of("chrt", "taskset", "sh")) {
      if (!files.has("proc/self/stat") || ProgramPath.ofEnvironment().find(program).isEmpty()) {
        throw new CannotMeasureException(
            "processors=awake needs Linux with chrt and taskset on the PATH (package util-linux);"
                + " without it, processors sleep as this machine lets them");
      }
    }
  }

  /**
   * Starts them.
   *
   * @param janitor ends them if this program cannot
   * @throws CannotMeasureException if a processor cannot be kept awake
   */
  public static AwakeProcessors start(Janitor janitor) {
    AwakeProcessors all = new AwakeProcessors(janitor);
    try {
      for (int processor : new LinuxFiles(Path.of("/")).allowedProcessors()) {
        all.spin(processor);
      }
      for (Process process : all.processes) {
        awaitIdleClass(process);
      }
      return all;
    } catch (IOException e) {
      all.close();
      throw new CannotMeasureException("cannot keep processors awake: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      all.close();
      throw e;
    }
  }

  private void spin(int processor) throws IOException {
    List<String> command = List.of("/bin/sh", "-c", SPIN, Integer.toString(processor));
    Process process =
        new ProcessBuilder(Detached.waitingCommand(command))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    processes.add(process);
    Watch.OfProcess watch = Watch.OfProcess.of(process.toHandle());
    janitor.watch(watch);
    watches.add(watch);
    process.getOutputStream().write("go\n".getBytes(StandardCharsets.US_ASCII));
    process.getOutputStream().close();
  }

  /** A process that span in the usual class would take the processors from what is measured. */
  private static void awaitIdleClass(Process process) {
    LinuxFiles files = new LinuxFiles(Path.of("/"));
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    while (!isIdleClass(files.read("proc/" + process.pid() + "/stat"))) {
      if (!process.isAlive() || System.nanoTime() - deadline > 0) {
        throw new CannotMeasureException(
            "processors cannot be kept awake: the kernel did not give a process the scheduling"
                + " class SCHED_IDLE");
      }
      Pause.of(1, "processors were being kept awake");
    }
  }

  static boolean isIdleClass(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
    return fields.length > POLICY && fields[POLICY].equals(Integer.toString(SCHED_IDLE));
  }

  @Override
  public void close() {
    processes.forEach(Process::destroyForcibly);
    watches.forEach(janitor::forget);
  }
}
