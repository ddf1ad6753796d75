package plumbline.run.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.result.RunManifest.Environment;

class EnvironmentCaptureTest {
  private static final Hardware HARDWARE =
      new Hardware("web1", "Debian 12", "6.1.0", "EPYC", 8L << 30, 4L << 30, "QEMU", "pc", 0.25);

  @Test
  void hardwareAndFilesComeTogether(@TempDir Path folder) {
    FakeRoot root =
        new FakeRoot(folder)
            .with("sys/devices/system/clocksource/clocksource0/current_clocksource", "tsc")
            .with("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "schedutil")
            .with("sys/devices/system/cpu/cpuidle/current_driver", "intel_idle")
            .with("sys/devices/system/cpu/cpuidle/current_governor", "menu")
            .with("sys/kernel/mm/transparent_hugepage/enabled", "[always] madvise never")
            .with(".dockerenv", "");

    Environment seen = EnvironmentCapture.of(root.files(), HARDWARE, 25, List.of("-Xmx1g"));

    assertThat(seen)
        .isEqualTo(
            new Environment(
                "web1",
                "Debian 12",
                "6.1.0",
                "EPYC",
                Runtime.getRuntime().availableProcessors(),
                8L << 30,
                "KVM",
                "docker",
                "tsc",
                "schedutil",
                "always",
                25,
                seen.javaRuntime(),
                List.of("-Xmx1g"),
                0.25,
                Optional.of("driver intel_idle, governor menu")));
    assertThat(seen.javaRuntime()).contains(Runtime.version().toString());
  }

  @Test
  void thisMachineIsSeenAndNothingIsPrinted() {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream caught = new PrintStream(printed, true, StandardCharsets.UTF_8);
    Environment seen;
    System.setOut(caught);
    System.setErr(caught);
    try {
      seen = EnvironmentCapture.capture(List.of());
    } finally {
      System.setOut(out);
      System.setErr(err);
    }

    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(seen.os()).isNotEmpty();
    assertThat(seen.logicalCpus()).isPositive();
    assertThat(seen.memoryBytes()).isGreaterThan(64L << 20);
    assertThat(seen.clockGranularityNanos()).isPositive();
  }

  @Test
  void oshiAndTheJdkSeeTheSameMachine() {
    Hardware oshi = Hardware.detect();
    Hardware jdk = Hardware.fromJdk();

    assertThat(jdk.os()).isNotEmpty();
    assertThat(jdk.memoryBytes()).isLessThanOrEqualTo(oshi.memoryBytes());
    assertThat(oshi.availableBytes()).isBetween(1L, oshi.memoryBytes());
  }

  @Test
  void usualVirtualMachineIsNotNamedTwice() {
    assertThat(javaRuntime("OpenJDK Runtime Environment", "OpenJDK 64-Bit Server VM"))
        .isEqualTo("OpenJDK 21.0.1+12");
    assertThat(javaRuntime("Java(TM) SE Runtime Environment", "Java HotSpot(TM) 64-Bit Server VM"))
        .isEqualTo("Java(TM) SE 21.0.1+12");
  }

  @Test
  void otherVirtualMachineIsNamed() {
    assertThat(javaRuntime("IBM Semeru Runtime Open Edition", "Eclipse OpenJ9 VM"))
        .isEqualTo("IBM Semeru Runtime Open Edition 21.0.1+12 (Eclipse OpenJ9 VM)");
  }

  private static String javaRuntime(String runtime, String vm) {
    return EnvironmentCapture.javaRuntime(runtime, "21.0.1+12", vm);
  }
}
