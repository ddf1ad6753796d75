package plumbline.run.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import plumbline.system.check.Check;
import plumbline.system.check.Needs;

/** Folders that a run needs. */
final class PlaceChecks {
  private static final String DISK = "Disk for servers";

  private PlaceChecks() {}

  /** Whether the servers' data finds room in the folder for temporary files. */
  static Check disk(Path folder, Collection<Needs> servers) {
    try {
      return disk(folder, Files.getFileStore(folder).getUsableSpace(), servers);
    } catch (IOException e) {
      return Check.missing(
          DISK,
          folder + " cannot be used: " + e.getMessage(),
          "set another temporary folder: -Djava.io.tmpdir=DIR");
    }
  }

  static Check disk(Path folder, long usableBytes, Collection<Needs> servers) {
    long needed = servers.stream().mapToLong(Needs::disk).sum();
    long least = servers.stream().mapToLong(Needs::leastDisk).sum();
    String detail = MachineChecks.mebibytes(usableBytes) + " free in " + folder;
    String remedy = "free " + MachineChecks.mebibytes(needed) + ", or set -Djava.io.tmpdir=DIR";
    if (usableBytes < least) {
      return Check.missing(DISK, detail, remedy);
    }
    return usableBytes < needed ? Check.warning(DISK, detail, remedy) : Check.ok(DISK, detail);
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
}
