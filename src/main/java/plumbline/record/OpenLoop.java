package plumbline.record;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;
import plumbline.load.PacerClock;
import plumbline.result.Count;
import plumbline.result.HistogramKind;

/**
 * Sends operations at the rate of its parameter {@code rate}, whatever the server does, and records
 * them: response time from the intended send time, service time from the actual one, and the lag
 * between both.
 *
 * <pre>{@code
 * @Setup
 * public void connect(OpenLoop paced) {
 *   loop = paced;
 *   loop.requests(this::send);
 * }
 *
 * @Benchmark
 * public void get() {
 *   loop.next();
 * }
 * }</pre>
 *
 * <p>The benchmark method must not ask for a loop of its own: JMH would make another one.
 *
 * <p>{@code send} sends an operation and does not wait for its answer; whoever receives that says
 * so with {@link #complete}, {@link #fail} or {@link #wrong}, on any thread. One invocation of the
 * benchmark is one operation on the schedule. Measured are the operations that are due within the
 * iteration's time, which begins after a {@linkplain #leadIn lead-in}; all are awaited before the
 * iteration ends, for up to 10 s. The first iterations of a warm-up send faster, until the compiler
 * has come to rest but for {@value #HEATED} % of them at most, the others at the rate itself.
 */
@State(Scope.Thread)
public class OpenLoop {
  private static final String PAYLOAD = "payload";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** A lead-in is at most the warm-up divided by this, of which it is the last part. */
  private static final int LEAD = 4;

  private static final Duration GRACE = Duration.ofMillis(200);

  /** What may be under way at once: a fork has a heap of 256 MB. */
  private static final long MEMORY = 64L << 20;

  /** At most so many percent of a warm-up's iterations send at a higher rate. */
  private static final int HEATED = 60;

  /**
   * In the first iterations of a warm-up the rate is this many times higher: the client's code is
   * compiled after a number of calls, which at the rate itself would take too long.
   */
  private static final int HEAT = 10;

  /** What may be under way meanwhile: the server is not to be flooded. */
  private static final int HEAT_LIMIT = 64;

  /** About what a client needs for an operation beside its payload. */
  private static final long OVERHEAD = 1_024;

  /** Operations per second. */
  @Param("1000")
  int rate;

  private final Counter counter = new Counter();
  private final Map<HistogramKind, LatencyHistogram> histograms =
      new EnumMap<>(HistogramKind.class);
  private Consumer<Operation> sender;
  private Count missing;
  private PacedIteration.Settings settings;
  private boolean heated = true;
  private boolean brief;
  private int warmups;
  private long sequence;
  private boolean prepared;
  private volatile PacedIteration iteration;
  private volatile Throwable broken;

  /** Registers its histograms, so that the profiler finds them. */
  public OpenLoop() {
    for (HistogramKind kind :
        new HistogramKind[] {
          HistogramKind.LATENCY,
          HistogramKind.SERVICE,
          HistogramKind.LAG,
          HistogramKind.EARLY,
          HistogramKind.LATE,
          HistogramKind.GAPS,
          HistogramKind.NEIGHBOURS
        }) {
      LatencyHistogram histogram = new LatencyHistogram();
      histograms.put(kind, histogram);
      Recordings.register(kind, histogram);
    }
  }

  /** Says how to send requests: one that is not answered counts as failed. */
  public final void requests(Consumer<Operation> how) {
    sender = how;
    missing = Count.FAILED;
  }

  /** Says how to send messages: one that does not arrive counts as lost. */
  public final void messages(Consumer<Operation> how) {
    sender = how;
    missing = Count.LOST;
  }

  /**
   * How long the end of a warm-up is in which the rate is sent without a pause, as it is then
   * measured: as long as that, and at most a quarter of the warm-up. The windows before have pauses
   * between them, in which a queue gets short again. Near the limit it takes long until a queue is
   * as long as the rate makes it, and longer until what a cold client left undone is made up for.
   *
   * @param warmup how long it may take in all
   * @param measured for how long is measured
   */
  public static Duration leadIn(Duration warmup, Duration measured) {
    Duration most = warmup.dividedBy(LEAD);
    return measured.compareTo(most) < 0 ? measured : most;
  }

  /** Prepares an iteration. Called by JMH. */
  @Setup(Level.Iteration)
  public final void prepare(BenchmarkParams benchmark, IterationParams time) {
    if (benchmark.getThreads() != 1) {
      throw new IllegalStateException(
          "a paced benchmark has one sending thread, not " + benchmark.getThreads());
    }
    long nanos = time.getTime().convertTo(TimeUnit.NANOSECONDS);
    WarmUp warmUp = Recordings.warmUp();
    boolean warmup = time.getType() == IterationType.WARMUP;
    heated &= warmup && !warmUp.isCompiled() && isHeated(warmups++, time.getCount());
    // Nothing of these is measured, so what is due at their end need not be sent.
    brief = heated || (warmup && warmUp.isOver());
    IterationParams windows = benchmark.getWarmup();
    long warmedUp = windows.getCount() * windows.getTime().convertTo(TimeUnit.NANOSECONDS);
    long lead = warmup ? 0 : Math.min(nanos, warmedUp / (LEAD - 1));
    Recordings.leadsIn(lead);
    String payload = benchmark.getParam(PAYLOAD);
    long bytes = OVERHEAD + (payload == null ? 0 : Long.parseLong(payload));
    settings =
        new PacedIteration.Settings(
            rate,
            lead,
            nanos,
            PATIENCE.toNanos(),
            (int) Math.max(1, MEMORY / bytes),
            warmup ? 0 : GRACE.toNanos());
    prepared = true;
    Recordings.begins();
  }

  /**
   * Waits until the next operation is due and sends it. The first of an iteration starts it.
   *
   * @throws IllegalStateException if a thread of the benchmark gave up
   */
  public final void next() {
    checkThreads();
    if (sender == null) {
      throw new IllegalStateException("the benchmark did not say how this loop is to send");
    }
    if (prepared) {
      prepared = false;
      TimerSlack.least();
      // Until here, what comes late goes to the iteration before, which is closed.
      iteration =
          new PacedIteration(
              PacerClock.SYSTEM, brief ? brief() : settings, sequence, histograms, Recordings::led);
    }
    iteration.sendNext(sender);
  }

  /** Whether an iteration of a warm-up, counted from 0, sends at the higher rate. */
  static boolean isHeated(int index, int count) {
    return index < count * HEATED / 100;
  }

  private PacedIteration.Settings brief() {
    return new PacedIteration.Settings(
        heated ? (int) Math.min(Integer.MAX_VALUE, (long) rate * HEAT) : rate,
        0,
        1,
        PATIENCE.toNanos(),
        HEAT_LIMIT,
        0);
  }

  /**
   * The operation has ended with the right answer, or the message has arrived.
   *
   * @param at when, in nanoseconds of {@link System#nanoTime()}: before the answer was checked
   */
  public final void complete(Operation operation, long at) {
    iteration.outcomes().complete(operation, at);
  }

  /** The operation has ended with an error. */
  public final void fail(Operation operation, Throwable error) {
    iteration.outcomes().fail(operation, Count.FAILED, error.toString());
  }

  /** The operation has ended with a wrong answer; what was expected and what came is one line. */
  public final void wrong(Operation operation, String what) {
    iteration.outcomes().fail(operation, Count.WRONG, what);
  }

  /** Something arrived, described in one line, that cannot be told to be any operation. */
  public final void damaged(String what) {
    iteration.outcomes().damaged(what);
  }

  /** A thread of the benchmark cannot go on; the next call of the sending thread throws. */
  public final void abort(Throwable reason) {
    broken = reason;
  }

  private void checkThreads() {
    if (broken != null) {
      throw new IllegalStateException(broken.toString(), broken);
    }
  }

  /** Waits for what is under way and counts. Called by JMH. */
  @TearDown(Level.Iteration)
  public final void finish() {
    iteration.finish(sender, missing).forEach(counter::add);
    Recordings.spun(ThreadTimes.current(), iteration.spun());
    Recordings.measured();
    sequence = iteration.nextSequence();
    checkThreads();
  }
}
