package plumbline.run;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntConsumer;
import plumbline.problem.BadInputException;
import plumbline.problem.CannotMeasureException;
import plumbline.result.RunManifest.Status;
import plumbline.result.file.RunDirectory;
import plumbline.run.fork.DelayRequest;
import plumbline.run.fork.ForkFailure;
import plumbline.run.fork.ForkOutput;
import plumbline.run.fork.JmhFork;
import plumbline.run.machine.AwakeProcessors;
import plumbline.run.machine.EnvironmentCapture;
import plumbline.run.machine.GitCapture;
import plumbline.run.machine.QuietMachine;
import plumbline.run.plan.Measurement;
import plumbline.run.plan.Plan;
import plumbline.system.Deployment;
import plumbline.system.janitor.Janitor;
import plumbline.system.janitor.TempFolders;
import plumbline.system.janitor.Watch;

/**
 * One run: starts the servers, warms them, runs the rounds, and ends everything. What was measured
 * is on disk after every fork.
 */
public final class RunSession {
  private final RunRequest request;
  private final List<String> toolNotes;
  private final RunListener listener;

  /** Prepares a run; the listener hears how it goes on. */
  public RunSession(RunRequest request, RunListener listener) {
    ToolRunner.Available available = ToolRunner.available(request);
    this.request = available.request();
    this.toolNotes = available.notes();
    this.listener = listener;
  }

  /**
   * Runs.
   *
   * @return the directory, whose manifest says how it ended: COMPLETE, or FAILED, see {@link
   *     RunFailure}
   * @throws BadInputException if the servers cannot be used as the user gave them
   * @throws CannotMeasureException if nothing could be measured, or no more could be written
   */
  public RunDirectory execute() {
    Optional<DelayRequest> delay = DelayRequest.ofEnvironment();
    delay.ifPresent(one -> one.check(request.plan().shapes()));
    if (request.plan().shapes().stream().anyMatch(one -> one.series().keepsAwake())) {
      AwakeProcessors.check();
    }
    Instant started = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    RunDirectory directory = RunDirectory.create(request.results(), started, request.plan().name());
    RunRecord record =
        new RunRecord(
            directory,
            request,
            started,
            EnvironmentCapture.capture(request.forks().allFlags()),
            new GitCapture().capture(Path.of("").toAbsolutePath()));
    record.begin();
    Cleanup cleanup = new Cleanup(record);
    Thread hook = new Thread(cleanup::interrupted, "interrupted");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      measure(directory, record, cleanup, delay);
      end(record);
      return directory;
    } catch (BadInputException e) {
      if (record.isEmpty()) {
        directory.delete();
      }
      throw e;
    } catch (RuntimeException | Error e) {
      failed(record, e);
      throw e;
    } finally {
      cleanup.close();
      unhook(hook);
      listener.finished();
    }
  }

  /** The disk may be what failed, so a second failure must not hide the first. */
  private static void failed(RunRecord record, Throwable problem) {
    try {
      record.end(Status.FAILED, ForkFailure.reason(problem));
    } catch (RuntimeException e) {
      problem.addSuppressed(e);
    }
  }

  private static void unhook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is going down and runs the hook; it finds the record ended.
    }
  }

  private void measure(
      RunDirectory directory, RunRecord record, Cleanup cleanup, Optional<DelayRequest> delay) {
    Janitor janitor = cleanup.janitor(Janitor.start(directory.logs().resolve("janitor.log")));
    Path temporary = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
    janitor.watch(new Watch.OfJmhFiles(temporary, System.currentTimeMillis()));
    Path scratch = TempFolders.create("run", janitor);
    cleanup.add(() -> TempFolders.delete(scratch, janitor));
    Deployments servers =
        cleanup.add(Deployments.start(request, directory.logs(), janitor, listener::status));
    record.servers(servers.manifests(), servers.notes());
    delay.map(DelayRequest::note).ifPresent(record::note);
    for (String note : toolNotes) {
      record.note(note);
    }
    if (request.plan().warmServers()) {
      servers.warmUp(listener::status);
      record.servers(servers.manifests(), List.of());
      QuietMachine.await(listener::status).ifPresent(record::note);
    } else {
      record.note(
          "servers were not warmed, nor had clients to come to rest, as the plan says: figures are"
              + " those of cold ones");
    }
    Map<Optional<Deployment>, JmhFork> forks =
        servers.forks(scratch, directory.logs(), request.forks());
    cleanup.forksBegin();
    ToolRunner tools = new ToolRunner(scratch, directory.logs(), janitor);
    RoundRunner runner = new RoundRunner(servers, forks, tools, janitor, listener, request.plan());
    Plan plan = searched(record, runner);
    rounds(
        record,
        plan,
        runner,
        number -> {
          servers.renew(
              request,
              directory.logs().resolve("round-" + number),
              scratch,
              janitor,
              listener::status);
          cleanup.forksBegin();
          servers.unsettled().forEach(line -> record.note("round " + number + ": " + line));
        });
    runner.waitedForDisks().ifPresent(record::note);
  }

  /** Searches the rates of load curves, which stand in no plan. */
  private Plan searched(RunRecord record, RoundRunner runner) {
    Plan plan = request.plan();
    if (plan.curves().isEmpty()) {
      return plan;
    }
    Plan found =
        new Searches(runner, listener::searched, record::search, record::hasEnded).resolve(plan);
    if (record.hasEnded()) {
      return found;
    }
    if (found.measurements().isEmpty()) {
      throw new CannotMeasureException(
          "no load could be measured: " + record.problems().get(0).fault().text());
    }
    record.plan(found);
    runner.searchesEnded();
    return found;
  }

  /**
   * Runs the rounds.
   *
   * @param renewal starts the servers anew for a round
   */
  private void rounds(RunRecord record, Plan plan, RoundRunner runner, IntConsumer renewal) {
    Random random = new Random(request.seed());
    for (int number = 1; number <= plan.rounds(); number++) {
      List<Measurement> order = new ArrayList<>(plan.measurements());
      Collections.shuffle(order, random);
      if (plan.freshServers() && number > 1) {
        renewal.accept(number);
      }
      for (Measurement measurement : order) {
        if (record.hasEnded()) {
          return;
        }
        ForkOutput output = runner.run(measurement, number);
        if (record.hasEnded()) {
          return;
        }
        record.add(output.round(), output.jmh());
      }
      record.roundCompleted(number);
      listener.roundCompleted(number, plan.rounds(), runner.remaining());
    }
  }

  private static void end(RunRecord record) {
    Optional<String> failure = RunFailure.of(record.rounds(), record.searches());
    record.end(failure.isEmpty() ? Status.COMPLETE : Status.FAILED, failure.orElse(""));
  }
}
