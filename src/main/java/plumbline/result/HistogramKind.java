package plumbline.result;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a histogram of a round is about. All are in nanoseconds. */
public enum HistogramKind {
  /**
   * Latency of the operations: service time of a closed load, response time (from the intended send
   * time) of a paced one.
   */
  LATENCY,
  /** Excess sleep of an idle thread in the same JVM: the platform's pauses. */
  PAUSES,
  /** Of a paced load, the time from the actual send to the answer. */
  SERVICE,
  /**
   * Of a paced load, by how much its load generator was late with each send. What it waited for the
   * server, in an earlier send or because too much was under way, is not its own.
   */
  LAG,
  /** Pauses of the garbage collector in the fork, of which it tells whole milliseconds. */
  GC,
  /**
   * Service time of the operations of the first third of the measured time; of a saturated load
   * each with the mean of the slice of time in which it ended.
   */
  EARLY,
  /** The same of the last third. */
  LATE,
  /** Of a paced load, the time between two answers, or from the start to the first. */
  GAPS,
  /**
   * Of a paced load, the smaller response time of each two operations that ended one after the
   * other. What lies beyond a value here has a neighbour that does so too: so operations less
   * neighbours beyond a value are the separate excursions beyond it, also over rounds together.
   */
  NEIGHBOURS,
  /**
   * Of a round trip, from when its record was received until its producer had the acknowledgement
   * too: what an operation takes beyond its latency, because the next one waits for it.
   */
  ACK_GAP;

  /** The name in tags and in JMH's secondary results, such as {@code service}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads what {@link #text()} wrote; empty if there is no such kind. */
  public static Optional<HistogramKind> of(String text) {
    return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
  }
}
