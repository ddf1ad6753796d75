package plumbline.run.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.input.BuiltIn;
import plumbline.input.StrictYaml;
import plumbline.input.YamlPlaces;
import plumbline.problem.BadInputException;
import plumbline.system.Deployment;

/**
 * A plan as it stands in a YAML file: which benchmarks, with which parameters, for how long.
 *
 * @param description one line
 * @param rounds how often each benchmark is run, each time in a fresh JVM; at least 1
 * @param warmup time before recording in each fork at most, unless a benchmark says otherwise: a
 *     warm-up ends when the client has come to rest
 * @param measure time that is recorded in each fork, unless a benchmark says otherwise
 * @param warmServers whether servers are warmed before the first round, and a round counts only if
 *     its client had come to rest; so it is unless a plan says no, as one that only tries whether
 *     everything works
 * @param freshServers whether the servers are started anew for every round, and warmed again; a
 *     gate compares starts of the servers, so that the rounds of such a plan are what it needs
 * @param claims what a run is judged by unless the user says otherwise; {@code article} if empty,
 *     nothing if it is {@code none}
 * @param servers deployments that are all up at once, each of which every benchmark runs on in
 *     every round; empty for one, from where the user says
 * @param benchmarks what is run
 */
public record PlanFile(
    String description,
    int rounds,
    Duration warmup,
    Duration measure,
    @JsonProperty("warm_servers") Optional<Boolean> warmServers,
    @JsonProperty("fresh_servers") Optional<Boolean> freshServers,
    Optional<String> claims,
    Optional<List<String>> servers,
    List<Selection> benchmarks) {

  /**
   * Some benchmarks with some parameters.
   *
   * @param benchmark class, or class and method
   * @param params values by parameter, all combinations of which are run; those of the benchmark's
   *     source where one is not named. A rate may be a share of the saturation throughput, such as
   *     {@code 25 %}, which the run then searches first
   * @param warmup instead of that of the plan
   * @param measure instead of that of the plan
   * @param nativeTool a tool of the system that measures the same beside our benchmark; none if
   *     empty
   */
  public record Selection(
      String benchmark,
      Optional<Map<String, List<String>>> params,
      Optional<Duration> warmup,
      Optional<Duration> measure,
      @JsonProperty("native") Optional<Native> nativeTool) {}

  /**
   * A native tool.
   *
   * @param tool its name
   * @param operations about how many operations count in each round, warm-up aside; at least 1
   */
  public record Native(String tool, long operations) {}

  /**
   * A plan with its name.
   *
   * @param where what messages call its file
   * @param places where in the file everything stands; empty if there is no file
   */
  public record Named(String name, String where, PlanFile plan, Optional<YamlPlaces> places) {
    private static Named of(String name, String where, StrictYaml.Placed<PlanFile> read) {
      return new Named(name, where, read.value(), Optional.of(read.places())).checked();
    }

    /**
     * The place of a value.
     *
     * @param path names of keys, and numbers of items of lists
     */
    public String at(Object... path) {
      return places.map(file -> file.at(List.of(path))).orElse(where);
    }

    /** The place of a key of a selection. */
    String at(Selection selection, String... keys) {
      List<Object> path = new ArrayList<>();
      path.add("benchmarks");
      path.add(plan.benchmarks().indexOf(selection));
      path.addAll(List.of(keys));
      return at(path.toArray());
    }

    private Named checked() {
      check(plan.rounds() >= 1, "must be at least 1, not " + plan.rounds(), "rounds");
      check(!plan.benchmarks().isEmpty(), "is empty; name at least one", "benchmarks");
      checkServers(plan.servers().orElse(List.of()));
      checkPositive(plan.measure(), "measure");
      checkPositive(plan.warmup(), "warmup");
      for (int i = 0; i < plan.benchmarks().size(); i++) {
        Selection selection = plan.benchmarks().get(i);
        checkPositive(selection.measure().orElse(plan.measure()), "benchmarks", i, "measure");
        checkPositive(selection.warmup().orElse(plan.warmup()), "benchmarks", i, "warmup");
        check(
            selection.nativeTool().map(Native::operations).orElse(1L) >= 1,
            "must be at least 1",
            "benchmarks",
            i,
            "native",
            "operations");
      }
      return this;
    }

    private void checkServers(List<String> servers) {
      for (int i = 0; i < servers.size(); i++) {
        try {
          Deployment.of(servers.get(i));
        } catch (BadInputException e) {
          throw new BadInputException(at("servers", i) + ": servers: " + e.getMessage(), e);
        }
      }
      check(
          servers.stream().distinct().count() == servers.size(),
          "names the same set twice",
          "servers");
    }

    private void checkPositive(Duration duration, Object... path) {
      check(duration.toMillis() >= 1, "must be at least 1 ms", path);
    }

    private void check(boolean right, String problem, Object... path) {
      if (!right) {
        List<String> keys = new ArrayList<>();
        for (Object step : path) {
          if (step instanceof Integer) {
            keys.clear();
          } else {
            keys.add(step.toString());
          }
        }
        throw new BadInputException(at(path) + ": " + String.join(": ", keys) + " " + problem);
      }
    }
  }

  /** Names of the plans that the program brings along. */
  public static List<String> names() {
    return BuiltIn.names("plans");
  }

  /**
   * Finds and reads a plan: a file; else {@code benchmarks/plans/NAME.yaml}, so that an edit counts
   * without a build; else the one built in.
   *
   * @param nameOrFile such as {@code quick} or {@code my/plan.yaml}
   * @throws BadInputException if there is none or it is malformed
   */
  public static Named load(String nameOrFile) {
    Path given = Path.of(nameOrFile);
    Path edited = Path.of("benchmarks", "plans", nameOrFile + ".yaml");
    for (Path file : List.of(given, edited)) {
      if (Files.isRegularFile(file)) {
        String name = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
        return Named.of(name, file.toString(), StrictYaml.read(file, PlanFile.class));
      }
    }
    Optional<StrictYaml.Placed<PlanFile>> builtIn =
        names().contains(nameOrFile)
            ? BuiltIn.read("plans", nameOrFile, PlanFile.class)
            : Optional.empty();
    StrictYaml.Placed<PlanFile> plan =
        builtIn.orElseThrow(
            () ->
                new BadInputException(
                    "no plan '"
                        + nameOrFile
                        + "'; there are "
                        + String.join(", ", names())
                        + ", and any YAML file"));
    return Named.of(nameOrFile, nameOrFile + ".yaml", plan);
  }
}
