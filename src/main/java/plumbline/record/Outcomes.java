package plumbline.record;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import plumbline.load.Pacer;
import plumbline.result.Count;
import plumbline.result.HistogramKind;

/**
 * What became of each operation of a paced iteration: those of its lead-in and what JMH asks for
 * beyond its end are known, so that nothing is taken for something else, and not recorded.
 */
final class Outcomes {
  private final Pacer pacer;
  private final long firstSequence;
  private final long lead;
  private final long end;
  private final long start;
  private final Map<HistogramKind, LatencyHistogram> histograms;
  private final Map<Count, Long> counts = new EnumMap<>(Count.class);
  private final Backlog backlog = new Backlog();
  private final BitSet ended = new BitSet();
  private int sentCount;
  private int endedCount;
  private int highest = -1;
  private long lastAnswer;
  private long shortest = Long.MAX_VALUE;
  private long previous = -1;

  /**
   * Nothing is sent yet.
   *
   * @param pacer whose schedule has begun
   * @param start when that was, in nanoseconds of its clock
   * @param lead how many operations come first that are not measured
   * @param end how many operations come before those that are not measured any more
   */
  Outcomes(
      Pacer pacer,
      long start,
      long lead,
      long end,
      long firstSequence,
      Map<HistogramKind, LatencyHistogram> histograms) {
    this.pacer = pacer;
    this.start = start;
    this.lead = lead;
    this.end = end;
    this.firstSequence = firstSequence;
    this.histograms = histograms;
    lastAnswer = start;
  }

  /**
   * The next operation is sent.
   *
   * @param lag how late the generator was by itself, in nanoseconds
   */
  synchronized Operation begin(long intended, long sent, long lag) {
    if (isMeasured(sentCount)) {
      add(Count.STARTED, 1);
      histograms.get(HistogramKind.LAG).record(lag);
      long due = Math.min(pacer.scheduledWithin(sent - start), end);
      backlog.record(third(sentCount), due - endedCount);
    }
    return new Operation(firstSequence + sentCount++, intended, sent);
  }

  private boolean isMeasured(int index) {
    return index >= lead && index < end;
  }

  private int third(int index) {
    return (int) ((index - lead) * Thirds.THIRDS / (end - lead));
  }

  /** Next sequence number, for the next iteration. */
  synchronized long nextSequence() {
    return firstSequence + sentCount;
  }

  synchronized int underWay() {
    return sentCount - endedCount;
  }

  /** An operation has ended with the right answer, at a time. Of a message: it has arrived. */
  synchronized void complete(Operation operation, long now) {
    int index = end(operation);
    if (index < 0 || index >= end) {
      return;
    }
    long response = now - operation.intended();
    if (isMeasured(index)) {
      add(Count.COMPLETED, 1);
      histograms.get(HistogramKind.GAPS).record(Math.max(0, now - lastAnswer));
      shortest = Math.min(shortest, response);
      histograms.get(HistogramKind.LATENCY).record(response);
      if (previous >= 0) {
        histograms.get(HistogramKind.NEIGHBOURS).record(Math.min(previous, response));
      }
      recordService(third(index), now - operation.sent());
    }
    lastAnswer = Math.max(lastAnswer, now);
    previous = response;
  }

  /**
   * Of service times: when a sender that was held up catches up, the client is not cold for that.
   */
  private void recordService(int third, long service) {
    histograms.get(HistogramKind.SERVICE).record(service);
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
    if (index >= 0 && isMeasured(index)) {
      say(how, what);
    }
  }

  /** Something arrived that is no operation at all. */
  synchronized void damaged(String what) {
    if (!isClosed()) {
      say(Count.WRONG, what);
    }
  }

  private void say(Count how, String what) {
    if (add(how, 1) == 1) {
      System.err.println(how.text() + ": " + what);
    }
  }

  /** Ends an operation and gives its place in the iteration; negative if it does not count. */
  private int end(Operation operation) {
    long place = operation.sequence() - firstSequence;
    if (isClosed() || place < 0) {
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

  private boolean isClosed() {
    return counts.containsKey(Count.SCHEDULED);
  }

  private long add(Count count, long value) {
    return counts.merge(count, value, Long::sum);
  }

  /**
   * Closes the iteration: what ends later is ignored.
   *
   * @param missing what a measured operation counts as that has not ended by now: FAILED, or LOST
   *     for a message
   * @param begin when the measured time began, in nanoseconds of the clock
   * @param nanos how long it was
   * @return the counts
   */
  synchronized Map<Count, Long> close(Count missing, long begin, long nanos) {
    putZero(Count.STARTED, Count.COMPLETED, Count.FAILED, Count.WRONG);
    if (missing == Count.LOST) {
      putZero(Count.LOST, Count.DUPLICATED, Count.REORDERED);
    } else {
      // Answers belong to their requests, whatever their order.
      counts.remove(Count.REORDERED);
    }
    long answered = ended.get(Math.toIntExact(lead), Math.toIntExact(end)).cardinality();
    add(missing, counts.get(Count.STARTED) - answered);
    counts.putAll(backlog.counts());
    counts.put(Count.SCHEDULED, end - lead);
    counts.put(Count.MEASURED_TIME, nanos);
    long completion = counts.get(Count.COMPLETED) == 0 ? nanos : lastAnswer - begin - shortest;
    counts.put(Count.COMPLETION_TIME, Math.max(nanos, completion));
    return Map.copyOf(counts);
  }

  private void putZero(Count... watched) {
    for (Count count : watched) {
      counts.putIfAbsent(count, 0L);
    }
  }
}
