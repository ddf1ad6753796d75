package plumbline.system.redis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import plumbline.system.process.ProgramPath;
import plumbline.system.redis.client.Persistence;
import plumbline.system.spi.Address;
import plumbline.system.spi.ContainerRecipe;
import plumbline.system.spi.Launch;
import plumbline.system.spi.Place;
import plumbline.system.spi.ProcessRecipe;
import plumbline.system.spi.ServerHandle;

/** How a Redis is started: memory only, as a cache has it. */
final class RedisRecipes {
  /**
   * A setting by which a server is told from any other. It names the server in the system's log,
   * which this one does not write.
   */
  private static final String NAME_SETTING = "syslog-ident";

  private RedisRecipes() {}

  /** As a child process of the program that the user named, else of another. */
  static ProcessRecipe process(Optional<Path> chosen) {
    return new ProcessRecipe(1, (place, folder) -> process(chosen, place, folder));
  }

  private static Launch process(Optional<Path> chosen, Place place, Path folder)
      throws IOException {
    Path file = folder.resolve("redis.conf");
    // Not on the command line, which would undo a change of these at every restart.
    StringBuilder settings = new StringBuilder();
    Persistence.OFF
        .configuration()
        .forEach(
            (key, value) ->
                settings.append(key).append(value.isEmpty() ? " \"\"" : " " + value).append('\n'));
    Files.writeString(file, settings);
    List<String> command = new ArrayList<>();
    command.add(
        RedisBinary.find(chosen, ProgramPath.ofEnvironment(), folder, RedisBinary.EMBEDDED)
            .toString());
    command.add(file.toString());
    command.addAll(network(place));
    command.addAll(List.of("--dir", folder.resolve(ProcessRecipe.DATA).toString()));
    return Launch.of(command, address(place), RedisRecipes::isProcess);
  }

  private static boolean isProcess(ServerHandle handle) {
    String answering = handle.configuration().get("info.process_id");
    return Long.toString(handle.pid().orElseThrow()).equals(answering);
  }

  /** In a container of the official image. */
  static ContainerRecipe container(String image) {
    return new ContainerRecipe(image, 1, RedisRecipes::container);
  }

  private static Launch container(Place place) {
    String name = "plumbline-" + UUID.randomUUID();
    List<String> command = new ArrayList<>(List.of("redis-server"));
    command.addAll(network(place));
    Persistence.OFF
        .configuration()
        .forEach((key, value) -> command.addAll(List.of("--" + key, value)));
    command.addAll(List.of("--" + NAME_SETTING, name));
    return Launch.of(
        command, address(place), handle -> name.equals(handle.configuration().get(NAME_SETTING)));
  }

  private static Address address(Place place) {
    return Address.of(RedisSystem.URI, "redis://" + place.address());
  }

  private static List<String> network(Place place) {
    return List.of(
        "--port",
        Integer.toString(place.port()),
        "--bind",
        place.listen(),
        // Outside loopback only where a container's network needs it.
        "--protected-mode",
        place.listen().equals("127.0.0.1") ? "yes" : "no");
  }
}
