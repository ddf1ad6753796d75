package plumbline.system;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import plumbline.problem.BadInputException;
import plumbline.problem.CannotMeasureException;
import plumbline.system.docker.DockerEngine;
import plumbline.system.endpoint.Endpoints;
import plumbline.system.janitor.Janitor;

/** The servers of a run. Closing them leaves nothing behind. */
public final class Servers implements AutoCloseable {
  private final StartContext context;
  private final List<ServerHandle> handles = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private final Supplier<DockerEngine> engines;

  private Servers(StartContext context, Supplier<DockerEngine> engines) {
    this.context = context;
    this.engines = engines;
  }

  /**
   * Starts, or connects to, one server of each system and waits until all answer.
   *
   * @param systems names of the systems that are needed; the others are not started
   * @param janitor learns of everything that must not stay behind; it outlives the servers
   * @param progress takes one line now and then
   * @throws BadInputException if the request cannot be fulfilled as it stands
   * @throws CannotMeasureException if a server does not answer; those started before are closed
   */
  public static Servers start(
      ServerRequest request, Set<String> systems, Janitor janitor, Consumer<String> progress) {
    return start(request, systems, janitor, progress, DockerEngine::find);
  }

  static Servers start(
      ServerRequest request,
      Set<String> systems,
      Janitor janitor,
      Consumer<String> progress,
      Supplier<DockerEngine> engines) {
    Servers servers = new Servers(new StartContext(request, janitor, progress), engines);
    List<ServerSystem> wanted = wanted(systems);
    boolean started = false;
    try {
      servers.startAll(wanted);
      started = true;
      return servers;
    } finally {
      if (!started) {
        servers.closeAfterFailure();
      }
    }
  }

  private static List<ServerSystem> wanted(Set<String> names) {
    names.forEach(Systems::named);
    return Systems.all().stream().filter(system -> names.contains(system.name())).toList();
  }

  private void startAll(List<ServerSystem> wanted) {
    ServerRequest request = context.request();
    List<ServerSystem> external = new ArrayList<>();
    List<ServerSystem> own = new ArrayList<>();
    for (ServerSystem system : wanted) {
      if (system.hasExternal(request)) {
        external.add(system);
      } else if (request.provider() == Provider.EXTERNAL) {
        throw new BadInputException(
            "--servers external needs " + system.externalOption() + " for " + system.name());
      } else {
        system.checkContainer(request);
        own.add(system);
      }
    }
    for (ServerSystem system : external) {
      context.progress().accept("connecting to " + system.name());
      handles.add(system.connect(context));
    }
    if (!own.isEmpty()) {
      startOwn(own);
    }
    Set<Provider> providers =
        handles.stream().map(ServerHandle::provider).collect(Collectors.toCollection(TreeSet::new));
    if (providers.size() > 1) {
      notes.add("the servers come from different providers, so their figures do not compare");
    }
  }

  private void startOwn(List<ServerSystem> own) {
    switch (context.request().provider()) {
      case CONTAINERS -> startContainers(own);
      case PROCESSES -> startProcesses(own);
      case AUTO -> startContainersOrProcesses(own);
      case EXTERNAL -> throw new IllegalStateException("an external server is not started");
    }
  }

  private void startContainersOrProcesses(List<ServerSystem> own) {
    int before = handles.size();
    try {
      startContainers(own);
    } catch (CannotMeasureException e) {
      closeFrom(before);
      ContainerOptions options = context.request().containers();
      if (options.hasLimits()) {
        throw new CannotMeasureException(
            options.limitOptions()
                + ": only containers can be limited, and there are none: "
                + e.getMessage(),
            e);
      }
      String note = "servers are processes because " + e.getMessage();
      notes.add(note);
      context.progress().accept(note);
      startProcesses(own);
    }
  }

  private void startContainers(List<ServerSystem> own) {
    DockerEngine engine = engines.get();
    // Whatever cannot be had is said before anything is pulled.
    engine.wire(context.request().containers().network());
    int leftovers = engine.removeLeftovers();
    if (leftovers > 0) {
      context.progress().accept("removed containers that an earlier run left: " + leftovers);
    }
    engine.ensureImages(
        own.stream().map(system -> system.image(context.request())).toList(), context.progress());
    for (ServerSystem system : own) {
      context.progress().accept("starting " + system.name() + " in a container");
      handles.add(system.startContainer(context, engine));
    }
  }

  private void startProcesses(List<ServerSystem> own) {
    for (ServerSystem system : own) {
      context.progress().accept("starting " + system.name() + " as a process");
      handles.add(system.startProcess(context));
    }
  }

  /** The servers, in the order of {@link Systems#all()} for each provider. */
  public List<ServerHandle> handles() {
    return List.copyOf(handles);
  }

  /**
   * The server of a system.
   *
   * @throws IllegalArgumentException if it was not asked for
   */
  public ServerHandle handle(String system) {
    return handles.stream()
        .filter(handle -> handle.system().equals(system))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not started: " + system));
  }

  /** Remarks on conditions, one line each, such as why {@code auto} chose processes. */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  /**
   * Writes the file that {@link Endpoints#current()} reads in a fork; only its owner can read it.
   *
   * @throws CannotMeasureException if it cannot be written
   */
  public void writeEndpoints(Path file) {
    Map<String, String> all = new HashMap<>();
    handles.forEach(handle -> all.putAll(handle.endpoints()));
    try {
      Endpoints.of(context.request().prefix(), all).write(file);
    } catch (IOException e) {
      throw new CannotMeasureException(
          "cannot write the endpoints to " + file + ": " + e.getMessage(), e);
    }
  }

  private void closeAfterFailure() {
    try {
      close();
    } catch (CannotMeasureException e) {
      // The failure that led here is the one to report; this one is told as progress.
      context.progress().accept(e.getMessage());
    }
  }

  /**
   * Closes all servers. Doing so again has no effect.
   *
   * @throws CannotMeasureException if something may be left behind; the others are closed all the
   *     same
   */
  @Override
  public void close() {
    closeFrom(0);
  }

  private void closeFrom(int first) {
    CannotMeasureException problem = null;
    while (handles.size() > first) {
      ServerHandle last = handles.remove(handles.size() - 1);
      try {
        last.close();
      } catch (RuntimeException | Error e) {
        // The other servers must still be ended, whatever this was.
        if (problem == null) {
          problem = new CannotMeasureException("could not end a server: " + e.getMessage(), e);
        } else {
          problem.addSuppressed(e);
        }
      }
    }
    if (problem != null) {
      throw problem;
    }
  }
}
