package plumbline.run.machine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import plumbline.record.PauseMonitor;
import plumbline.result.MachineReading;
import plumbline.result.RunManifest;
import plumbline.system.Systems;
import plumbline.system.check.Check;
import plumbline.system.check.Needs;
import plumbline.system.spi.ServerSystem;

/** What this machine can measure, and what it lacks. */
public final class Doctor {
  private final Supplier<Check> containers;
  private final List<ServerSystem> systems;
  private final Supplier<Hardware> hardware;
  private final Supplier<RunManifest.Environment> environment;
  private final DoubleSupplier clockCost;
  private final Supplier<Optional<StolenTime>> stolen;
  private final Supplier<Histogram> pauses;
  private final Function<Path, ForcedWrites.Found> disk;
  private final Path temporary;
  private final Path results;

  Doctor(
      Supplier<Check> containers,
      List<ServerSystem> systems,
      Supplier<Hardware> hardware,
      Supplier<RunManifest.Environment> environment,
      DoubleSupplier clockCost,
      Supplier<Optional<StolenTime>> stolen,
      Supplier<Histogram> pauses,
      Function<Path, ForcedWrites.Found> disk,
      Path temporary,
      Path results) {
    this.containers = containers;
    this.systems = systems;
    this.hardware = hardware;
    this.environment = environment;
    this.clockCost = clockCost;
    this.stolen = stolen;
    this.pauses = pauses;
    this.disk = disk;
    this.temporary = temporary;
    this.results = results;
  }

  /**
   * What was found.
   *
   * @param checks in the order in which they are read
   * @param reading what decides which claims can be judged here
   */
  public record Examination(List<Check> checks, MachineReading reading) {
    public Examination {
      checks = List.copyOf(checks);
    }
  }

  /**
   * A doctor for the machine that this runs on.
   *
   * @param containers whether a container engine answers; it must itself give up in time
   * @param results where run directories are made; need not exist
   * @param watch how long to watch for pauses and stolen time; below a second the p99 rests on few
   *     wake-ups
   */
  public static Doctor ofThisMachine(Supplier<Check> containers, Path results, Duration watch) {
    LinuxFiles files = new LinuxFiles(Path.of("/"));
    return new Doctor(
        containers,
        Systems.all(),
        Hardware::detect,
        () -> new EnvironmentCapture().capture(List.of()),
        ClockCost::ofNanoTime,
        () -> StolenTime.read(files),
        () -> PauseMonitor.watch(watch),
        folder -> new ForcedWrites().in(folder),
        Path.of(System.getProperty("java.io.tmpdir")),
        results);
  }

  /**
   * Looks at everything; takes the time for which pauses are watched, a second more, and up to five
   * seconds on a slow disk.
   */
  public Examination examine() {
    RunManifest.Environment machine = environment.get();
    double clockNanos = clockCost.getAsDouble();
    ForcedWrites.Found writes = disk.apply(temporary);
    Check engine = containers.get();
    // Last, so that nothing of the above disturbs it.
    Optional<StolenTime> before = stolen.get();
    Histogram lateness = pauses.get();
    OptionalDouble stolenPercent = StolenTime.percent(before, stolen.get());
    Map<String, Needs> needs = new LinkedHashMap<>();
    systems.forEach(system -> needs.put(system.title(), system.needs()));
    List<Check> checks =
        new ArrayList<>(
            List.of(
                Check.ok("Java", machine.javaRuntime()),
                MachineChecks.virtualization(machine.hypervisor(), machine.container()),
                MachineChecks.processors(machine.logicalCpus()),
                MachineChecks.memory(hardware.get().availableBytes(), needs),
                PlaceChecks.disk(temporary, needs.values()),
                ForcedWrites.check(temporary, writes),
                PlaceChecks.results(results),
                engine));
    systems.forEach(system -> checks.addAll(system.checks(machine)));
    checks.addAll(
        List.of(
            MachineChecks.clock(machine.clockSource(), machine.clockGranularityNanos()),
            ClockCost.check(clockNanos),
            MachineChecks.governor(machine.governor(), machine.hypervisor()),
            MachineChecks.load(machine.loadAverage(), machine.logicalCpus()),
            StolenTime.check(stolenPercent),
            PauseCheck.of(lateness)));
    return new Examination(
        checks,
        new MachineReading(
            machine.clockGranularityNanos(),
            clockNanos,
            lateness,
            stolenPercent,
            machine.logicalCpus(),
            writes.isInMemory()));
  }
}
