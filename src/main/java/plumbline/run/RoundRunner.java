package plumbline.run;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import plumbline.problem.CannotMeasureException;
import plumbline.result.Round;
import plumbline.run.fork.ForkOutput;
import plumbline.run.fork.JmhFork;
import plumbline.run.plan.Measurement;
import plumbline.system.Deployment;
import plumbline.system.Systems;
import plumbline.system.spi.ServerHandle;

/** Runs measurements on their servers, and knows which of these have died. */
final class RoundRunner implements Searches.Forks {
  private final Deployments servers;
  private final Map<Optional<Deployment>, JmhFork> forks;
  private final ToolRunner tools;
  private final RunListener listener;
  private final int rounds;

  /** Why a server can no longer be measured. */
  private final Map<ServerHandle, String> dead = new HashMap<>();

  /**
   * Prepares it.
   *
   * @param forks by set of servers
   * @param rounds of the plan, for what is said
   */
  RoundRunner(
      Deployments servers,
      Map<Optional<Deployment>, JmhFork> forks,
      ToolRunner tools,
      RunListener listener,
      int rounds) {
    this.servers = servers;
    this.forks = forks;
    this.tools = tools;
    this.listener = listener;
    this.rounds = rounds;
  }

  /** Runs a measurement once, as a part of a round. */
  ForkOutput run(Measurement measurement, int number) {
    Optional<String> obstacle = obstacle(measurement);
    if (obstacle.isPresent()) {
      return failed(measurement, number, obstacle.get());
    }
    ForkOutput output = attempt(measurement, number);
    if (output.round().isValid()) {
      return output;
    }
    obstacle = obstacle(measurement);
    if (obstacle.isPresent()) {
      return failed(measurement, number, obstacle.get());
    }
    listener.failed(describe(measurement, number), output.round().fault().orElseThrow());
    return output;
  }

  @Override
  public Round probe(Measurement measurement) {
    return obstacle(measurement).isPresent()
        ? JmhFork.failedRound(measurement, 0, obstacle(measurement).get())
        : attempt(measurement, 0).round();
  }

  private ForkOutput attempt(Measurement measurement, int number) {
    Optional<ServerHandle> server = servers.handle(measurement);
    Optional<String> unprepared = server.flatMap(one -> unprepared(one, measurement));
    if (unprepared.isPresent()) {
      return failed(measurement, number, unprepared.get());
    }
    OptionalLong pid = server.map(ServerHandle::pid).orElse(OptionalLong.empty());
    ForkOutput output =
        measurement.tool().isPresent()
            ? tools.run(measurement, number, server.orElseThrow())
            : forks.get(measurement.servers()).run(measurement, number, pid);
    if (!output.round().isValid()) {
      server.filter(one -> !one.isAlive()).ifPresent(this::died);
    }
    return output;
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

  private static ForkOutput failed(Measurement measurement, int number, String reason) {
    return new ForkOutput(JmhFork.failedRound(measurement, number, reason), Optional.empty());
  }

  /** A measurement in words. */
  String describe(Measurement measurement, int number) {
    String params = measurement.series().paramsText();
    String where = number == 0 ? "search" : "round " + number + " of " + rounds;
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
