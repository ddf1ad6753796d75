package plumbline.run;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import plumbline.problem.CannotMeasureException;
import plumbline.result.Round;
import plumbline.run.fork.ForkOutput;
import plumbline.run.fork.JmhFork;
import plumbline.run.machine.AwakeProcessors;
import plumbline.run.machine.QuietDisks;
import plumbline.run.plan.Measurement;
import plumbline.run.plan.Plan;
import plumbline.system.Deployment;
import plumbline.system.Systems;
import plumbline.system.janitor.Janitor;
import plumbline.system.spi.ServerHandle;

/** Runs measurements on their servers, and knows which of these have died. */
final class RoundRunner implements Searches.Forks {
  private final Deployments servers;
  private final Map<Optional<Deployment>, JmhFork> forks;
  private final ToolRunner tools;
  private final Janitor janitor;
  private final RunListener listener;
  private final Plan plan;
  private final Pace pace;
  private final QuietDisks disks = new QuietDisks();

  /** Why a server can no longer be measured. */
  private final Map<ServerHandle, String> dead = new HashMap<>();

  /** Prepares it; the plan's time begins now. */
  RoundRunner(
      Deployments servers,
      Map<Optional<Deployment>, JmhFork> forks,
      ToolRunner tools,
      Janitor janitor,
      RunListener listener,
      Plan plan) {
    this.servers = servers;
    this.forks = forks;
    this.tools = tools;
    this.janitor = janitor;
    this.listener = listener;
    this.plan = plan;
    this.pace = new Pace(plan.estimate(), System.nanoTime());
  }

  /** Runs a measurement once, as a part of a round. */
  ForkOutput run(Measurement measurement, int number) {
    ForkOutput output = attempt(measurement, number);
    pace.advance(Plan.estimate(measurement));
    if (output.round().isValid()) {
      listener.measured(output.round());
    } else if (obstacle(measurement).isEmpty()) {
      listener.failed(describe(measurement, number), output.round().fault().orElseThrow());
    }
    return output;
  }

  /** Time left at present. */
  Duration remaining() {
    return pace.remaining(System.nanoTime());
  }

  @Override
  public Round probe(Measurement measurement) {
    Round round = attempt(measurement, 0).round();
    // A search that takes longer than planned does not eat into the time of the rounds.
    pace.advance(Plan.estimate(measurement), plan.searchEstimate());
    return round;
  }

  /** How forks waited for the disks, as one line; empty if they did not. */
  Optional<String> waitedForDisks() {
    return disks.note();
  }

  /** From here on there are only rounds, however long the searches were to take. */
  void searchesEnded() {
    pace.reach(plan.searchEstimate());
  }

  private ForkOutput attempt(Measurement measurement, int number) {
    listener.step(
        describe(measurement, number), pace.fraction(), pace.remaining(System.nanoTime()));
    if (obstacle(measurement).isEmpty()) {
      disks.await();
      ForkOutput output = fork(measurement, number);
      if (obstacle(measurement).isEmpty()) {
        return output;
      }
    }
    // Why a server died tells more than what its clients saw of it.
    return ForkOutput.failed(measurement, number, obstacle(measurement).orElseThrow());
  }

  private ForkOutput fork(Measurement measurement, int number) {
    Optional<ServerHandle> server = servers.handle(measurement);
    Optional<String> unprepared = server.flatMap(one -> unprepared(one, measurement));
    if (unprepared.isPresent()) {
      return ForkOutput.failed(measurement, number, unprepared.get());
    }
    ForkOutput output = measured(measurement, number, server);
    if (!plan.warmServers()) {
      output = output.cold();
    }
    if (!output.round().isValid()) {
      server.filter(one -> !one.isAlive()).ifPresent(this::died);
    }
    return output;
  }

  private ForkOutput measured(Measurement measurement, int number, Optional<ServerHandle> server) {
    if (!measurement.series().keepsAwake()) {
      return asItIs(measurement, number, server);
    }
    AwakeProcessors processors = AwakeProcessors.start(janitor);
    try {
      return asItIs(measurement, number, server);
    } finally {
      processors.close();
    }
  }

  private ForkOutput asItIs(Measurement measurement, int number, Optional<ServerHandle> server) {
    if (measurement.tool().isPresent()) {
      return tools.run(measurement, number, server.orElseThrow());
    }
    OptionalLong pid = server.map(ServerHandle::pid).orElse(OptionalLong.empty());
    return forks.get(measurement.servers()).run(measurement, number, pid);
  }

  private void died(ServerHandle server) {
    String reason = server.diagnosis();
    dead.put(server, reason);
    listener.status(reason + "; its remaining rounds are not measured");
  }

  /** Why a server does not take the settings that a measurement asks for; empty if it did. */
  private Optional<String> unprepared(ServerHandle server, Measurement measurement) {
    try {
      Systems.named(server.system()).prepare(server, measurement.params());
      return Optional.empty();
    } catch (CannotMeasureException e) {
      if (!server.isAlive()) {
        died(server);
      }
      return Optional.of(dead.getOrDefault(server, e.getMessage()));
    }
  }

  @Override
  public Optional<String> obstacle(Measurement measurement) {
    return servers.handle(measurement).map(dead::get);
  }

  /** A measurement in words. */
  private String describe(Measurement measurement, int number) {
    String params = measurement.series().paramsText();
    String where = number == 0 ? "search" : "round " + number + " of " + plan.rounds();
    StringBuilder text = new StringBuilder(where);
    text.append(": ").append(Systems.nameOf(measurement.series()));
    text.append(params.isEmpty() ? "" : " " + params);
    measurement
        .series()
        .targetRate()
        .ifPresent(rate -> text.append(String.format(Locale.ROOT, " at %,.0f ops/s", rate)));
    return text.toString();
  }
}
