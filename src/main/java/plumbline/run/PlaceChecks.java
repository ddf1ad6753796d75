package plumbline.run;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.error.OsArchitectureNotFound;
import redis.embedded.error.UnknownOSName;
import redis.embedded.model.OsArchitecture;

/** Folders and programs that a run needs. */
final class PlaceChecks {
  private static final long MEBIBYTE = 1L << 20;

  /** What a broker's log may grow to in a run. */
  private static final long BROKER_NEEDED = 2048 * MEBIBYTE;

  /** Below this even a short run may fill the disk. */
  private static final long BROKER_LEAST = 512 * MEBIBYTE;

  private PlaceChecks() {}

  static Check brokerDisk(Path folder) {
    try {
      FileStore store = Files.getFileStore(folder);
      return brokerDisk(folder, store.getUsableSpace());
    } catch (IOException e) {
      return Check.missing(
          "Disk for the broker",
          folder + " cannot be used: " + e.getMessage(),
          "set another temporary folder: -Djava.io.tmpdir=DIR");
    }
  }

  static Check brokerDisk(Path folder, long usableBytes) {
    String detail = MachineChecks.mebibytes(usableBytes) + " free in " + folder;
    String remedy =
        "free " + MachineChecks.mebibytes(BROKER_NEEDED) + ", or set -Djava.io.tmpdir=DIR";
    if (usableBytes < BROKER_LEAST) {
      return Check.missing("Disk for the broker", detail, remedy);
    }
    return usableBytes < BROKER_NEEDED
        ? Check.warning("Disk for the broker", detail, remedy)
        : Check.ok("Disk for the broker", detail);
  }

  /** Whether a run directory can be made below a folder, found out by making a file. */
  static Check results(Path results) {
    Path nearest = results.toAbsolutePath();
    while (nearest != null && !Files.exists(nearest)) {
      nearest = nearest.getParent();
    }
    try {
      if (nearest == null || !Files.isDirectory(nearest)) {
        throw new IOException("no folder");
      }
      Path probe = Files.createTempFile(nearest, ".plumbline", ".probe");
      Files.write(probe, new byte[4096]);
      Files.delete(probe);
      return Check.ok("Results folder", results + " can be written");
    } catch (IOException e) {
      return Check.missing(
          "Results folder",
          results + " cannot be written",
          "give a folder that can, with --out DIR");
    }
  }

  /**
   * Where a Redis for {@code --servers processes} would come from.
   *
   * @param path the PATH of the environment
   * @param separator what separates its folders
   * @param embedded whether the jar holds a binary for this platform
   */
  static Check redis(String path, String separator, boolean embedded) {
    for (String program : new String[] {"valkey-server", "redis-server"}) {
      for (String folder : path.split(Pattern.quote(separator))) {
        Path file = Path.of(folder, program);
        if (!folder.isEmpty() && Files.isExecutable(file) && !Files.isDirectory(file)) {
          return Check.ok("Redis", file.toString());
        }
      }
    }
    return embedded
        ? Check.warning(
            "Redis",
            "none on the PATH; an older one out of this program's jar is used",
            "install valkey or redis to measure the version that you use")
        : Check.missing(
            "Redis",
            "none on the PATH, and none in this program's jar for this platform",
            "install valkey or redis, use containers, or give --redis URI");
  }

  /** Whether {@code embedded-redis} holds a binary for this platform. */
  static boolean hasEmbeddedRedis() {
    try {
      return ExecutableProvider.newProvidedVersionsMap()
          .containsKey(OsArchitecture.detectOSandArchitecture());
    } catch (OsArchitectureNotFound | UnknownOSName e) {
      return false;
    }
  }
}
