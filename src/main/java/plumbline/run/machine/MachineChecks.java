package plumbline.run.machine;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plumbline.system.check.Check;
import plumbline.system.check.Needs;

/** What the values of a machine mean for measuring on it. Values in, checks out. */
final class MachineChecks {
  private static final long MEBIBYTE = 1L << 20;

  /** This program and one fork. */
  private static final long OWN_MEMORY = 1024 * MEBIBYTE;

  /** Sources that are read without a system call. */
  private static final Set<String> FAST_CLOCKS =
      Set.of("tsc", "kvm-clock", "hyperv_clocksource_tsc_page", "arch_sys_counter");

  /** A tenth of a microsecond, the finest bound of the built-in claims. */
  private static final long FINE_CLOCK_NANOS = 100;

  /** Load per processor from which on other programs are felt. */
  private static final double BUSY = 0.5;

  private MachineChecks() {}

  /** Whether servers, by the titles of their systems, program and forks fit. */
  static Check memory(long availableBytes, Map<String, Needs> servers) {
    String detail = mebibytes(availableBytes) + " available";
    long needed = OWN_MEMORY + servers.values().stream().mapToLong(Needs::memory).sum();
    String remedy =
        "free " + mebibytes(needed) + ", or measure servers elsewhere: --servers external";
    Optional<String> tooLarge =
        servers.entrySet().stream()
            .filter(server -> availableBytes < server.getValue().leastMemory())
            .map(Map.Entry::getKey)
            .findFirst();
    if (tooLarge.isPresent()) {
      return Check.missing("Memory", detail + "; " + tooLarge.get() + " does not fit", remedy);
    }
    return availableBytes < needed
        ? Check.warning("Memory", detail + "; servers and forks may have to swap", remedy)
        : Check.ok("Memory", detail);
  }

  static Check processors(int count) {
    String detail = count == 1 ? "1 processor" : count + " processors";
    return count < 2
        ? Check.warning(
            "Processors",
            detail + "; client and server wait for each other",
            "give it two or more, or figures are those of the scheduler")
        : Check.ok("Processors", detail);
  }

  static Check clock(String source, long granularityNanos) {
    String told = source.isEmpty() ? "source not known here" : source;
    String detail = told + ", steps of " + granularityNanos + " ns";
    if (granularityNanos <= 0) {
      return Check.missing(
          "Clock", told + ", it does not move", "repair the clock of this machine");
    }
    if (!source.isEmpty() && !FAST_CLOCKS.contains(source)) {
      return Check.warning(
          "Clock",
          detail + "; every reading may be a system call that is measured along",
          "boot with clocksource=tsc, if the processor's counter is stable (dmesg tells)");
    }
    if (granularityNanos > FINE_CLOCK_NANOS) {
      return Check.warning(
          "Clock",
          detail + "; too coarse for claims about one microsecond",
          "figures below " + Durations.text(10 * granularityNanos) + " are rough here");
    }
    return Check.ok("Clock", detail);
  }

  static Check governor(String governor, String hypervisor) {
    if (governor.isEmpty()) {
      String why = hypervisor.isEmpty() ? "" : ", the host decides";
      return Check.ok("CPU governor", "not known here" + why);
    }
    return governor.equals("performance")
        ? Check.ok("CPU governor", governor)
        : Check.warning(
            "CPU governor",
            governor + "; processors slow down between operations",
            "cpupower frequency-set -g performance");
  }

  static Check load(double oneMinute, int processors) {
    if (oneMinute < 0) {
      return Check.ok("Load", "not known here");
    }
    String detail = String.format(Locale.ROOT, "%.2f in the last minute", oneMinute);
    return oneMinute > BUSY * processors
        ? Check.warning(
            "Load",
            detail + " on " + processors + " processors; something else is busy",
            "end other programs, or wait a minute if it was a build")
        : Check.ok("Load", detail);
  }

  static Check virtualization(String hypervisor, String container) {
    String under = hypervisor.isEmpty() ? "no hypervisor seen" : "virtual machine on " + hypervisor;
    String in = container.isEmpty() ? "" : ", in a container (" + container + ")";
    // Nothing to remedy, but absolute figures do not carry to another machine.
    return Check.ok("Machine", under + in);
  }

  static String mebibytes(long bytes) {
    long mebibytes = bytes / MEBIBYTE;
    return mebibytes < 10_240
        ? mebibytes + " MiB"
        : String.format(Locale.ROOT, "%.1f GiB", mebibytes / 1024.0);
  }
}
