package plumbline.run.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class QuietDisksTest {
  private static final long MEBIBYTE = 1 << 20;

  private OptionalLong unwritten = OptionalLong.of(0);
  private long left;
  private int syncs;
  private long now;

  private final QuietDisks disks =
      new QuietDisks(
          () -> unwritten,
          () -> {
            syncs++;
            now += 1_500_000_000;
            unwritten = OptionalLong.of(left);
          },
          () -> now);

  private void fork(long mebibytes) {
    unwritten = OptionalLong.of(mebibytes * MEBIBYTE);
    disks.await();
  }

  @Test
  void aLittleIsNotWaitedFor() {
    fork(0);
    fork(64);
    assertThat(syncs).isZero();
    assertThat(disks.note()).isEmpty();
  }

  @Test
  void muchIsBroughtToTheDiskAndTold() {
    fork(1_200);
    fork(3);
    fork(65);
    assertThat(syncs).isEqualTo(2);
    assertThat(disks.note())
        .hasValue(
            "before 2 of 3 forks, what earlier ones had written was brought to the disk first: up to"
                + " 1,200 MiB, which took 1.5 s at most and 3.0 s in all");
  }

  @Test
  void whatIsLeftAllTheSameIsTold() {
    left = 100 * MEBIBYTE;
    fork(1_200);
    assertThat(disks.note().orElseThrow())
        .endsWith(
            "; before 1 of them more than 64 MiB were left all the same, and may have been written"
                + " while they measured");
  }

  @Test
  void whatNobodyTellsIsNotWaitedFor() {
    unwritten = OptionalLong.empty();
    disks.await();
    assertThat(syncs).isZero();
  }

  @Test
  void whatIsOnItsWayCountsWithWhatWaits() {
    String meminfo =
        """
        MemTotal:       24692884 kB
        Dirty:              4760 kB
        Writeback:            40 kB
        WritebackTmp:        900 kB
        """;
    assertThat(QuietDisks.unwritten(meminfo)).hasValue(4_800 * 1024);
    assertThat(QuietDisks.unwritten("")).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void thisMachineTells() {
    assertThat(
            QuietDisks.unwritten(new LinuxFiles(java.nio.file.Path.of("/")).read("proc/meminfo")))
        .isPresent();
  }
}
