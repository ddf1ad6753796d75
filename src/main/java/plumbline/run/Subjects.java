package plumbline.run;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import plumbline.result.Fault;
import plumbline.result.Promise;
import plumbline.result.Round;
import plumbline.result.RunManifest;
import plumbline.result.Series;
import plumbline.result.Subject;
import plumbline.result.Warning;
import plumbline.run.plan.Measurement;
import plumbline.run.plan.Plan;
import plumbline.system.Systems;
import plumbline.system.spi.Origin;
import plumbline.system.spi.ServerSystem;

/**
 * What the figures of a run are of: series with their servers, conditions, promises and clients.
 */
final class Subjects {
  private final Plan plan;
  private final List<RunManifest.Server> servers;

  Subjects(Plan plan, List<RunManifest.Server> servers) {
    this.plan = plan;
    this.servers = servers;
  }

  /** A series with the conditions under which this run measures it. */
  Subject of(Series series) {
    Optional<RunManifest.Server> server = server(series);
    return new Subject(
        series,
        server.map(one -> conditionsText(one, series)).orElse(""),
        server.flatMap(one -> promise(one, series)),
        server.map(one -> one.product() + " " + one.version()).orElse(""),
        client(series));
  }

  private Optional<RunManifest.Server> server(Series series) {
    return servers.stream()
        .filter(server -> server.system().equals(series.system()))
        .filter(server -> server.set().equals(series.servers()))
        .findFirst();
  }

  private static String conditionsText(RunManifest.Server server, Series series) {
    StringBuilder text = new StringBuilder(server.provider());
    conditions(server, series)
        .forEach((name, value) -> text.append(' ').append(name).append('=').append(value));
    return text.toString();
  }

  private static SortedMap<String, String> conditions(RunManifest.Server server, Series series) {
    SortedMap<String, String> conditions = new TreeMap<>(server.conditions());
    conditions.putAll(
        Systems.named(server.system()).conditions(Origin.of(server.provider()), series.params()));
    return conditions;
  }

  /** What the server promises, if the benchmark asks for it. */
  private static Optional<Promise> promise(RunManifest.Server server, Series series) {
    ServerSystem system = Systems.named(server.system());
    return Collections.disjoint(system.asks().keySet(), series.params().keySet())
        ? Optional.empty()
        : Optional.of(system.promise(conditions(server, series)));
  }

  private String client(Series series) {
    return plan.measurements().stream()
        .filter(measurement -> measurement.series().equals(series))
        .map(Measurement::client)
        .findFirst()
        .orElse("");
  }

  /** The same round, not valid if what is promised to be on the disk is in memory. */
  Round onDisk(Round round) {
    boolean promised = of(round.series()).promise().equals(Optional.of(Promise.DISK));
    boolean inMemory =
        server(round.series())
            .flatMap(RunManifest.Server::dataFolder)
            .filter(RunManifest.DataFolder::isInMemory)
            .isPresent();
    Fault fault = Fault.of(Warning.DISK_IS_MEMORY);
    return promised && inMemory
        ? round.with(Optional.of(round.fault().map(one -> one.and(fault)).orElse(fault)))
        : round;
  }
}
