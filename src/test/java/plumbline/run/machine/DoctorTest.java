package plumbline.run.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.system.check.Check;

class DoctorTest {
  @Test
  void everythingIsLookedAtOnceAndInOrder(@TempDir Path folder) {
    Check engine = Check.missing("Docker", "no engine", "start one");

    Doctor.Examination examination = Doctor.examine(engine, folder, Duration.ofMillis(20));
    List<Check> checks = examination.checks();

    assertThat(checks)
        .extracting(Check::name)
        .containsExactly(
            "Java",
            "Machine",
            "Processors",
            "Memory",
            "Disk for servers",
            "Forced writes",
            "Results folder",
            "Docker",
            "Redis",
            "Huge pages",
            "Clock",
            "Clock cost",
            "CPU governor",
            "Load",
            "Stolen time",
            "Platform pauses");
    assertThat(checks).contains(engine);
    assertThat(checks).allSatisfy(check -> assertThat(check.detail()).isNotBlank());
    assertThat(checks)
        .filteredOn(check -> check.status() != Check.Status.OK)
        .allSatisfy(check -> assertThat(check.remedy()).isNotBlank());
    assertThat(examination.reading().clockGranularityNanos()).isPositive();
    assertThat(examination.reading().clockCostNanos()).isPositive();
    assertThat(examination.reading().lateness().getTotalCount()).isGreaterThan(1);
    assertThat(examination.reading().processors()).isPositive();
  }
}
