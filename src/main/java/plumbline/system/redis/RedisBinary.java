package plumbline.system.redis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import plumbline.problem.BadInputException;
import plumbline.problem.CannotMeasureException;
import plumbline.system.process.ProgramPath;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.error.OsArchitectureNotFound;
import redis.embedded.error.UnknownOSName;
import redis.embedded.model.OsArchitecture;

/** The program to start: the user's choice, one on the PATH, or the one that comes along. */
final class RedisBinary {
  private static final List<String> NAMES = List.of("valkey-server", "redis-server");
  private static final long TRY_SECONDS = 10;

  private RedisBinary() {}

  /** Where the binary that comes along is taken from. */
  @FunctionalInterface
  interface Embedded {
    /** Unpacks it; empty if there is none for this platform. */
    Optional<Path> unpack(Path folder) throws IOException;
  }

  static final Embedded EMBEDDED = RedisBinary::unpackEmbedded;

  /**
   * Finds one that runs here.
   *
   * @param folder where the one that comes along may be unpacked
   * @throws BadInputException if the user's choice does not run
   * @throws CannotMeasureException if there is none
   */
  static Path find(Optional<Path> chosen, ProgramPath path, Path folder, Embedded embedded) {
    if (chosen.isPresent()) {
      Path binary = chosen.get().toAbsolutePath();
      problem(binary)
          .ifPresent(
              problem -> {
                throw new BadInputException("--redis-server " + chosen.get() + " " + problem);
              });
      return binary;
    }
    return installed(path).orElseGet(() -> embedded(folder, embedded));
  }

  /** The first on a path that runs here; Valkey before Redis. */
  static Optional<Path> installed(ProgramPath path) {
    return NAMES.stream()
        .flatMap(name -> path.find(name).stream())
        .filter(binary -> problem(binary).isEmpty())
        .findFirst();
  }

  /** Whether one for this platform comes along. */
  static boolean comesAlong() {
    return resource().isPresent();
  }

  private static Path embedded(Path folder, Embedded embedded) {
    String reason;
    try {
      Optional<Path> binary = embedded.unpack(folder);
      Optional<String> problem = binary.flatMap(RedisBinary::problem);
      if (binary.isPresent() && problem.isEmpty()) {
        return binary.get();
      }
      reason = problem.orElse("is not there for this platform");
    } catch (IOException e) {
      throw new CannotMeasureException("cannot unpack the Redis that comes along: " + e, e);
    }
    throw new CannotMeasureException(
        "there is no Redis: neither valkey-server nor redis-server is on the PATH, and the one that"
            + " comes along "
            + reason
            + "; install one, or use --redis-server PATH or --redis URI");
  }

  private static Optional<Path> unpackEmbedded(Path folder) throws IOException {
    Optional<String> found = resource();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    String resource = found.get();
    try (InputStream bytes =
        RedisBinary.class.getResourceAsStream(
            resource.startsWith("/") ? resource : "/" + resource)) {
      if (bytes == null) {
        return Optional.empty();
      }
      boolean exe = resource.endsWith(".exe");
      Path binary = folder.resolve(exe ? "redis-server.exe" : "redis-server");
      Files.copy(bytes, binary, StandardCopyOption.REPLACE_EXISTING);
      if (!binary.toFile().setExecutable(true)) {
        throw new IOException("cannot make " + binary + " executable");
      }
      return Optional.of(binary);
    }
  }

  private static Optional<String> resource() {
    try {
      return Optional.ofNullable(
          ExecutableProvider.newProvidedVersionsMap()
              .get(OsArchitecture.detectOSandArchitecture()));
    } catch (OsArchitectureNotFound | UnknownOSName e) {
      return Optional.empty();
    }
  }

  /** Why a binary does not run here, as a phrase; empty if it tells its version. */
  static Optional<String> problem(Path binary) {
    if (!Files.exists(binary)) {
      return Optional.of("does not exist");
    }
    try {
      Process process =
          new ProcessBuilder(binary.toString(), "--version").redirectErrorStream(true).start();
      process.getOutputStream().close();
      if (!process.waitFor(TRY_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Optional.of("does not tell its version within " + TRY_SECONDS + " s");
      }
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.exitValue() != 0) {
        return Optional.of("does not run: " + said.lines().findFirst().orElse("no message"));
      }
      String lower = said.toLowerCase(Locale.ROOT);
      return lower.contains("redis") || lower.contains("valkey")
          ? Optional.empty()
          : Optional.of("is no Redis or Valkey");
    } catch (IOException e) {
      return Optional.of("cannot be run: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("was not tried: interrupted");
    }
  }
}
