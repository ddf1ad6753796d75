package plumbline.run.machine;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What lies between this process and the hardware: a hypervisor, a container, both or neither. */
final class Virtualization {
  /** Words in the maker or model of a virtual machine, and whose they are; the first hit counts. */
  private static final List<Map.Entry<String, String>> MAKERS =
      List.of(
          Map.entry("vmware", "VMware"),
          Map.entry("virtualbox", "VirtualBox"),
          Map.entry("innotek", "VirtualBox"),
          Map.entry("parallels", "Parallels"),
          Map.entry("microsoft corporation virtual machine", "Hyper-V"),
          Map.entry("apple virtualization", "Apple Virtualization"),
          Map.entry("xen", "Xen"),
          Map.entry("bhyve", "bhyve"),
          Map.entry("qemu", "KVM"),
          Map.entry("kvm", "KVM"),
          Map.entry("amazon ec2", "KVM"),
          Map.entry("google compute engine", "KVM"),
          Map.entry("openstack", "KVM"));

  /** Clock sources that only a guest has. */
  private static final Map<String, String> GUEST_CLOCKS =
      Map.of("kvm-clock", "KVM", "hyperv_clocksource_tsc_page", "Hyper-V", "xen", "Xen");

  /** Parts of the names of control groups, and whose they are. */
  private static final List<Map.Entry<String, String>> GROUPS =
      List.of(
          Map.entry("kubepods", "kubernetes"),
          Map.entry("libpod", "podman"),
          Map.entry("docker", "docker"),
          Map.entry("containerd", "containerd"),
          Map.entry("/lxc", "lxc"));

  private Virtualization() {}

  /**
   * The hypervisor under this system.
   *
   * @param files the files of Linux; on another system they are not there
   * @param maker maker of the machine
   * @param model its model
   * @return such as {@code KVM}; {@code unknown hypervisor} if there is one without a name; empty
   *     on bare metal or if nothing tells
   */
  static String hypervisor(LinuxFiles files, String maker, String model) {
    String cpu = " " + files.read("proc/cpuinfo").replaceAll("\\s+", " ") + " ";
    boolean flagged = cpu.contains(" hypervisor ");
    if (cpu.contains(" flags : ") && !flagged) {
      // On x86 every hypervisor shows itself there. A cloud's bare metal still names the cloud.
      return "";
    }
    String machine = (maker + " " + model).toLowerCase(Locale.ROOT);
    if (machine.contains(".metal")) {
      return "";
    }
    String byClock = GUEST_CLOCKS.getOrDefault(files.clockSource(), "");
    String byFile = files.read("sys/hypervisor/type").equals("xen") ? "Xen" : byClock;
    String name = first(MAKERS, machine, byFile);
    return name.isEmpty() && flagged ? "unknown hypervisor" : name;
  }

  /**
   * The container around this process.
   *
   * @return {@code kubernetes}, {@code docker}, {@code podman}, {@code lxc} or what the container
   *     manager calls itself; empty outside a container
   */
  static String container(LinuxFiles files) {
    if (files.has("var/run/secrets/kubernetes.io")
        || files.read("etc/hosts").startsWith("# Kubernetes-managed")) {
      return "kubernetes";
    }
    String groups = files.read("proc/self/cgroup") + "\n" + files.read("proc/1/cgroup");
    if (groups.contains("kubepods")) {
      return "kubernetes";
    }
    if (files.has("run/.containerenv")) {
      return "podman";
    }
    if (files.has(".dockerenv")) {
      return "docker";
    }
    // Written by systemd and those who follow its interface.
    return first(GROUPS, groups, files.read("run/systemd/container"));
  }

  private static String first(
      List<Map.Entry<String, String>> names, String text, String otherwise) {
    return names.stream()
        .filter(name -> text.contains(name.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(otherwise);
  }
}
