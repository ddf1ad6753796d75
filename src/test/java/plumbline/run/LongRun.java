package plumbline.run;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.HdrHistogram.Histogram;
import plumbline.claim.ClaimsFile;
import plumbline.claim.Judge;
import plumbline.claim.Judgement;
import plumbline.load.Load;
import plumbline.report.run.Reports;
import plumbline.report.run.RunPage;
import plumbline.result.Count;
import plumbline.result.Counts;
import plumbline.result.HistogramKind;
import plumbline.result.Histograms;
import plumbline.result.Round;
import plumbline.result.RunData;
import plumbline.result.RunManifest.Status;
import plumbline.result.Series;
import plumbline.result.file.RunDirectory;
import plumbline.run.fork.MadeForks;
import plumbline.run.plan.BenchmarkCatalog;
import plumbline.run.plan.Measurement;
import plumbline.run.plan.Plan;
import plumbline.run.plan.PlanFile;
import plumbline.system.spi.ServerRequest;
import plumbline.testing.MadeManifest;

/**
 * A made-up run of 16 series with many rounds, from the first fork to the report, in the memory of
 * this JVM. Prints what adding a round cost, as {@code round bytesWritten allocated}.
 */
final class LongRun {
  private static final List<HistogramKind> CLOSED =
      List.of(HistogramKind.LATENCY, HistogramKind.PAUSES);

  private LongRun() {}

  private static Path plan(Path folder) throws IOException {
    return Files.writeString(
        folder.resolve("sixteen.yaml"),
        """
        description: sixteen series
        rounds: 1
        warmup: 1 s
        measure: 1 s
        benchmarks:
          - benchmark: LoopbackEchoBenchmark
          - benchmark: RedisGetBenchmark
          - benchmark: RedisIncrBenchmark
          - benchmark: RedisWireBenchmark
          - benchmark: KafkaAckBenchmark
            params: {acks: [all, "1"], lingerMs: ["0", "1", "2", "5"]}
          - benchmark: RedisPacedBenchmark.get
            params: {rate: ["1000", "5000"]}
          - benchmark: KafkaDeliveryBenchmark
            params: {rate: ["1000"], acks: [all], lingerMs: ["0"]}
        """);
  }

  /**
   * Runs.
   *
   * @param args the folder of the runs, the number of rounds, then the rounds whose cost is told
   */
  public static void main(String[] args) throws IOException {
    int rounds = Integer.parseInt(args[1]);
    Plan plan =
        Plan.of(
            PlanFile.load(plan(Path.of(args[0])).toString()),
            BenchmarkCatalog.load(),
            new Plan.Overrides(OptionalInt.of(rounds), Optional.empty(), Map.of()));
    RunDirectory directory = RunDirectory.create(Path.of(args[0]), MadeManifest.STARTED, "quick");
    RunRecord record =
        new RunRecord(
            directory,
            new RunRequest(
                plan,
                "none",
                ServerRequest.of(directory.logs(), "plumbline-none-"),
                1,
                Path.of(args[0])),
            MadeManifest.STARTED,
            new MadeManifest().build().environment(),
            Optional.empty());
    record.begin();
    List<String> told = List.of(args).subList(2, args.length);
    for (int number = 1; number <= rounds; number++) {
      long written = written();
      long allocated = 0;
      for (Measurement measurement : plan.measurements()) {
        Round round = round(measurement.series(), number);
        var fork =
            MadeForks.fork(
                measurement.benchmark().qualifiedName(),
                round.throughput(),
                round.histograms(),
                round.counts().values());
        long before = allocated();
        record.add(round, Optional.of(fork));
        allocated += allocated() - before;
      }
      record.roundCompleted(number);
      if (told.contains(Integer.toString(number))) {
        System.out.println(number + " " + (written() - written) + " " + allocated);
      }
    }
    record.end(Status.COMPLETE, "");
    RunData data = directory.load();
    Judgement judgement = Judge.judge(data, ClaimsFile.load("article"));
    Reports.write(directory.path(), RunPage.of(data, judgement));
    System.out.println("series " + data.series().size() + " rounds " + data.rounds().size());
  }

  /** Few values, which take less time to pack; as histograms they are as large as any. */
  private static Round round(Series series, int number) {
    boolean paced = series.load() == Load.PACED;
    Map<HistogramKind, Histogram> histograms = new EnumMap<>(HistogramKind.class);
    for (HistogramKind kind : paced ? List.of(HistogramKind.values()) : CLOSED) {
      Histogram histogram = Histograms.create();
      for (int i = 0; i < 20; i++) {
        histogram.recordValueWithCount(2_000 + 100 * ((number + i) % 97), 50);
      }
      histograms.put(kind, histogram);
    }
    Map<Count, Long> counts = new EnumMap<>(Count.class);
    for (Count count : Count.values()) {
      counts.put(count, 1_000L);
    }
    return new Round(
        series,
        number,
        histograms,
        new Counts(counts),
        series.targetRate().orElse(30_000),
        Optional.empty());
  }

  /** Bytes that this thread has written to files; 0 where the system does not tell. */
  private static long written() throws IOException {
    Path io = Path.of("/proc/thread-self/io");
    return Files.isReadable(io)
        ? Files.readAllLines(io).stream()
            .filter(line -> line.startsWith("wchar: "))
            .mapToLong(line -> Long.parseLong(line.substring("wchar: ".length())))
            .sum()
        : 0;
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
