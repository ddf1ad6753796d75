package plumbline.record;

import java.util.Map;
import java.util.function.Consumer;
import plumbline.load.Pacer;
import plumbline.load.PacerClock;
import plumbline.result.Count;
import plumbline.result.HistogramKind;

/**
 * The operations of one iteration of a paced load: sent by one thread, ended by others.
 *
 * <p>Measured are the operations that are due within the iteration's time, whenever they are sent
 * and answered: an operation that a stall delays beyond the end is sent and awaited all the same,
 * or the slowest would be left out. What is sent after these, while JMH still asks for more, is
 * awaited but not measured.
 *
 * <p>Before them the same rate may be sent for a while: a server and a client that have idled, or
 * that worked at another rate, need some time until their queues are as long as this rate makes
 * them.
 */
final class PacedIteration {
  private static final long NAP = 1_000_000;

  private final PacerClock clock;
  private final Pacer pacer;
  private final Settings settings;
  private final Runnable measures;
  private final Outcomes outcomes;
  private final long lead;
  private final long start;
  private long sends;
  private long spunBefore;

  /** When a generator that is never late would be back from the last send. */
  private long idealFree;

  /**
   * How an iteration is sent.
   *
   * @param rate operations per second
   * @param lead for how long to send before what is measured, in nanoseconds
   * @param nanos how long the measured time is
   * @param patience for how long to wait for answers after the end, in nanoseconds
   * @param limit operations that may be under way at once; with more, sending waits, which is lag
   * @param grace for how long to listen for messages that arrive again, in nanoseconds
   */
  record Settings(int rate, long lead, long nanos, long patience, int limit, long grace) {}

  /**
   * Starts the schedule: its first operation is due now.
   *
   * @param measures called on the sending thread when the lead-in, if there is one, is over
   */
  PacedIteration(
      PacerClock clock,
      Settings settings,
      long firstSequence,
      Map<HistogramKind, LatencyHistogram> histograms,
      Runnable measures) {
    this.clock = clock;
    this.settings = settings;
    this.measures = measures;
    pacer = new Pacer(clock, settings.rate());
    lead = pacer.scheduledWithin(settings.lead());
    start = pacer.begin();
    outcomes =
        new Outcomes(
            pacer,
            start,
            lead,
            pacer.scheduledWithin(settings.lead() + settings.nanos()),
            firstSequence,
            histograms);
    idealFree = start;
  }

  /** Waits until the next operation is due and sends it; throws if too many are not answered. */
  void sendNext(Consumer<Operation> sender) {
    if (lead > 0 && sends++ == lead) {
      spunBefore = pacer.spun();
      measures.run();
    }
    long intended = pacer.await();
    long awake = clock.nanoTime();
    // As a generator would send that is never late itself: what it waits for in a send, or because
    // too much is under way, is not its own. Nor can the client's work in a send be told from that;
    // a client that is too slow for the rate misses it.
    long ideal = Math.max(intended, idealFree);
    awaitRoom();
    long sent = clock.nanoTime();
    Operation operation = outcomes.begin(intended, sent, Math.max(0, awake - ideal));
    try {
      sender.accept(operation);
    } catch (RuntimeException e) {
      outcomes.fail(operation, Count.FAILED, e.toString());
    }
    idealFree = ideal + clock.nanoTime() - awake;
  }

  private void awaitRoom() {
    long deadline = clock.nanoTime() + settings.patience();
    while (outcomes.underWay() >= settings.limit()) {
      if (clock.nanoTime() - deadline > 0) {
        throw new IllegalStateException(
            "no answer within "
                + settings.patience() / 1_000_000
                + " ms while "
                + settings.limit()
                + " are under way");
      }
      clock.park(NAP);
    }
  }

  /** What became of its operations so far. */
  Outcomes outcomes() {
    return outcomes;
  }

  /**
   * Sends what is still due, waits for what is under way, and closes the iteration. What ends later
   * is ignored.
   *
   * @param missing what a measured operation counts as that has not ended by then: FAILED, or LOST
   *     for a message
   * @return the counts
   */
  Map<Count, Long> finish(Consumer<Operation> sender, Count missing) {
    long end = start + settings.lead() + settings.nanos();
    // JMH's time for an iteration knows no lead-in.
    long deadline = clock.nanoTime() + settings.lead() + settings.patience();
    while (pacer.due() < end && clock.nanoTime() - deadline < 0) {
      sendNext(sender);
    }
    while (outcomes.underWay() > 0 && clock.nanoTime() - deadline < 0) {
      clock.park(NAP);
    }
    if (missing == Count.LOST) {
      // A message that is delivered again comes after the one that was awaited.
      clock.park(settings.grace());
    }
    return outcomes.close(missing, start + settings.lead(), settings.nanos());
  }

  /** For how long the sender has waited with its processor since the lead-in, in nanoseconds. */
  long spun() {
    return pacer.spun() - spunBefore;
  }

  /** Next sequence number, for the next iteration. */
  long nextSequence() {
    return outcomes.nextSequence();
  }
}
