package plumbline.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
  @Test
  void everythingIsLookedAtOnceAndInOrder(@TempDir Path folder) {
    AtomicInteger asked = new AtomicInteger();
    Doctor doctor =
        Doctor.ofThisMachine(
            () -> Check.missing("Docker", "no engine " + asked.incrementAndGet(), "start one"),
            folder,
            Duration.ofMillis(20));

    List<Check> checks = doctor.examine();

    assertThat(checks)
        .extracting(Check::name)
        .containsExactly(
            "Java",
            "Machine",
            "Processors",
            "Memory",
            "Disk for the broker",
            "Results folder",
            "Docker",
            "Redis",
            "Clock",
            "CPU governor",
            "Huge pages",
            "Load",
            "Platform pauses");
    assertThat(checks).contains(Check.missing("Docker", "no engine 1", "start one"));
    assertThat(checks).allSatisfy(check -> assertThat(check.detail()).isNotBlank());
    assertThat(checks)
        .filteredOn(check -> check.status() != Check.Status.OK)
        .allSatisfy(check -> assertThat(check.remedy()).isNotBlank());
  }
}
