package plumbline.system;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import plumbline.problem.CannotMeasureException;
import plumbline.system.docker.DockerEngine;
import plumbline.system.instance.StartContext;
import plumbline.system.spi.ContainerOptions;
import plumbline.system.spi.ContainerRecipe;
import plumbline.system.spi.Offer;
import plumbline.system.spi.ProcessRecipe;
import plumbline.system.spi.ServerHandle;
import plumbline.system.spi.ServerRequest;
import plumbline.system.spi.ServerSystem;

/** Starts the servers that the user does not bring, from the origin that he wants. */
final class OwnServers {
  private final StartContext context;
  private final Supplier<DockerEngine> engines;
  private final Launcher launcher;
  private final Consumer<String> notes;
  private final List<ServerHandle> handles = new ArrayList<>();

  /** Starts none yet; notes are remarks on conditions, one line each. */
  OwnServers(StartContext context, Supplier<DockerEngine> engines, Consumer<String> notes) {
    this.context = context;
    this.engines = engines;
    this.launcher = new Launcher(context);
    this.notes = notes;
  }

  /** How one system is started here in a container and as a process, or why it cannot be. */
  record Candidate(
      ServerSystem system, Offer<ContainerRecipe> container, Offer<ProcessRecipe> process) {
    /** Asks a system. What the user wants of it may be bad input. */
    static Candidate of(ServerSystem system, ServerRequest request) {
      return new Candidate(system, system.container(request), system.process(request));
    }
  }

  /** Starts one server of each; if one does not answer, those started before are closed. */
  List<ServerHandle> start(List<Candidate> wanted) {
    return Closing.unlessStarted(
        () -> {
          switch (context.request().origin()) {
            case CONTAINERS -> containers(wanted);
            case PROCESSES -> processes(wanted);
            case AUTO -> containersOrProcesses(wanted);
            case EXTERNAL -> throw new IllegalStateException("an external server is not started");
          }
          return handles;
        },
        () -> Closing.all(handles),
        context.progress());
  }

  private void containers(List<Candidate> wanted) {
    List<ContainerRecipe> recipes = wanted.stream().map(one -> one.container().required()).toList();
    DockerEngine engine = engines.get();
    // Whatever cannot be had is said before anything is pulled.
    engine.wire(context.request().containers().network());
    int leftovers = engine.removeLeftovers();
    if (leftovers > 0) {
      context.progress().accept("removed containers that an earlier run left: " + leftovers);
    }
    engine.ensureImages(recipes.stream().map(ContainerRecipe::image).toList(), context.progress());
    for (Candidate one : wanted) {
      context.progress().accept("starting " + one.system().id() + " in a container");
      handles.add(launcher.container(one.system(), one.container().required(), engine));
    }
  }

  private void processes(List<Candidate> wanted) {
    // What cannot be started is said before anything is.
    wanted.forEach(one -> one.process().required());
    for (Candidate one : wanted) {
      context.progress().accept("starting " + one.system().id() + " as a process");
      handles.add(launcher.process(one.system(), one.process().required()));
    }
  }

  /**
   * Containers, all of them. If one cannot be had, processes, all of them, so that their figures
   * compare; but where one cannot be a process, that would gain nothing, and each is what it can.
   */
  private void containersOrProcesses(List<Candidate> wanted) {
    try {
      containers(wanted);
    } catch (CannotMeasureException e) {
      Closing.all(handles);
      ContainerOptions options = context.request().containers();
      if (options.hasLimits()) {
        throw new CannotMeasureException(
            options.limitOptions()
                + ": only containers can be limited, and there are none: "
                + e.getMessage(),
            e);
      }
      if (wanted.stream().allMatch(one -> one.process().isPresent())) {
        say("servers are processes because " + e.getMessage());
        processes(wanted);
      } else {
        each(wanted);
      }
    }
  }

  private void each(List<Candidate> wanted) {
    // What has to be a container comes first: without it nothing else need be started.
    List<Candidate> ordered =
        wanted.stream().sorted(Comparator.comparing(one -> one.process().isPresent())).toList();
    for (Candidate one : ordered) {
      try {
        containers(List.of(one));
      } catch (CannotMeasureException e) {
        if (!one.process().isPresent()) {
          throw new CannotMeasureException(e.getMessage() + "; " + one.process().obstacle(), e);
        }
        say(one.system().id() + " is a process because " + e.getMessage());
        processes(List.of(one));
      }
    }
  }

  private void say(String note) {
    notes.accept(note);
    context.progress().accept(note);
  }
}
