package plumbline.run.machine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SortedSet;
import org.HdrHistogram.Histogram;
import plumbline.load.PacerClock;
import plumbline.record.PauseMonitor;
import plumbline.result.MachineReading;
import plumbline.result.RunManifest;
import plumbline.system.Systems;
import plumbline.system.check.Check;
import plumbline.system.check.Needs;

/** What this machine can measure, and what it lacks. */
public final class Doctor {
  private static final Duration A_RATE = Duration.ofSeconds(1);

  private Doctor() {}

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
   * Looks at everything; takes the time for which pauses are watched, a second more, another for
   * each rate, and up to five seconds on a slow disk.
   *
   * @param engine whether a container engine answers
   * @param results where run directories are made; need not exist
   * @param rates of loads at a rate whose schedule lag is measured, a second each
   * @param watch how long to watch for pauses and stolen time; below a second the p99 rests on few
   *     wake-ups
   */
  public static Examination examine(
      Check engine, Path results, SortedSet<Integer> rates, Duration watch) {
    LinuxFiles files = new LinuxFiles(Path.of("/"));
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    Hardware hardware = Hardware.detect();
    RunManifest.Environment machine = EnvironmentCapture.capture(List.of());
    double clockNanos = NanoClock.cost();
    ForcedWrites.Found writes = new ForcedWrites().in(temporary);
    // Last, so that nothing of the above disturbs it.
    Optional<StolenTime> before = StolenTime.read(files);
    Histogram lateness = PauseMonitor.watch(watch);
    SortedMap<Integer, Histogram> lags = new ScheduleLag(PacerClock.SYSTEM).at(rates, A_RATE);
    OptionalDouble stolenPercent = StolenTime.percent(before, StolenTime.read(files));
    Map<String, Needs> needs = new LinkedHashMap<>();
    Systems.all().forEach(system -> needs.put(system.title(), system.needs()));
    List<Check> checks =
        new ArrayList<>(
            List.of(
                Check.ok("Java", machine.javaRuntime()),
                MachineChecks.virtualization(machine.hypervisor(), machine.container()),
                MachineChecks.processors(machine.logicalCpus()),
                MachineChecks.memory(hardware.availableBytes(), needs),
                PlaceChecks.disk(temporary, needs.values()),
                ForcedWrites.check(temporary, writes),
                PlaceChecks.results(results),
                engine));
    Systems.all().forEach(system -> checks.addAll(system.checks(machine)));
    checks.addAll(
        List.of(
            MachineChecks.clock(machine.clockSource(), machine.clockGranularityNanos()),
            NanoClock.check(clockNanos),
            MachineChecks.governor(machine.governor(), machine.hypervisor()),
            MachineChecks.load(machine.loadAverage(), machine.logicalCpus()),
            StolenTime.check(stolenPercent),
            PauseCheck.of(lateness)));
    if (!lags.isEmpty()) {
      checks.add(ScheduleLag.check(lags));
    }
    return new Examination(
        checks,
        new MachineReading(
            machine.clockGranularityNanos(),
            clockNanos,
            lateness,
            lags,
            stolenPercent,
            machine.logicalCpus(),
            writes.isInMemory()));
  }
}
