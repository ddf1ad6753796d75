package plumbline.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import plumbline.problem.BadInputException;
import plumbline.problem.CannotMeasureException;
import plumbline.result.Regime;
import plumbline.result.RunDirectory;
import plumbline.result.RunManifest;
import plumbline.result.RunManifest.Status;
import plumbline.server.ServerHandle;
import plumbline.server.ServerSet;
import plumbline.server.Systems;
import plumbline.server.janitor.Janitor;

/**
 * One run: starts the servers, warms them, runs the rounds, and ends everything. What was measured
 * is on disk after every fork.
 */
public final class RunSession {
  private final RunRequest request;
  private final List<String> toolNotes;
  private final RunListener listener;
  private final Clock clock;
  private final JmhResults jmhResults = new JmhResults();

  /** Why a server can no longer be measured. */
  private final Map<ServerHandle, String> dead = new HashMap<>();

  /**
   * Prepares a run.
   *
   * @param request what to run
   * @param listener hears how it goes on
   */
  public RunSession(RunRequest request, RunListener listener) {
    ToolRunner.Available available = ToolRunner.available(request);
    this.request = available.request();
    this.toolNotes = available.notes();
    this.listener = listener;
    this.clock = Clock.systemUTC();
  }

  /**
   * Runs.
   *
   * @return the directory, whose manifest says how it ended: COMPLETE, or FAILED if some rounds are
   *     not valid
   * @throws BadInputException if the servers cannot be used as the user gave them
   * @throws CannotMeasureException if nothing could be measured, or no more could be written
   */
  public RunDirectory execute() {
    Optional<DelayRequest> delay = DelayRequest.ofEnvironment();
    delay.ifPresent(one -> one.check(request.plan().measurements()));
    Instant started = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    RunDirectory directory = RunDirectory.create(request.results(), started, request.plan().name());
    RunRecord record =
        new RunRecord(
            directory,
            request,
            clock,
            started,
            new EnvironmentCapture().capture(JmhFork.flags()),
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
    janitor.watchJmhFiles(Path.of(System.getProperty("java.io.tmpdir")), clock.instant());
    Path scratch = scratchFolder();
    janitor.watchFolder(scratch);
    cleanup.scratch(scratch);
    ServerSets servers =
        cleanup.add(ServerSets.start(request, directory.logs(), janitor, listener::status));
    record.servers(servers.manifests(), servers.notes());
    delay.map(DelayRequest::note).ifPresent(record::note);
    for (String note : toolNotes) {
      record.note(note);
    }
    if (request.plan().warmServers()) {
      servers.warmUp(listener::status);
      record.servers(servers.manifests(), List.of());
    } else {
      record.note(
          "the servers were not warmed, as the plan says: figures are those of cold servers");
    }
    Map<Optional<ServerSet>, JmhFork> forks = servers.forks(scratch, directory.logs());
    cleanup.forksBegin();
    ToolRunner tools = new ToolRunner(scratch, directory.logs(), janitor);
    rounds(directory, record, servers, forks, tools);
  }

  private void rounds(
      RunDirectory directory,
      RunRecord record,
      ServerSets servers,
      Map<Optional<ServerSet>, JmhFork> forks,
      ToolRunner tools) {
    Plan plan = request.plan();
    Pace pace = new Pace(plan.estimate(), System.nanoTime());
    Random random = new Random(request.seed());
    for (int number = 1; number <= plan.rounds(); number++) {
      List<Measurement> order = new ArrayList<>(plan.measurements());
      Collections.shuffle(order, random);
      for (Measurement measurement : order) {
        listener.step(
            describe(measurement, number), pace.fraction(), pace.remaining(System.nanoTime()));
        JmhFork.Outcome outcome =
            measureOnce(servers, forks.get(measurement.servers()), tools, measurement, number);
        if (record.hasEnded()) {
          return;
        }
        outcome.jmh().ifPresent(result -> jmhResults.add(measurement.series(), result));
        record.add(outcome.round());
        pace.advance(Plan.estimate(measurement));
      }
      record.roundCompleted(number);
      jmhResults.write(directory.jmhJson());
    }
  }

  private JmhFork.Outcome measureOnce(
      ServerSets servers, JmhFork fork, ToolRunner tools, Measurement measurement, int number) {
    Optional<ServerHandle> server = servers.handle(measurement);
    if (server.isPresent() && dead.containsKey(server.get())) {
      return new JmhFork.Outcome(
          JmhFork.failedRound(measurement, number, dead.get(server.get())), Optional.empty());
    }
    Optional<String> unprepared = server.flatMap(one -> unprepared(one, measurement));
    if (unprepared.isPresent()) {
      return new JmhFork.Outcome(
          JmhFork.failedRound(measurement, number, unprepared.get()), Optional.empty());
    }
    OptionalLong pid = server.map(ServerHandle::pid).orElse(OptionalLong.empty());
    JmhFork.Outcome outcome =
        measurement.tool().isPresent()
            ? tools.run(measurement, number, server.orElseThrow())
            : fork.run(measurement, number, pid);
    if (outcome.round().isValid()) {
      return outcome;
    }
    if (server.isPresent() && !server.get().isAlive()) {
      String reason = server.get().diagnosis();
      dead.put(server.get(), reason);
      listener.status(reason + "; its remaining rounds are not measured");
      return new JmhFork.Outcome(
          JmhFork.failedRound(measurement, number, reason), Optional.empty());
    }
    listener.status(
        describe(measurement, number) + " failed: " + outcome.round().failure().orElse(""));
    return outcome;
  }

  /** Why a server does not take the settings that a measurement asks for; empty if it did. */
  private Optional<String> unprepared(ServerHandle server, Measurement measurement) {
    try {
      Systems.named(server.system()).prepare(server, measurement.params());
      return Optional.empty();
    } catch (CannotMeasureException e) {
      if (!server.isAlive()) {
        dead.put(server, server.diagnosis());
      }
      String reason = dead.getOrDefault(server, e.getMessage());
      listener.status(reason);
      return Optional.of(reason);
    }
  }

  private String describe(Measurement measurement, int number) {
    String params = measurement.series().paramsText();
    return String.format(
        java.util.Locale.ROOT,
        "round %d of %d: %s%s",
        number,
        request.plan().rounds(),
        Regime.operation(measurement.series()),
        params.isEmpty() ? "" : " " + params);
  }

  private static Path scratchFolder() {
    try {
      return Files.createTempDirectory("plumbline-run-");
    } catch (IOException e) {
      throw new CannotMeasureException(
          "cannot make a folder in " + System.getProperty("java.io.tmpdir") + ": " + e.getMessage(),
          e);
    }
  }

  private static void end(RunRecord record) {
    int problems = record.problems().size();
    if (problems == 0) {
      record.end(Status.COMPLETE, "");
    } else {
      RunManifest.Problem first = record.problems().get(0);
      record.end(
          Status.FAILED,
          problems
              + (problems == 1 ? " round is" : " rounds are")
              + " not valid; the first: "
              + first.series()
              + " in round "
              + first.round()
              + ": "
              + first.reason());
    }
  }
}
