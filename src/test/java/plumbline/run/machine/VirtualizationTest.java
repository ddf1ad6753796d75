package plumbline.run.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VirtualizationTest {
  private static final String CLOCK =
      "sys/devices/system/clocksource/clocksource0/current_clocksource";

  @TempDir Path folder;
  private FakeRoot root;

  @BeforeEach
  void startWithoutFiles() {
    root = new FakeRoot(folder);
  }

  @Test
  void processorWithoutTheFlagIsBareMetalWhateverItsMakerSays() {
    root.with("proc/cpuinfo", "flags\t\t: fpu vme sse2 aes");

    assertThat(hypervisor("Amazon EC2", "c5.large")).isEmpty();
  }

  @Test
  void guestClockNamesTheHypervisorWhereTheMakerDoesNot() {
    root.with("proc/cpuinfo", "flags\t\t: fpu hypervisor sse2").with(CLOCK, "kvm-clock");

    assertThat(hypervisor("", "")).isEqualTo("KVM");
  }

  @Test
  void flagWithoutANameIsAnUnknownHypervisor() {
    root.with("proc/cpuinfo", "flags\t\t: fpu sse2 hypervisor").with(CLOCK, "tsc");

    assertThat(hypervisor("Acme", "Board 1")).isEqualTo("unknown hypervisor");
  }

  @ParameterizedTest
  @CsvSource({
    "QEMU, Standard PC (Q35 + ICH9 2009), KVM",
    "Amazon EC2, m7g.large, KVM",
    "Amazon EC2, m7g.metal, ''",
    "'VMware, Inc.', VMware Virtual Platform, VMware",
    "innotek GmbH, VirtualBox, VirtualBox",
    "Microsoft Corporation, Virtual Machine, Hyper-V",
    "Microsoft Corporation, Surface Laptop, ''",
    "Apple Inc., 'MacBookPro18,3', ''",
  })
  void makerTellsWhereTheProcessorDoesNot(String maker, String model, String expected) {
    assertThat(hypervisor(maker, model)).isEqualTo(expected);
  }

  @Test
  void xenTellsItselfInSys() {
    root.with("sys/hypervisor/type", "xen");

    assertThat(hypervisor("", "")).isEqualTo("Xen");
  }

  @Test
  void noMarkIsNoContainer() {
    root.with("proc/self/cgroup", "0::/user.slice/user-1000.slice").with("proc/1/cgroup", "0::/");

    assertThat(Virtualization.container(root.files())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    ".dockerenv, '', docker",
    "run/.containerenv, engine=podman, podman",
    "proc/self/cgroup, 12:cpu:/docker/0123abcd, docker",
    "proc/1/cgroup, 0::/system.slice/docker-0123.scope, docker",
    "proc/self/cgroup, 0::/machine.slice/libpod-0123.scope, podman",
    "proc/self/cgroup, 0::/kubepods.slice/kubepods-pod1.slice, kubernetes",
    "proc/1/cgroup, 4:memory:/lxc/web, lxc",
    "etc/hosts, # Kubernetes-managed hosts file., kubernetes",
    "run/systemd/container, systemd-nspawn, systemd-nspawn",
  })
  void everyMarkTellsItsContainer(String file, String text, String expected) {
    root.with(file, text);

    assertThat(Virtualization.container(root.files())).isEqualTo(expected);
  }

  @Test
  void podIsKubernetesEvenIfDockerRunsIt() {
    root.with(".dockerenv", "").with("proc/self/cgroup", "5:cpu:/kubepods/burstable/pod1");

    assertThat(Virtualization.container(root.files())).isEqualTo("kubernetes");
  }

  private String hypervisor(String maker, String model) {
    return Virtualization.hypervisor(root.files(), maker, model);
  }
}
