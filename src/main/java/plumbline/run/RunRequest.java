package plumbline.run;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import plumbline.problem.BadInputException;
import plumbline.run.fork.ForkOptions;
import plumbline.run.plan.Plan;
import plumbline.system.Deployment;
import plumbline.system.Systems;
import plumbline.system.spi.Origin;
import plumbline.system.spi.ServerRequest;
import plumbline.system.spi.Setting;

/**
 * What to run.
 *
 * @param plan what is measured
 * @param claims what it is to be judged by, a name or a file; only written down
 * @param servers where the servers come from; its folder for logs is set by the run
 * @param seed of the order of the benchmarks in each round
 * @param results folder in which the run's own is made
 * @param forks what is handed on to the JVMs that measure
 */
public record RunRequest(
    Plan plan, String claims, ServerRequest servers, long seed, Path results, ForkOptions forks) {

  /** One that hands nothing on. */
  public RunRequest(Plan plan, String claims, ServerRequest servers, long seed, Path results) {
    this(plan, claims, servers, seed, results, ForkOptions.NONE);
  }

  /** The same request for another plan. */
  RunRequest withPlan(Plan other) {
    return new RunRequest(other, claims, servers, seed, results, forks);
  }

  /**
   * Refuses servers of the user's choice for a plan that has deployments, or starts, of its own.
   */
  public RunRequest {
    if (plan.freshServers() && (servers.origin() == Origin.EXTERNAL || servers.namesExternal())) {
      throw new BadInputException(
          "plan "
              + plan.name()
              + " starts the servers anew for every round (fresh_servers), which cannot be done with"
              + " your own; take a plan without that, such as quick");
    }
    if (!plan.servers().isEmpty()) {
      boolean others =
          servers.origin() != Origin.AUTO
              || servers.namesExternal()
              || servers.containers().network().isPresent()
              || servers.containers().hasLimits();
      if (others) {
        throw new BadInputException(
            "plan "
                + plan.name()
                + " starts its own servers ("
                + plan.servers().stream().map(Deployment::text).collect(Collectors.joining(", "))
                + "): "
                + companions(plan));
      }
    }
  }

  /** What goes with it: the options that name images and programs of its systems. */
  private static String companions(Plan plan) {
    List<String> options =
        plan.systems().stream()
            .flatMap(system -> Systems.named(system).settings().stream())
            .filter(setting -> !setting.kind().isExternal())
            .map(Setting::option)
            .sorted()
            .toList();
    return options.isEmpty()
        ? "no option for servers goes with it"
        : "only "
            + Systems.enumerated(options)
            + (options.size() == 1 ? " goes" : " go")
            + " with it";
  }
}
