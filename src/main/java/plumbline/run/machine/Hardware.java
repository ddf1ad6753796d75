package plumbline.run.machine;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import oshi.SystemInfo;
import oshi.hardware.ComputerSystem;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.software.os.OperatingSystem;
import oshi.util.GlobalConfig;

/** The machine; the empty string or 0 where it does not tell, or a load average below 0. */
record Hardware(
    String host,
    String os,
    String kernel,
    String cpu,
    long memoryBytes,
    long availableBytes,
    String maker,
    String model,
    double loadAverage) {

  /** Looks at this machine; takes about half a second, nearly all of it for loading libraries. */
  static Hardware detect() {
    try {
      return fromOshi();
    } catch (LinkageError e) {
      // No native library for this platform, or a temporary folder that forbids executing one. The
      // run is worth having without the model name of its processor.
      return fromJdk();
    }
  }

  private static Hardware fromOshi() {
    // Only needed for lists of devices, and half of the time to start.
    GlobalConfig.set(GlobalConfig.OSHI_OS_LINUX_ALLOWUDEV, false);
    SystemInfo system = new SystemInfo();
    HardwareAbstractionLayer hardware = system.getHardware();
    OperatingSystem os = system.getOperatingSystem();
    ComputerSystem computer = hardware.getComputerSystem();
    OperatingSystem.OSVersionInfo version = os.getVersionInfo();
    return new Hardware(
        known(os.getNetworkParams().getHostName()),
        (known(os.getFamily()) + " " + known(version.getVersion())).strip(),
        known(version.getBuildNumber()),
        known(hardware.getProcessor().getProcessorIdentifier().getName()),
        hardware.getMemory().getTotal(),
        // Inside a container, its limit is what counts.
        Math.min(hardware.getMemory().getAvailable(), jdk().getTotalMemorySize()),
        known(computer.getManufacturer()),
        known(computer.getModel()),
        jdk().getSystemLoadAverage());
  }

  /** The same from the JDK alone. */
  static Hardware fromJdk() {
    return new Hardware(
        "",
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        "",
        jdk().getTotalMemorySize(),
        jdk().getFreeMemorySize(),
        "",
        "",
        jdk().getSystemLoadAverage());
  }

  private static OperatingSystemMXBean jdk() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  }

  private static String known(String text) {
    return text == null || text.toLowerCase(Locale.ROOT).equals("unknown") ? "" : text.strip();
  }
}
