package plumbline.system;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import plumbline.problem.BadInputException;
import plumbline.problem.CannotMeasureException;
import plumbline.system.docker.DockerEngine;
import plumbline.system.endpoint.Endpoints;
import plumbline.system.instance.StartContext;
import plumbline.system.janitor.Janitor;
import plumbline.system.spi.Address;
import plumbline.system.spi.Origin;
import plumbline.system.spi.ServerHandle;
import plumbline.system.spi.ServerRequest;
import plumbline.system.spi.ServerSystem;
import plumbline.system.spi.Setting;

/** The servers of a run. Closing them leaves nothing behind. */
public final class Servers implements AutoCloseable {
  private final StartContext context;
  private final List<ServerHandle> handles = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private Servers(StartContext context) {
    this.context = context;
  }

  /**
   * Starts, or connects to, one server of each system and waits until all answer.
   *
   * @param systems ids of the systems that are needed; the others are not started
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
    Servers servers = new Servers(new StartContext(request, janitor, progress));
    List<ServerSystem> wanted = new TreeSet<>(systems).stream().map(Systems::named).toList();
    return Closing.unlessStarted(() -> servers.startAll(wanted, engines), servers::close, progress);
  }

  private Servers startAll(List<ServerSystem> wanted, Supplier<DockerEngine> engines) {
    ServerRequest request = context.request();
    Map<ServerSystem, Address> external = new LinkedHashMap<>();
    List<OwnServers.Candidate> own = new ArrayList<>();
    for (ServerSystem system : wanted) {
      Optional<Address> address = system.external(request);
      if (address.isPresent()) {
        external.put(system, address.get());
      } else if (request.origin() == Origin.EXTERNAL) {
        throw new BadInputException(
            system
                .setting(Setting.Kind.ADDRESS)
                .map(
                    setting ->
                        "--servers external needs "
                            + setting.option()
                            + " "
                            + setting.example()
                            + " for "
                            + system.id()
                            + without(system, wanted))
                .orElse(system.title() + " cannot be external"));
      } else {
        own.add(OwnServers.Candidate.of(system, request));
      }
    }
    external.forEach(this::connect);
    if (!own.isEmpty()) {
      handles.addAll(new OwnServers(context, engines, notes::add).start(own));
    }
    if (handles.stream().map(ServerHandle::origin).distinct().count() > 1) {
      notes.add("the servers come from different providers, so their figures do not compare");
    }
    return this;
  }

  /** How a run does without a system, if the user named a server of another. */
  private String without(ServerSystem system, List<ServerSystem> wanted) {
    return wanted.stream()
        .filter(other -> other != system && other.external(context.request()).isPresent())
        .findFirst()
        .map(other -> "; or leave its benchmarks out: --only " + other.title())
        .orElse("");
  }

  private void connect(ServerSystem system, Address address) {
    context.progress().accept("connecting to " + system.id());
    handles.add(new Launcher(context).connect(system, address));
    system
        .dialect()
        .foreseenRemoval()
        .ifPresent(
            removal -> notes.add(system.id() + " at " + address.display() + " " + removal.text()));
  }

  /** The servers, those of the user first. */
  public List<ServerHandle> handles() {
    return List.copyOf(handles);
  }

  /** The server of a system that was asked for. */
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

  /** Writes the file for {@link Endpoints#current()} in a fork; only its owner can read it. */
  public void writeEndpoints(Path file) {
    Map<String, Map<String, String>> all = new HashMap<>();
    handles.forEach(handle -> all.put(handle.system(), handle.endpoints()));
    try {
      Endpoints.of(context.request().prefix(), all).write(file);
    } catch (IOException e) {
      throw new CannotMeasureException(
          "cannot write the endpoints to " + file + ": " + e.getMessage(), e);
    }
  }

  /** Closes all servers, whatever one of them throws. Doing so again has no effect. */
  @Override
  public void close() {
    Closing.all(handles);
  }
}
