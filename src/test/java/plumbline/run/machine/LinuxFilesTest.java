package plumbline.run.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinuxFilesTest {
  @TempDir Path folder;
  private FakeRoot root;

  @BeforeEach
  void startWithoutFiles() {
    root = new FakeRoot(folder);
  }

  @Test
  void missingFilesAreEmptyAnswers() {
    LinuxFiles files = root.files();

    assertThat(files.clockSource()).isEmpty();
    assertThat(files.governor()).isEmpty();
    assertThat(files.transparentHugePages()).isEmpty();
  }

  @Test
  void clockSourceHasNoLineFeed() {
    root.with("sys/devices/system/clocksource/clocksource0/current_clocksource", "tsc");

    assertThat(root.files().clockSource()).isEqualTo("tsc");
  }

  @Test
  void bracketsMarkTheSettingOfHugePages() {
    root.with("sys/kernel/mm/transparent_hugepage/enabled", "always [madvise] never");

    assertThat(root.files().transparentHugePages()).isEqualTo("madvise");
  }

  @Test
  void unmarkedSettingOfHugePagesIsUnknown() {
    root.with("sys/kernel/mm/transparent_hugepage/enabled", "] always [");

    assertThat(root.files().transparentHugePages()).isEmpty();
  }

  @Test
  void sameGovernorOfAllProcessorsIsSaidOnce() {
    root.with("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "performance")
        .with("sys/devices/system/cpu/cpu1/cpufreq/scaling_governor", "performance")
        .with("sys/devices/system/cpu/cpuidle/current_driver", "none");

    assertThat(root.files().governor()).isEqualTo("performance");
  }

  @Test
  void differentGovernorsAreAllSaid() {
    root.with("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "schedutil")
        .with("sys/devices/system/cpu/cpu10/cpufreq/scaling_governor", "performance");

    assertThat(root.files().governor()).isEqualTo("performance,schedutil");
  }

  @Test
  void fileThatIsAFolderIsAnEmptyAnswer() throws IOException {
    Files.createDirectories(folder.resolve("proc/cpuinfo"));

    assertThat(root.files().read("proc/cpuinfo")).isEmpty();
  }

  @Test
  void howProcessorsSleepIsDriverGovernorAndTheirParameters() {
    root.with("sys/devices/system/cpu/cpuidle/current_driver", "haltpoll")
        .with("sys/devices/system/cpu/cpuidle/current_governor", "menu")
        .with("sys/module/haltpoll/parameters/guest_halt_poll_ns", "200000")
        .with("sys/module/haltpoll/parameters/force", "N")
        .with("sys/module/other/parameters/force", "Y");

    assertThat(root.files().idle())
        .isEqualTo("driver haltpoll, governor menu, force=N, guest_halt_poll_ns=200000");
  }

  @Test
  void processorsThatDoNotSleepSaySo() {
    root.with("sys/devices/system/cpu/cpuidle/current_driver", "none");

    assertThat(root.files().idle()).isEmpty();
  }

  @Test
  void processorsAreAllowedOneByOneAndInRanges() {
    root.with("proc/self/status", "Name:\tx\nCpus_allowed_list:\t0-2,5\nMems_allowed:\t1");

    assertThat(root.files().allowedProcessors()).containsExactly(0, 1, 2, 5);
  }
}
