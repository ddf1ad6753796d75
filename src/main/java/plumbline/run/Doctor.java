package plumbline.run;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import plumbline.result.RunManifest;

/** What this machine can measure, and what it lacks. */
public final class Doctor {
  private final Supplier<Check> containers;
  private final Supplier<Check> redis;
  private final Supplier<Hardware> hardware;
  private final Supplier<RunManifest.Environment> environment;
  private final Supplier<Check> pauses;
  private final Path temporary;
  private final Path results;

  Doctor(
      Supplier<Check> containers,
      Supplier<Check> redis,
      Supplier<Hardware> hardware,
      Supplier<RunManifest.Environment> environment,
      Supplier<Check> pauses,
      Path temporary,
      Path results) {
    this.containers = containers;
    this.redis = redis;
    this.hardware = hardware;
    this.environment = environment;
    this.pauses = pauses;
    this.temporary = temporary;
    this.results = results;
  }

  /**
   * A doctor for the machine that this runs on.
   *
   * @param containers whether a container engine answers; it must itself give up in time
   * @param results where run directories are made; need not exist
   * @param watch how long to watch for pauses; below a second the p99 rests on few wake-ups
   */
  public static Doctor ofThisMachine(Supplier<Check> containers, Path results, Duration watch) {
    return new Doctor(
        containers,
        () ->
            PlaceChecks.redis(
                System.getenv().getOrDefault("PATH", ""),
                File.pathSeparator,
                PlaceChecks.hasEmbeddedRedis()),
        Hardware::detect,
        () -> new EnvironmentCapture().capture(List.of()),
        () -> PauseCheck.of(new PauseWatch().watch(watch)),
        Path.of(System.getProperty("java.io.tmpdir")),
        results);
  }

  /** Looks at everything; takes the time for which pauses are watched and about a second more. */
  public List<Check> examine() {
    RunManifest.Environment machine = environment.get();
    return List.of(
        Check.ok("Java", machine.javaRuntime()),
        MachineChecks.virtualization(machine.hypervisor(), machine.container()),
        MachineChecks.processors(machine.logicalCpus()),
        MachineChecks.memory(hardware.get().availableBytes()),
        PlaceChecks.brokerDisk(temporary),
        PlaceChecks.results(results),
        containers.get(),
        redis.get(),
        MachineChecks.clock(machine.clockSource(), machine.clockGranularityNanos()),
        MachineChecks.governor(machine.governor(), machine.hypervisor()),
        MachineChecks.hugePages(machine.transparentHugePages()),
        MachineChecks.load(machine.loadAverage(), machine.logicalCpus()),
        pauses.get());
  }
}
