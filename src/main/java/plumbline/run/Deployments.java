package plumbline.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import plumbline.problem.BadInputException;
import plumbline.problem.CannotMeasureException;
import plumbline.result.RunManifest;
import plumbline.result.Topic;
import plumbline.run.fork.ForkOptions;
import plumbline.run.fork.JmhFork;
import plumbline.run.plan.Measurement;
import plumbline.run.plan.Plan;
import plumbline.system.Closing;
import plumbline.system.Deployment;
import plumbline.system.Servers;
import plumbline.system.Systems;
import plumbline.system.docker.DockerEngine;
import plumbline.system.janitor.Janitor;
import plumbline.system.spi.ServerHandle;
import plumbline.system.spi.ServerRequest;
import plumbline.system.spi.ServerSystem;
import plumbline.system.spi.Setting;

/** The servers of a run: one deployment of them, or several that are up at once. */
final class Deployments implements AutoCloseable {
  /** Of a plan with one deployment only, which has no name. */
  private static final Optional<Deployment> ONLY = Optional.empty();

  /** Replaced as a whole, because a shutdown hook may close them at any time. */
  private volatile Map<Optional<Deployment>, Servers> deployed = new LinkedHashMap<>();

  private final Map<ServerHandle, RunManifest.WarmUp> warmUps = new HashMap<>();

  /** Ids of those that each deployment has a server of. */
  private final Set<String> systems;

  private final DataFolders folders;

  private Deployments(Plan plan) {
    this.systems = plan.systems();
    this.folders = new DataFolders(plan);
  }

  /**
   * Closes all servers and puts new ones in their place, which answer and are as warm as those
   * were.
   *
   * @param logs folder for what they print
   * @param scratch folder with the files of endpoints, which are written anew
   * @throws CannotMeasureException if they do not answer, or are not what the others were
   */
  void renew(
      RunRequest request, Path logs, Path scratch, Janitor janitor, Consumer<String> progress) {
    List<RunManifest.Server> before = manifests();
    close();
    deployed = start(request, logs, janitor, progress).deployed;
    warmUps.clear();
    folders.forget();
    if (request.plan().warmServers()) {
      warmUp(progress);
    }
    deployed.forEach((deployment, servers) -> servers.writeEndpoints(file(scratch, deployment)));
    ServerChecks.alike(before, manifests());
  }

  private static Path file(Path scratch, Optional<Deployment> deployment) {
    return scratch.resolve(deployment.map(Deployment::text).orElse("servers") + ".properties");
  }

  /** Servers whose warm-up did not come to an end, one line each. */
  List<String> unsettled() {
    return manifests().stream()
        .filter(server -> !server.warmUp().map(RunManifest.WarmUp::settled).orElse(true))
        .map(server -> server.system() + " had not settled when its warm-up ended")
        .toList();
  }

  /**
   * Starts the servers that a plan needs and waits until all answer.
   *
   * @param logs folder for what they print; with several deployments, each has a folder of its own
   *     in it
   * @param janitor learns of everything that must not stay behind
   * @param progress takes one line now and then
   * @throws BadInputException if they cannot be used as the user gave them, or the deployments hold
   *     servers of different versions
   * @throws CannotMeasureException if one does not answer; those started before are closed
   */
  static Deployments start(
      RunRequest request, Path logs, Janitor janitor, Consumer<String> progress) {
    Deployments all = new Deployments(request.plan());
    return Closing.unlessStarted(
        () -> all.startAll(request, logs, janitor, progress), all::close, progress);
  }

  private Deployments startAll(
      RunRequest request, Path logs, Janitor janitor, Consumer<String> progress) {
    if (request.plan().servers().isEmpty()) {
      deployed.put(
          ONLY, Servers.start(request.servers().withLogs(logs), systems, janitor, progress));
      return this;
    }
    if (request.plan().servers().stream().anyMatch(Deployment::hasContainers)) {
      // Found out before a broker is started in vain.
      DockerEngine.find();
    }
    // Processes come first: containers are then made from images of the same version.
    for (Deployment deployment : EnumSet.copyOf(request.plan().servers())) {
      ServerRequest own =
          withImages(deployment.of(request.servers())).withLogs(logs.resolve(deployment.text()));
      deployed.put(
          Optional.of(deployment),
          Servers.start(own, systems, janitor, named(deployment, progress)));
      ServerChecks.network(deployment, deployed.get(Optional.of(deployment)));
    }
    for (String system : systems) {
      ServerChecks.versions(system, handles(system), request.servers());
    }
    return this;
  }

  /** The servers of a system by the deployments that they belong to. */
  private Map<Deployment, ServerHandle> handles(String system) {
    Map<Deployment, ServerHandle> handles = new LinkedHashMap<>();
    deployed.forEach(
        (deployment, servers) -> handles.put(deployment.orElseThrow(), servers.handle(system)));
    return handles;
  }

  private static Consumer<String> named(Deployment deployment, Consumer<String> progress) {
    return line -> progress.accept(deployment.text() + ": " + line);
  }

  private ServerRequest withImages(ServerRequest request) {
    ServerRequest like = request;
    Servers processes = deployed.get(Optional.of(Deployment.PROCESSES));
    if (processes != null) {
      for (ServerHandle process : processes.handles()) {
        ServerSystem system = Systems.named(process.system());
        Optional<Setting> image =
            system.setting(Setting.Kind.IMAGE).filter(one -> request.value(one).isEmpty());
        Optional<String> name = system.imageLike(process);
        if (image.isPresent() && name.isPresent()) {
          like = like.with(image.get(), name.get());
        }
      }
    }
    return like;
  }

  /** Brings all servers to the state in which they are measured. */
  void warmUp(Consumer<String> progress) {
    deployed.forEach(
        (deployment, servers) -> {
          Consumer<String> named = deployment.map(one -> named(one, progress)).orElse(progress);
          for (ServerHandle handle : servers.handles()) {
            Systems.named(handle.system())
                .warmUp(handle, named)
                .ifPresent(warmUp -> warmUps.put(handle, warmUp));
          }
        });
  }

  /** What run.json says of them. */
  List<RunManifest.Server> manifests() {
    List<RunManifest.Server> manifests = new ArrayList<>();
    deployed.forEach(
        (deployment, servers) -> {
          for (ServerHandle handle : servers.handles()) {
            manifests.add(
                handle.toManifest(
                    deployment.map(Deployment::text),
                    Optional.ofNullable(warmUps.get(handle)),
                    folders.of(handle)));
          }
        });
    return manifests;
  }

  /** Remarks on conditions, one line each. */
  List<String> notes() {
    Stream<String> own = deployed.values().stream().flatMap(servers -> servers.notes().stream());
    boolean compares =
        deployed.containsKey(Optional.of(Deployment.PROCESSES))
            && deployed.keySet().stream()
                .flatMap(Optional::stream)
                .anyMatch(Deployment::hasContainers);
    return compares ? Stream.concat(own, remarks()).toList() : own.toList();
  }

  private Stream<String> remarks() {
    return systems.stream()
        .flatMap(system -> Systems.named(system).facts().remark(Topic.CONTAINERS).stream());
  }

  /** Forks for each deployment; the files with their endpoints are in the scratch folder. */
  Map<Optional<Deployment>, JmhFork> forks(Path scratch, Path logs, ForkOptions asked) {
    Map<Optional<Deployment>, JmhFork> forks = new HashMap<>();
    deployed.forEach(
        (deployment, servers) -> {
          Path endpoints = file(scratch, deployment);
          servers.writeEndpoints(endpoints);
          JmhFork fork = new JmhFork(endpoints, logs, asked);
          forks.put(deployment, fork);
          // Benchmarks without a server run beside any.
          forks.putIfAbsent(ONLY, fork);
        });
    return forks;
  }

  /** The server that a measurement needs; empty if it needs none. */
  Optional<ServerHandle> handle(Measurement measurement) {
    // After an interrupt they may be closed already.
    return Optional.ofNullable(deployed.get(measurement.servers())).stream()
        .flatMap(servers -> servers.handles().stream())
        .filter(handle -> handle.system().equals(measurement.benchmark().system()))
        .findFirst();
  }

  /** Closes all servers, whatever one of them throws. Doing so again has no effect. */
  @Override
  public void close() {
    List<ServerHandle> open = new ArrayList<>();
    deployed.values().forEach(servers -> open.addAll(servers.handles()));
    deployed = new LinkedHashMap<>();
    Closing.all(open);
  }
}
