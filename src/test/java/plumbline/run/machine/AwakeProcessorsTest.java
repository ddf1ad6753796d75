package plumbline.run.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import plumbline.problem.CannotMeasureException;
import plumbline.system.janitor.Janitor;

/** Processes that keep processors awake, and leave with what they were for. */
@EnabledOnOs(OS.LINUX)
class AwakeProcessorsTest {
  @TempDir Path folder;

  private static boolean isPossible() {
    try {
      AwakeProcessors.check();
      return true;
    } catch (CannotMeasureException e) {
      return false;
    }
  }

  private static List<ProcessHandle> spinning() {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().commandLine().orElse("").contains("while :; do :; done"))
        .sorted(Comparator.comparing(ProcessHandle::pid))
        .collect(Collectors.toList());
  }

  @Test
  void eachProcessorHasOneOfTheLowestClassUntilTheEnd() {
    assumeThat(isPossible()).isTrue();
    List<ProcessHandle> all;
    try (Janitor janitor = Janitor.start(folder.resolve("janitor.log"))) {
      AwakeProcessors awake = AwakeProcessors.start(janitor);
      int processors = new LinuxFiles(Path.of("/")).allowedProcessors().size();
      // The class is there before the last program is; between, there is no command line.
      all = await().until(AwakeProcessorsTest::spinning, found -> found.size() == processors);
      assertThat(all)
          .allSatisfy(
              process ->
                  assertThat(
                          AwakeProcessors.isIdleClass(
                              Files.readString(Path.of("/proc/" + process.pid() + "/stat"))))
                      .isTrue());
      awake.close();
    }
    all.forEach(process -> process.onExit().join());
    assertThat(spinning()).isEmpty();
  }

  @Test
  void theUsualClassIsToldFromTheLowest() {
    assertThat(AwakeProcessors.isIdleClass(new LinuxFiles(Path.of("/")).read("proc/self/stat")))
        .isFalse();
    assertThat(AwakeProcessors.isIdleClass("")).isFalse();
    String before = "42 (a (b) c) R 1" + " 0".repeat(36);
    assertThat(AwakeProcessors.isIdleClass(before + " 5 0 0")).isTrue();
    assertThat(AwakeProcessors.isIdleClass(before + " 0 5 0")).isFalse();
  }
}
