package plumbline.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import plumbline.problem.CannotMeasureException;
import plumbline.system.docker.ContainerServer;
import plumbline.system.docker.DockerEngine;
import plumbline.system.docker.ServerContainer;
import plumbline.system.docker.Wiring;
import plumbline.system.instance.ExternalServer;
import plumbline.system.instance.ProcessServer;
import plumbline.system.instance.StartContext;
import plumbline.system.janitor.TempFolders;
import plumbline.system.process.Ports;
import plumbline.system.spi.Address;
import plumbline.system.spi.ContainerRecipe;
import plumbline.system.spi.Launch;
import plumbline.system.spi.Place;
import plumbline.system.spi.ProcessRecipe;
import plumbline.system.spi.ServerHandle;
import plumbline.system.spi.ServerSystem;

/**
 * Starts servers as their systems' recipes say, and waits until they answer.
 *
 * <p>A server gets ports that were free a moment ago. Another run may take one in between: then the
 * server does not start, or that other run's server is the one that answers, and this begins again
 * with other ports.
 */
public final class Launcher {
  private static final int ATTEMPTS = 3;
  private static final String LOOPBACK = "127.0.0.1";

  private final StartContext context;
  private final IntFunction<List<Integer>> freePorts;
  private final int attempts;

  /** A launcher that tries three times. */
  public Launcher(StartContext context) {
    this(context, Ports::free, ATTEMPTS);
  }

  /** A launcher that starts a server so many times at most, each with other ports. */
  Launcher(StartContext context, IntFunction<List<Integer>> freePorts, int attempts) {
    this.context = context;
    this.freePorts = freePorts;
    this.attempts = attempts;
  }

  /** Connects to a server of the user's own, which has to answer within 10 s. */
  public ServerHandle connect(ServerSystem system, Address address) {
    ExternalServer server = new ExternalServer(system, address, context);
    server.open();
    server.watch();
    return server;
  }

  /**
   * Starts a server as a child process.
   *
   * @throws plumbline.problem.BadInputException if what the user named cannot be started
   * @throws CannotMeasureException if it does not answer
   */
  public ServerHandle process(ServerSystem system, ProcessRecipe recipe) {
    return start(
        () -> {
          Place place = new Place(LOOPBACK, LOOPBACK, freePorts.apply(recipe.ports()));
          Path folder = TempFolders.create(system.id(), context.janitor());
          return new ProcessServer(system, prepare(recipe, place, folder), folder, context);
        });
  }

  private Launch prepare(ProcessRecipe recipe, Place place, Path folder) {
    boolean prepared = false;
    try {
      Files.createDirectory(folder.resolve(ProcessRecipe.DATA));
      Launch launch = recipe.preparation().at(place, folder);
      prepared = true;
      return launch;
    } catch (IOException e) {
      throw new CannotMeasureException("cannot prepare " + folder + ": " + e, e);
    } finally {
      if (!prepared) {
        TempFolders.delete(folder, context.janitor());
      }
    }
  }

  /**
   * Starts a server in a container. Its image is there.
   *
   * @throws CannotMeasureException if it does not answer
   */
  public ServerHandle container(ServerSystem system, ContainerRecipe recipe, DockerEngine engine) {
    return start(
        () -> {
          Wiring wiring = engine.wire(context.request().containers().network());
          Place place = new Place(wiring.listen(), wiring.host(), freePorts.apply(recipe.ports()));
          Launch launch = recipe.preparation().apply(place);
          return new ContainerServer(
              system,
              new ServerContainer(
                  "plumbline-" + system.id() + "-" + UUID.randomUUID(),
                  system.id(),
                  recipe.image(),
                  place.port(),
                  wiring,
                  launch,
                  context.request()),
              engine,
              context);
        });
  }

  private ServerHandle start(Supplier<ServerHandle> next) {
    for (int number = 1; ; number++) {
      ServerHandle server = next.get();
      try {
        server.open();
        if (server.isOurs()) {
          return server;
        }
        // Ours may not have noticed yet that the port is taken, so it is not asked.
        server.close();
        if (number == attempts) {
          throw new CannotMeasureException(
              "another " + server.product() + " answers at " + server.displayEndpoint());
        }
      } catch (CannotMeasureException e) {
        if (number == attempts || !server.foundPortTaken()) {
          throw e;
        }
      }
    }
  }
}
