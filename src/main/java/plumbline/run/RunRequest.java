package plumbline.run;

import java.nio.file.Path;
import java.util.stream.Collectors;
import plumbline.problem.BadInputException;
import plumbline.system.Provider;
import plumbline.system.ServerRequest;
import plumbline.system.ServerSet;

/**
 * What to run.
 *
 * @param plan what is measured
 * @param claims what it is to be judged by, a name or a file; only written down
 * @param servers where the servers come from; its folder for logs is set by the run
 * @param seed of the order of the benchmarks in each round
 * @param results folder in which the run's own is made
 */
public record RunRequest(Plan plan, String claims, ServerRequest servers, long seed, Path results) {

  /** The same request for another plan. */
  RunRequest withPlan(Plan other) {
    return new RunRequest(other, claims, servers, seed, results);
  }

  /**
   * Checks the request.
   *
   * @throws BadInputException if the plan has sets of servers of its own and the user asked for
   *     others
   */
  public RunRequest {
    if (!plan.servers().isEmpty()) {
      boolean others =
          servers.provider() != Provider.AUTO
              || servers.kafka().isPresent()
              || servers.kafkaConfig().isPresent()
              || servers.redis().isPresent()
              || servers.containers().network().isPresent()
              || servers.containers().hasLimits();
      if (others) {
        throw new BadInputException(
            "plan "
                + plan.name()
                + " starts its own servers ("
                + plan.servers().stream().map(ServerSet::text).collect(Collectors.joining(", "))
                + "): only --kafka-image, --redis-image and --redis-server go with it");
      }
    }
  }
}
