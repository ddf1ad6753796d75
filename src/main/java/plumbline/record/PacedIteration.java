package plumbline.record;

import java.util.BitSet;
import java.util.EnumMap;
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
 */
final class PacedIteration {
  private static final long NAP = 1_000_000;

  private final PacerClock clock;
  private final Pacer pacer;
  private final long nanos;
  private final long patience;
  private final int limit;
  private final long grace;
  private final long firstSequence;
  private final long measured;
  private final Map<HistogramKind, LatencyHistogram> histograms;
  private final long start;
  private final Map<Count, Long> counts = new EnumMap<>(Count.class);

  private final Backlog backlog = new Backlog();
  private final BitSet ended = new BitSet();
  private int sentCount;
  private int endedCount;
  private int highest = -1;
  private long lastAnswer;
  private long shortest = Long.MAX_VALUE;
  private long previous = -1;

  /** When a generator that is never late would be back from the last send. */
  private long idealFree;

  private boolean closed;

  /**
   * How an iteration is sent.
   *
   * @param rate operations per second
   * @param nanos for how long
   * @param patience for how long to wait for answers after the end, in nanoseconds
   * @param limit operations that may be under way at once; with more, sending waits, which is lag
   * @param grace for how long to listen for messages that arrive again, in nanoseconds
   */
  record Settings(int rate, long nanos, long patience, int limit, long grace) {}

  /** Starts the schedule: its first operation is due now. */
  PacedIteration(
      PacerClock clock,
      Settings settings,
      long firstSequence,
      Map<HistogramKind, LatencyHistogram> histograms) {
    this.clock = clock;
    this.nanos = settings.nanos();
    this.patience = settings.patience();
    this.limit = settings.limit();
    this.grace = settings.grace();
    this.firstSequence = firstSequence;
    this.histograms = histograms;
    pacer = new Pacer(clock, settings.rate());
    measured = pacer.scheduledWithin(nanos);
    start = pacer.begin();
    idealFree = start;
    lastAnswer = start;
  }

  /** Waits until the next operation is due and sends it; throws if too many are not answered. */
  void sendNext(Consumer<Operation> sender) {
    long intended = pacer.await();
    long awake = clock.nanoTime();
    // As a generator would send that is never late itself: what it waits for in a send, or because
    // too much is under way, is not its own. Nor can the client's work in a send be told from that;
    // a client that is too slow for the rate misses it.
    long ideal = Math.max(intended, idealFree);
    awaitRoom();
    long sent = clock.nanoTime();
    Operation operation = begin(intended, sent, Math.max(0, awake - ideal));
    try {
      sender.accept(operation);
    } catch (RuntimeException e) {
      fail(operation, Count.FAILED, e.toString());
    }
    idealFree = ideal + clock.nanoTime() - awake;
  }

  private synchronized Operation begin(long intended, long sent, long lag) {
    if (sentCount < measured) {
      add(Count.STARTED, 1);
      histograms.get(HistogramKind.LAG).record(lag);
      long due = Math.min(pacer.scheduledWithin(sent - start), measured);
      backlog.record(third(sentCount), due - endedCount);
    }
    return new Operation(firstSequence + sentCount++, intended, sent);
  }

  private int third(int index) {
    return (int) (index * (long) Thirds.THIRDS / measured);
  }

  private void awaitRoom() {
    long deadline = clock.nanoTime() + patience;
    while (underWay() >= limit) {
      if (clock.nanoTime() - deadline > 0) {
        throw new IllegalStateException(
            "no answer within " + patience / 1_000_000 + " ms while " + limit + " are under way");
      }
      clock.park(NAP);
    }
  }

  private synchronized int underWay() {
    return sentCount - endedCount;
  }

  /** An operation has ended with the right answer, at a time. Of a message: it has arrived. */
  synchronized void complete(Operation operation, long now) {
    int index = end(operation);
    if (index < 0 || index >= measured) {
      return;
    }
    add(Count.COMPLETED, 1);
    long response = now - operation.intended();
    long service = now - operation.sent();
    histograms.get(HistogramKind.GAPS).record(Math.max(0, now - lastAnswer));
    lastAnswer = Math.max(lastAnswer, now);
    shortest = Math.min(shortest, response);
    histograms.get(HistogramKind.LATENCY).record(response);
    if (previous >= 0) {
      histograms.get(HistogramKind.NEIGHBOURS).record(Math.min(previous, response));
    }
    previous = response;
    histograms.get(HistogramKind.SERVICE).record(service);
    // Of service times: when a sender that was held up catches up, the client is not cold for that.
    int third = third(index);
    if (third == 0) {
      histograms.get(HistogramKind.EARLY).record(service);
    } else if (third == Thirds.THIRDS - 1) {
      histograms.get(HistogramKind.LATE).record(service);
    }
  }

  /**
   * An operation has ended otherwise.
   *
   * @param how FAILED or WRONG
   * @param what one line; the first of an iteration goes to the fork's log
   */
  synchronized void fail(Operation operation, Count how, String what) {
    int index = end(operation);
    if (index < 0 || index >= measured) {
      return;
    }
    if (add(how, 1) == 1) {
      System.err.println(how.text() + ": " + what);
    }
  }

  /** Something arrived that is no operation at all. */
  synchronized void damaged(String what) {
    if (!closed && add(Count.WRONG, 1) == 1) {
      System.err.println(Count.WRONG.text() + ": " + what);
    }
  }

  /** Ends an operation and gives its place in the iteration; negative if it does not count. */
  private int end(Operation operation) {
    long place = operation.sequence() - firstSequence;
    if (closed || place < 0) {
      // One of an iteration that was given up: it is counted there.
      return -1;
    }
    if (place >= sentCount) {
      damaged("number " + operation.sequence() + " was never sent");
      return -1;
    }
    int index = Math.toIntExact(place);
    if (ended.get(index)) {
      add(Count.DUPLICATED, 1);
      return -1;
    }
    ended.set(index);
    endedCount++;
    if (index < highest) {
      add(Count.REORDERED, 1);
    }
    highest = Math.max(highest, index);
    return index;
  }

  private void putZero(Count... watched) {
    for (Count count : watched) {
      counts.putIfAbsent(count, 0L);
    }
  }

  private long add(Count count, long value) {
    return counts.merge(count, value, Long::sum);
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
    long deadline = clock.nanoTime() + patience;
    while (pacer.due() - start < nanos && clock.nanoTime() - deadline < 0) {
      sendNext(sender);
    }
    while (underWay() > 0 && clock.nanoTime() - deadline < 0) {
      clock.park(NAP);
    }
    if (missing == Count.LOST) {
      // A message that is delivered again comes after the one that was awaited.
      clock.park(grace);
    }
    return close(missing);
  }

  /** For how long the sending thread has waited with its processor, in nanoseconds. */
  long spun() {
    return pacer.spun();
  }

  /** Next sequence number, for the next iteration. */
  synchronized long nextSequence() {
    return firstSequence + sentCount;
  }

  private synchronized Map<Count, Long> close(Count missing) {
    closed = true;
    putZero(Count.STARTED, Count.COMPLETED, Count.FAILED, Count.WRONG);
    if (missing == Count.LOST) {
      putZero(Count.LOST, Count.DUPLICATED, Count.REORDERED);
    } else {
      // Answers belong to their requests, whatever their order.
      counts.remove(Count.REORDERED);
    }
    long answered = ended.get(0, Math.toIntExact(measured)).cardinality();
    add(missing, counts.get(Count.STARTED) - answered);
    counts.putAll(backlog.counts());
    counts.put(Count.SCHEDULED, measured);
    counts.put(Count.MEASURED_TIME, nanos);
    long completion = counts.get(Count.COMPLETED) == 0 ? nanos : lastAnswer - start - shortest;
    counts.put(Count.COMPLETION_TIME, Math.max(nanos, completion));
    return Map.copyOf(counts);
  }
}
