package plumbline.system.memcached;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import plumbline.problem.BadInputException;
import plumbline.system.process.ProgramPath;
import plumbline.system.spi.Address;
import plumbline.system.spi.ContainerRecipe;
import plumbline.system.spi.Launch;
import plumbline.system.spi.Offer;
import plumbline.system.spi.Place;
import plumbline.system.spi.ProcessRecipe;
import plumbline.system.spi.ServerRequest;

/** How Memcached is started: as a process and in a container alike, with its default settings. */
final class MemcachedRecipes {
  /**
   * A setting by which a server is told from any other: how many connections may wait until they
   * are accepted. The kernel caps it at some thousands, so all values from here on are the same.
   */
  static final String TOKEN_SETTING = "tcp_backlog";

  private static final int LEAST_TOKEN = 1 << 20;
  private static final int MOST_TOKEN = 1 << 30;

  /** For a million keys and their values; by default it throws them away beyond 64 MiB. */
  private static final String MEBIBYTES = "1024";

  private static final String PROGRAM = "memcached";

  private MemcachedRecipes() {}

  /**
   * As a child process: the program that the user named, else the one on the PATH.
   *
   * @throws BadInputException if the program that the user named cannot be run
   */
  static Offer<ProcessRecipe> process(ServerRequest request, ProgramPath path) {
    return request
        .value(MemcachedSystem.BINARY)
        .map(MemcachedRecipes::named)
        .or(() -> path.find(PROGRAM))
        .map(program -> Offer.of(new ProcessRecipe(1, (place, folder) -> launch(program, place))))
        .orElse(
            Offer.none(
                "there is no memcached on the PATH: install it (apt-get install memcached, or brew"
                    + " install memcached), or use --memcached-server PATH or --memcached"
                    + " HOST:PORT"));
  }

  private static Path named(String text) {
    Path program = Path.of(text).toAbsolutePath();
    if (!Files.isExecutable(program) || Files.isDirectory(program)) {
      throw new BadInputException(
          MemcachedSystem.BINARY.option()
              + " must be a program that can be run, such as /usr/bin/memcached, not '"
              + text
              + "'");
    }
    return program;
  }

  /** In a container of the official image, or of one with the same program. */
  static ContainerRecipe container(ServerRequest request) {
    return new ContainerRecipe(
        request.image(MemcachedSystem.IMAGE), 1, place -> launch(Path.of(PROGRAM), place));
  }

  private static Launch launch(Path program, Place place) {
    String token = Integer.toString(ThreadLocalRandom.current().nextInt(LEAST_TOKEN, MOST_TOKEN));
    List<String> command =
        List.of(
            program.toString(),
            "-l",
            place.listen(),
            "-p",
            Integer.toString(place.port()),
            "-b",
            token,
            "-m",
            MEBIBYTES,
            // Root has to say as whom it is to run; nobody else is asked.
            "-u",
            "nobody");
    return Launch.of(
        command,
        Address.of(MemcachedSystem.HOST_AND_PORT, place.address()),
        handle -> token.equals(handle.configuration().get(TOKEN_SETTING)));
  }
}
