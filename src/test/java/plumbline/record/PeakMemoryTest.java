package plumbline.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PeakMemoryTest {
  @TempDir private Path folder;

  private Path status(String text) throws IOException {
    return Files.writeString(folder.resolve("status"), text);
  }

  @Test
  void theHighWaterMarkIsInBytes() throws IOException {
    Path status =
        status("Name:\tjava\nVmPeak:\t 4000000 kB\nVmHWM:\t  201728 kB\nVmRSS:\t  190000 kB\n");
    assertThat(ForkUsage.peakMemory(status)).hasValue(201_728L * 1024);
  }

  @Test
  void whatTheKernelDoesNotTellIsNotKnown() throws IOException {
    assertThat(ForkUsage.peakMemory(status("Name:\tjava\n"))).isEmpty();
    assertThat(ForkUsage.peakMemory(folder.resolve("none"))).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aJvmHoldsMoreThanItsClassesAndLessThanAnyMachine() {
    assertThat(ForkUsage.peakMemory().orElseThrow()).isBetween(16L << 20, 1L << 40);
  }
}
