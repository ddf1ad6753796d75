package plumbline.run.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.system.check.Check;

class DoctorTest {
  @Test
  void everythingIsLookedAtOnceAndInOrder(@TempDir Path folder) {
    Check engine = Check.missing("Docker", "no engine", "start one");

    Doctor.Examination examination =
        Doctor.examine(engine, folder, new TreeSet<>(Set.of(200)), Duration.ofMillis(20));
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
            "Platform pauses",
            "Schedule lag");
    assertThat(checks).contains(engine);
    assertThat(checks).allSatisfy(check -> assertThat(check.detail()).isNotBlank());
    assertThat(checks)
        .filteredOn(check -> check.status() != Check.Status.OK)
        .allSatisfy(check -> assertThat(check.remedy()).isNotBlank());
    assertThat(examination.reading().clockGranularityNanos()).isPositive();
    assertThat(examination.reading().clockCostNanos()).isPositive();
    assertThat(examination.reading().lateness().getTotalCount()).isGreaterThan(1);
    assertThat(examination.reading().lags()).containsOnlyKeys(200);
    assertThat(examination.reading().processors()).isPositive();
  }
}
