package plumbline.run.machine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import plumbline.result.RunManifest;

/** Notes the machine and the JVM: a figure without them cannot be repeated. */
public final class EnvironmentCapture {
  private EnvironmentCapture() {}

  /**
   * Looks at the machine that this runs on; takes about half a second.
   *
   * @param javaFlags the flags of the forks, without secrets
   * @return the machine; what the platform does not tell is the empty string or 0
   */
  public static RunManifest.Environment capture(List<String> javaFlags) {
    return of(new LinuxFiles(Path.of("/")), Hardware.detect(), NanoClock.granularity(), javaFlags);
  }

  static RunManifest.Environment of(
      LinuxFiles files, Hardware machine, long clockGranularityNanos, List<String> javaFlags) {
    return new RunManifest.Environment(
        machine.host(),
        machine.os(),
        machine.kernel(),
        machine.cpu(),
        Runtime.getRuntime().availableProcessors(),
        machine.memoryBytes(),
        Virtualization.hypervisor(files, machine.maker(), machine.model()),
        Virtualization.container(files),
        files.clockSource(),
        files.governor(),
        files.transparentHugePages(),
        clockGranularityNanos,
        javaRuntime(
            System.getProperty("java.runtime.name"),
            Runtime.version().toString(),
            System.getProperty("java.vm.name")),
        javaFlags,
        machine.loadAverage(),
        Optional.of(files.idle()));
  }

  /** Name and version of a JVM, such as {@code OpenJDK 17.0.15+6}. */
  static String javaRuntime(String runtimeName, String version, String vmName) {
    String name = runtimeName.replace(" Runtime Environment", "").strip() + " " + version;
    // Another virtual machine under the same class library is another set of results.
    boolean usual = vmName.contains("OpenJDK") || vmName.contains("HotSpot");
    return usual ? name : name + " (" + vmName + ")";
  }
}
