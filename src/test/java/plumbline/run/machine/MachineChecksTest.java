package plumbline.run.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static plumbline.system.check.Check.Status.OK;
import static plumbline.system.check.Check.Status.WARNING;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.system.check.Check;
import plumbline.system.check.Needs;

class MachineChecksTest {
  private static final long GIB = 1L << 30;

  @Test
  void memoryDecidesWhetherServersFit() {
    Map<String, Needs> servers =
        Map.of(
            "Large", Needs.ofMebibytes(1536, 1536, 0, 0), "Small", Needs.ofMebibytes(512, 0, 0, 0));

    assertThat(MachineChecks.memory(GIB, servers))
        .isEqualTo(
            Check.missing(
                "Memory",
                "1024 MiB available; Large does not fit",
                "free 3072 MiB, or measure servers elsewhere: --servers external"));
    assertThat(MachineChecks.memory(3 * GIB - 1, servers).status()).isEqualTo(WARNING);
    assertThat(MachineChecks.memory(3 * GIB, servers).status()).isEqualTo(OK);
    assertThat(MachineChecks.memory(GIB, Map.of()).status()).isEqualTo(OK);
    assertThat(MachineChecks.memory(3 * GIB, servers).detail()).isEqualTo("3072 MiB available");
    assertThat(MachineChecks.memory(23 * GIB + GIB / 2, servers).detail())
        .isEqualTo("23.5 GiB available");
  }

  @Test
  void oneProcessorIsNotEnoughForClientAndServer() {
    assertThat(MachineChecks.processors(1).status()).isEqualTo(WARNING);
    assertThat(MachineChecks.processors(2).status()).isEqualTo(OK);
  }

  @ParameterizedTest
  @CsvSource({
    "tsc, 20, OK",
    "kvm-clock, 30, OK",
    "'', 41, OK",
    "'', 100, OK",
    "'', 1000, WARNING",
    "hpet, 70, WARNING",
    "acpi_pm, 279, WARNING",
    "tsc, 0, MISSING",
  })
  void clockMustBeFastAndFine(String source, long granularity, Check.Status expected) {
    assertThat(MachineChecks.clock(source, granularity).status()).isEqualTo(expected);
  }

  @Test
  void coarseClockSaysWhatItCannotTell() {
    assertThat(MachineChecks.clock("", 1_000).remedy())
        .isEqualTo("figures below 10 us are rough here");
  }

  @ParameterizedTest
  @CsvSource({
    "performance, '', OK",
    "powersave, '', WARNING",
    "'performance,powersave', '', WARNING",
    "'', KVM, OK",
  })
  void onlyThePerformanceGovernorKeepsTheClockUp(
      String governor, String hypervisor, Check.Status expected) {
    assertThat(MachineChecks.governor(governor, hypervisor).status()).isEqualTo(expected);
  }

  @Test
  void loadCountsPerProcessor() {
    assertThat(MachineChecks.load(1.5, 2).status()).isEqualTo(WARNING);
    assertThat(MachineChecks.load(1.5, 8).status()).isEqualTo(OK);
    assertThat(MachineChecks.load(-1, 2).status()).isEqualTo(OK);
  }

  @Test
  void machineIsDescribedInWords() {
    assertThat(MachineChecks.virtualization("KVM", "docker").detail())
        .isEqualTo("virtual machine on KVM, in a container (docker)");
    assertThat(MachineChecks.virtualization("", "").detail()).isEqualTo("no hypervisor seen");
  }
}
