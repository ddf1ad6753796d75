package plumbline.result;

import java.util.Optional;

/** What a histogram of a round is about. All are in nanoseconds. */
public enum HistogramKind {
  /**
   * Latency of the operations: service time of a closed load, response time (from the intended send
   * time) of a paced one.
   */
  LATENCY("latency"),
  /** Excess sleep of an idle thread in the same JVM: the platform's pauses. */
  PAUSES("pauses"),
  /** Of a paced load, the time from the actual send to the answer. */
  SERVICE("service"),
  /** Of a paced load, by how much each send was later than intended. */
  LAG("lag"),
  /** Pauses of the garbage collector in the fork, of which it tells whole milliseconds. */
  GC("gc"),
  /** Service time of the operations of the first third of the measured time. */
  EARLY("early"),
  /** Service time of the operations of the last third of the measured time. */
  LATE("late"),
  /** Of a paced load, the time between two answers, or from the start to the first. */
  GAPS("gaps");

  private final String text;

  HistogramKind(String text) {
    this.text = text;
  }

  /** The name in tags and in JMH's secondary results, such as {@code service}. */
  public String text() {
    return text;
  }

  /** Reads what {@link #text()} wrote; empty if there is no such kind. */
  public static Optional<HistogramKind> of(String text) {
    for (HistogramKind kind : values()) {
      if (kind.text.equals(text)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
