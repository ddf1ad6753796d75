package plumbline.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.results.RunResult;
import plumbline.problem.CannotMeasureException;
import plumbline.result.Round;
import plumbline.result.RowContext;
import plumbline.result.RunManifest;
import plumbline.result.RunManifest.Problem;
import plumbline.result.RunManifest.Status;
import plumbline.result.Search;
import plumbline.result.file.HistogramLog;
import plumbline.result.file.JsonFiles;
import plumbline.result.file.ResultsWriter;
import plumbline.result.file.RunDirectory;
import plumbline.run.fork.JmhResults;
import plumbline.run.plan.Plan;
import plumbline.run.plan.Versions;

/**
 * A run on its way to disk. What a round of a benchmark gave is appended when it ends, so that a
 * run that is killed leaves what it measured, and then forgotten: neither the memory nor the work
 * of a round grows with the number of rounds before it. All methods are safe against the shutdown
 * hook, after whose {@link #end} nothing is written any more.
 */
final class RunRecord {
  private final RunDirectory directory;
  private RunRequest request;
  private final Instant started;
  private final RunManifest.Environment environment;
  private final Optional<RunManifest.Git> git;
  private final RunManifest.HandedOn handedOn;
  private final ResultsWriter results;
  private final JmhResults jmh = new JmhResults();

  /** Without their figures. */
  private final List<Round> rounds = new ArrayList<>();

  private final List<Problem> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Map<String, Search> searches = new LinkedHashMap<>();
  private List<RunManifest.Server> servers = List.of();
  private int roundsCompleted;
  private boolean ended;

  RunRecord(
      RunDirectory directory,
      RunRequest request,
      Instant started,
      RunManifest.Environment environment,
      Optional<RunManifest.Git> git) {
    this.directory = directory;
    this.request = request;
    this.started = started;
    this.environment = environment;
    this.git = git;
    this.handedOn = request.forks().handedOn();
    this.results = new ResultsWriter(directory.resultsCsv());
    request.plan().curves().forEach(curve -> searches.put(curve.tag(), curve.search()));
  }

  /** Writes the manifest of a run that has only begun. */
  synchronized void begin() {
    writeManifest(Status.RUNNING, "", Optional.empty());
  }

  synchronized void servers(List<RunManifest.Server> started, List<String> remarks) {
    servers = List.copyOf(started);
    notes.addAll(remarks);
    writeManifest(Status.RUNNING, "", Optional.empty());
  }

  /** A search has come so far. */
  synchronized void search(Search search) {
    if (ended) {
      return;
    }
    searches.put(search.shape(), search);
    search.fault().ifPresent(fault -> problems.add(Problem.of(0, search.shape(), fault)));
    writeManifest(Status.RUNNING, "", Optional.empty());
  }

  /** The searches are over: this is what the rounds measure. */
  synchronized void plan(Plan resolved) {
    if (ended) {
      return;
    }
    request = request.withPlan(resolved);
    writeManifest(Status.RUNNING, "", Optional.empty());
  }

  synchronized void note(String remark) {
    notes.add(remark);
  }

  /** Adds what one fork gave, with JMH's own result if there is one. */
  synchronized void add(Round measured, Optional<RunResult> fork) {
    if (ended) {
      return;
    }
    Subjects subjects = new Subjects(request.plan(), servers);
    Round round = subjects.onDisk(measured);
    rounds.add(round.withoutFigures());
    round
        .fault()
        .ifPresent(fault -> problems.add(Problem.of(round.number(), round.series().tag(), fault)));
    if (round.latencies().isPresent()) {
      HistogramLog.append(directory.histograms(), started, round);
    }
    results.append(context(), subjects.of(round.series()), round);
    fork.ifPresent(result -> jmh.add(round.series(), result));
    if (!round.isValid()) {
      writeManifest(Status.RUNNING, "", Optional.empty());
    }
    if (rounds.size() == 1) {
      directory.pointLatest();
    }
  }

  /** A round of every benchmark is over. */
  synchronized void roundCompleted(int number) {
    if (ended) {
      return;
    }
    roundsCompleted = number;
    writeManifest(Status.RUNNING, "", Optional.empty());
    // JMH's format can only be written as a whole: after 1, 2, 4, 8 … rounds, a killed run has at
    // least half of what it measured, and all that is written is at most twice the whole.
    if (Integer.bitCount(number) == 1) {
      jmh.write(directory.jmhJson());
    }
  }

  /** Ends the record, which fails the run if it cannot be finished; only the first call counts. */
  synchronized void end(Status status, String reason) {
    if (ended) {
      return;
    }
    ended = true;
    try {
      if (!rounds.isEmpty()) {
        results.finish();
        jmh.write(directory.jmhJson());
      }
      writeManifest(status, reason, Optional.of(Instant.now()));
    } catch (CannotMeasureException e) {
      failed(e);
      throw e;
    }
  }

  /** The disk may be what failed, so a second failure must not hide the first. */
  private void failed(CannotMeasureException problem) {
    try {
      writeManifest(Status.FAILED, problem.getMessage(), Optional.of(Instant.now()));
    } catch (CannotMeasureException e) {
      problem.addSuppressed(e);
    }
  }

  synchronized boolean isEmpty() {
    return rounds.isEmpty();
  }

  synchronized boolean hasEnded() {
    return ended;
  }

  synchronized List<Problem> problems() {
    return List.copyOf(problems);
  }

  synchronized List<Search> searches() {
    return List.copyOf(searches.values());
  }

  /** Every round, without its figures. */
  synchronized List<Round> rounds() {
    return List.copyOf(rounds);
  }

  synchronized int roundsCompleted() {
    return roundsCompleted;
  }

  private void writeManifest(Status status, String reason, Optional<Instant> end) {
    JsonFiles.write(
        directory.runJson(),
        new RunManifest(
            RunManifest.SCHEMA,
            directory.name(),
            Versions.plumbline(),
            status,
            reason,
            started,
            end,
            request.plan().toManifest(request.claims()),
            request.seed(),
            roundsCompleted,
            git,
            environment,
            servers,
            problems,
            notes,
            searches.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(searches.values())),
            Optional.of(handedOn).filter(one -> !one.isEmpty())));
  }

  private RowContext context() {
    return new RowContext(
        directory.name(),
        started,
        git.map(RunManifest.Git::commit).orElse(""),
        request.plan().name(),
        handedOn.beside(environment.javaRuntime()),
        environment.host());
  }
}
