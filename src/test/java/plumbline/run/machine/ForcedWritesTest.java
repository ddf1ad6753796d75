package plumbline.run.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.result.Histograms;
import plumbline.system.check.Check;

class ForcedWritesTest {
  private static final long MICRO = 1_000;
  private static final long MILLI = 1_000 * MICRO;

  @TempDir Path folder;
  private final AtomicLong now = new AtomicLong();

  private Histogram measure(ForcedWrites.Disk disk) throws IOException {
    return new ForcedWrites(now::get).measure(disk);
  }

  @Test
  void everyWriteIsTimed() throws IOException {
    AtomicLong writes = new AtomicLong();

    Histogram nanos =
        measure(() -> now.addAndGet(writes.incrementAndGet() % 50 == 0 ? 20 * MILLI : MILLI));

    assertThat(nanos.getTotalCount()).isEqualTo(200).isEqualTo(writes.get());
    assertThat(nanos.getCountBetweenValues(19 * MILLI, 21 * MILLI)).isEqualTo(4);
    assertThat(ForcedWrites.check(folder, new ForcedWrites.Found("ext4", Optional.of(nanos))))
        .isEqualTo(
            Check.ok(
                "Forced writes",
                "4 KiB on ext4 take p50 1.0 ms, p99 20 ms (200 writes to "
                    + folder
                    + "). Writes that are forced one by one cannot be faster"));
  }

  @Test
  void aSlowDiskIsNotWaitedForLong() throws IOException {
    Histogram nanos = measure(() -> now.addAndGet(Duration.ofSeconds(2).toNanos()));

    assertThat(nanos.getTotalCount()).isEqualTo(3);
  }

  @Test
  void aRealFolderIsLeftAsItWas() throws IOException {
    ForcedWrites.Found found = new ForcedWrites().in(folder);

    assertThat(found.fileSystem()).isNotEmpty();
    assertThat(found.nanos().orElseThrow().getTotalCount()).isBetween(1L, 200L);
    try (var left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaid() {
    Path missing = folder.resolve("none");

    Check check = ForcedWrites.check(missing, new ForcedWrites().in(missing));

    assertThat(check.status()).isEqualTo(Check.Status.MISSING);
    assertThat(check.detail()).contains(missing.toString());
  }

  @Test
  void memoryIsNoDiskAndNeitherIsWhatIsTooFast() {
    Check memory = ForcedWrites.check(folder, found("tmpfs", 50 * MICRO));
    Check cache = ForcedWrites.check(folder, found("ext4", 9 * MICRO));

    assertThat(found("tmpfs", MICRO).isInMemory()).isTrue();
    assertThat(memory.status()).isEqualTo(Check.Status.WARNING);
    assertThat(memory.detail()).contains("durability on disk cannot be judged");
    assertThat(memory.remedy()).contains("java.io.tmpdir");
    assertThat(found("ext4", MICRO).isInMemory()).isFalse();
    assertThat(cache.status()).isEqualTo(Check.Status.WARNING);
    assertThat(cache.detail()).contains("No disk is that fast");
    assertThat(ForcedWrites.check(folder, found("xfs", 50 * MICRO)).status())
        .isEqualTo(Check.Status.OK);
  }

  private static ForcedWrites.Found found(String fileSystem, long nanos) {
    Histogram histogram = Histograms.create();
    histogram.recordValueWithCount(nanos, 200);
    return new ForcedWrites.Found(fileSystem, Optional.of(histogram));
  }
}
