package plumbline.claim;

/** What on a machine stands against a claim about some metric. Times are in microseconds. */
public sealed interface Limit {

  /** What only makes an operation slower, and is not the server's. */
  enum Delay {
    /** Pauses of the platform. */
    PAUSES,
    /** What the sender of a load at a rate is late by. */
    SCHEDULE_LAG
  }

  /** A client that sends on time and a server need a processor each. */
  record NeedsProcessors() implements Limit {}

  /** Client and server share one processor, and so its throughput. */
  record SharedProcessor() implements Limit {}

  /** The servers' data is in a file system without a disk, where forcing costs nothing. */
  record NoDisk() implements Limit {}

  /** A bound is finer than the clock, whose smallest step this is. */
  record ClockTooCoarse(Bound bound, long granularityNanos) implements Limit {}

  /** The clock is wrong by up to so much, a large part of a bound. */
  record ClockError(Bound bound, double micros) implements Limit {}

  /** Delays reach a bound. */
  record DelaysReach(Bound bound, Delay delay, double micros) implements Limit {}

  /** A figure that is less than a delay above a bound leaves it open. */
  record DelaysNear(Bound bound, Delay delay, double micros) implements Limit {}

  /** Two figures that are less than a delay apart leave it open. */
  record DelaysApart(Delay delay, double micros) implements Limit {}

  /**
   * The hypervisor takes so much of the time, and no more lies beyond the percentile; in percent.
   */
  record Stolen(double percent, double beyond) implements Limit {}
}
