package plumbline.run.machine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;
import plumbline.result.Histograms;
import plumbline.result.RunManifest;
import plumbline.system.check.Check;

/**
 * How long it takes until a small write is on the disk: what a server that forces each write before
 * it answers pays for at least.
 */
public final class ForcedWrites {
  private static final String NAME = "Forced writes";
  private static final int WRITES = 200;
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final int BYTES = 4096;

  /** No disk of today answers in less: what does is a cache. */
  private static final long NO_DISK_NANOS = 10_000;

  private final LongSupplier clock;

  /** Measures with the clock of this machine. */
  ForcedWrites() {
    this(System::nanoTime);
  }

  /** Measures with a given clock, in nanoseconds. */
  ForcedWrites(LongSupplier clock) {
    this.clock = clock;
  }

  /** Where a write goes. */
  interface Disk {
    /** Appends 4 KiB and returns when they are there. */
    void append() throws IOException;
  }

  /** The kind of a folder's file system, and how long writes took; empty if none could be made. */
  record Found(String fileSystem, Optional<Histogram> nanos) {
    /** Whether forcing a write means nothing there. */
    boolean isInMemory() {
      return new RunManifest.DataFolder(fileSystem, OptionalLong.empty()).isInMemory();
    }
  }

  /**
   * What run.json says of a folder.
   *
   * @param forces whether writes are to be forced there, which takes up to 5 s
   */
  public static RunManifest.DataFolder folder(Path folder, boolean forces) {
    ForcedWrites writes = new ForcedWrites();
    Found found =
        forces ? writes.in(folder) : new Found(writes.fileSystem(folder), Optional.empty());
    return new RunManifest.DataFolder(
        found.fileSystem(),
        found.nanos().stream().mapToLong(nanos -> nanos.getValueAtPercentile(50)).findFirst());
  }

  private String fileSystem(Path folder) {
    try {
      return Files.getFileStore(folder).type();
    } catch (IOException e) {
      return "";
    }
  }

  /** Writes to a file of its own, which is gone afterwards. */
  Found in(Path folder) {
    String fileSystem = fileSystem(folder);
    try {
      Path file = Files.createTempFile(folder, ".plumbline", ".probe");
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        ByteBuffer block = ByteBuffer.allocateDirect(BYTES);
        return new Found(
            fileSystem,
            Optional.of(
                measure(
                    () -> {
                      block.clear();
                      while (block.hasRemaining()) {
                        channel.write(block);
                      }
                      channel.force(false);
                    })));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      return new Found(fileSystem, Optional.empty());
    }
  }

  /** Appends until there are enough writes, or the disk is so slow that some have to do. */
  Histogram measure(Disk disk) throws IOException {
    Histogram nanos = Histograms.create();
    long begin = clock.getAsLong();
    long start = begin;
    while (nanos.getTotalCount() < WRITES && start - begin < LIMIT.toNanos()) {
      disk.append();
      long end = clock.getAsLong();
      nanos.recordValue(Math.min(Histograms.HIGHEST.toNanos(), end - start));
      start = end;
    }
    return nanos;
  }

  /** What it means. */
  static Check check(Path folder, Found found) {
    if (found.nanos().isEmpty()) {
      return Check.missing(
          NAME,
          "nothing could be written to " + folder,
          "set another temporary folder: -Djava.io.tmpdir=DIR");
    }
    Histogram nanos = found.nanos().get();
    long p50 = nanos.getValueAtPercentile(50);
    String detail =
        String.format(
            Locale.ROOT,
            "4 KiB on %s take p50 %s, p99 %s (%d writes to %s)",
            found.fileSystem().isEmpty() ? "an unknown file system" : found.fileSystem(),
            Durations.text(p50),
            Durations.text(nanos.getValueAtPercentile(99)),
            nanos.getTotalCount(),
            folder);
    String remedy = "set a temporary folder on a disk: -Djava.io.tmpdir=DIR";
    if (found.isInMemory()) {
      return Check.warning(
          NAME,
          detail
              + ". That is memory: forcing costs nothing, so durability on disk cannot be judged",
          remedy);
    }
    return p50 < NO_DISK_NANOS
        ? Check.warning(
            NAME, detail + ". No disk is that fast: a cache answers, and may lose it", remedy)
        : Check.ok(NAME, detail + ". Writes that are forced one by one cannot be faster");
  }
}
