package plumbline.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SchedulerTimesTest {
  @TempDir Path folder;

  @Test
  void theWordsAreThoseThatTheKernelDocuments() throws IOException {
    Path thread = Files.writeString(folder.resolve("schedstat"), "123456 789 42\n");
    Path machine =
        Files.writeString(
            folder.resolve("stat"), "cpu  10 20 30 40 50 60 70 80 90 0\ncpu0 1 1 1 1 1 1 1 1\n");

    assertThat(SchedulerTimes.word(thread, 1)).hasValue(789);
    assertThat(SchedulerTimes.word(machine, 8)).hasValue(80);
    assertThat(SchedulerTimes.word(machine, 99)).isEmpty();
    assertThat(SchedulerTimes.word(folder.resolve("none"), 1)).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void linuxTellsBoth() {
    assertThat(SchedulerTimes.stolen()).isPresent();
    assertThat(SchedulerTimes.waited()).isPresent();
  }
}
