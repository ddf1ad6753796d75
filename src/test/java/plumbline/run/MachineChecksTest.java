package plumbline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static plumbline.run.Check.Status.MISSING;
import static plumbline.run.Check.Status.OK;
import static plumbline.run.Check.Status.WARNING;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineChecksTest {
  private static final long GIB = 1L << 30;

  @Test
  void memoryDecidesWhetherABrokerFits() {
    assertThat(MachineChecks.memory(GIB).status()).isEqualTo(MISSING);
    assertThat(MachineChecks.memory(2 * GIB).status()).isEqualTo(WARNING);
    assertThat(MachineChecks.memory(3 * GIB).status()).isEqualTo(OK);
    assertThat(MachineChecks.memory(3 * GIB).detail()).isEqualTo("3072 MiB available");
    assertThat(MachineChecks.memory(23 * GIB + GIB / 2).detail()).isEqualTo("23.5 GiB available");
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
  void hugePagesForEverybodyStallRedis() {
    assertThat(MachineChecks.hugePages("always").status()).isEqualTo(WARNING);
    assertThat(MachineChecks.hugePages("madvise").status()).isEqualTo(OK);
    assertThat(MachineChecks.hugePages("").status()).isEqualTo(OK);
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
