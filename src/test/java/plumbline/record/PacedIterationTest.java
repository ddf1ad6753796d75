package plumbline.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plumbline.load.FakeClock;
import plumbline.result.Count;
import plumbline.result.HistogramKind;

/** Every operation is accounted for, whatever a server does with it. */
class PacedIterationTest {
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000 * MILLI;
  private static final int RATE = 1_000;

  private final FakeClock clock = new FakeClock();
  private final Map<HistogramKind, LatencyHistogram> histograms =
      new EnumMap<>(HistogramKind.class);
  private final List<Operation> sent = new ArrayList<>();
  private final List<Long> measuresFrom = new ArrayList<>();
  private PacedIteration iteration;

  @BeforeEach
  void begin() {
    for (HistogramKind kind : HistogramKind.values()) {
      histograms.put(kind, new LatencyHistogram());
    }
    iteration = iteration(500, 100_000);
  }

  private PacedIteration iteration(long firstSequence, int limit) {
    return iteration(RATE, 0, firstSequence, limit);
  }

  private PacedIteration iteration(int rate, long lead, long firstSequence, int limit) {
    return new PacedIteration(
        clock,
        new PacedIteration.Settings(rate, lead, SECOND, 2 * SECOND, limit, SECOND / 5),
        firstSequence,
        histograms,
        () -> measuresFrom.add(clock.nanoTime()));
  }

  private Map<Count, Long> messages(Consumer<Operation> sender) {
    return iteration.finish(
        operation -> {
          sent.add(operation);
          sender.accept(operation);
        },
        Count.LOST);
  }

  private Histogram latencies() {
    return histograms.get(HistogramKind.LATENCY).histogram();
  }

  @Test
  void aDroppedMessageIsLost() {
    Map<Count, Long> counts =
        messages(
            operation -> {
              if (operation.sequence() != 700) {
                iteration.outcomes().complete(operation, clock.nanoTime());
              }
            });

    assertThat(counts)
        .containsEntry(Count.LOST, 1L)
        .containsEntry(Count.COMPLETED, 999L)
        .containsEntry(Count.DUPLICATED, 0L);
    assertThat(latencies().getTotalCount()).isEqualTo(999);
  }

  @Test
  void aServerThatIsTooSlowHasABacklogThatGrows() {
    // Each answer takes 1.1 ms, one after the other, and one operation is due in each ms.
    Deque<Operation> queue = new ArrayDeque<>();
    long[] free = {clock.nanoTime()};
    Map<Count, Long> counts =
        iteration.finish(
            operation -> {
              queue.add(operation);
              free[0] = queue.size() == 1 ? Math.max(free[0], operation.sent()) : free[0];
              while (!queue.isEmpty() && free[0] + 1_100_000 <= clock.nanoTime()) {
                free[0] += 1_100_000;
                iteration.outcomes().complete(queue.remove(), free[0]);
              }
            },
            Count.FAILED);

    // A tenth of all is left over: in the middle of the first third a tenth of a sixth, and so on.
    assertThat(counts.get(Count.BACKLOG_FIRST)).isBetween(10L, 25L);
    assertThat(counts.get(Count.BACKLOG_LAST)).isBetween(70L, 90L);
  }

  @Test
  void aStallIsNoBacklogThatGrows() {
    Map<Count, Long> counts =
        messages(
            operation -> {
              if (operation.sequence() == 500 + 800) {
                clock.pass(100 * MILLI);
              }
              iteration.outcomes().complete(operation, clock.nanoTime());
            });

    assertThat(counts).containsEntry(Count.BACKLOG_FIRST, 0L).containsEntry(Count.BACKLOG_LAST, 0L);
  }

  @Test
  void aDuplicateIsCountedAndNotRecordedAndMakesUpForNoLoss() {
    Map<Count, Long> counts =
        messages(
            operation -> {
              if (operation.sequence() == 700) {
                return;
              }
              iteration.outcomes().complete(operation, clock.nanoTime());
              if (operation.sequence() == 800) {
                iteration.outcomes().complete(operation, clock.nanoTime());
              }
            });

    assertThat(counts).containsEntry(Count.LOST, 1L).containsEntry(Count.DUPLICATED, 1L);
    assertThat(latencies().getTotalCount()).isEqualTo(999);
  }

  @Test
  void aMessageThatIsOvertakenIsReordered() {
    Map<Count, Long> counts =
        messages(
            operation -> {
              // 700 arrives after 701.
              if (operation.sequence() != 700) {
                iteration.outcomes().complete(operation, clock.nanoTime());
              }
              if (operation.sequence() == 701) {
                iteration.outcomes().complete(sent.get(200), clock.nanoTime());
              }
            });

    assertThat(counts)
        .containsEntry(Count.REORDERED, 1L)
        .containsEntry(Count.LOST, 0L)
        .containsEntry(Count.COMPLETED, 1_000L);
  }

  @Test
  void aWrongAnswerIsCountedAndNotRecorded() {
    Map<Count, Long> counts =
        iteration.finish(
            operation -> {
              if (operation.sequence() % 100 == 0) {
                iteration.outcomes().fail(operation, Count.WRONG, "4 instead of 5");
              } else {
                iteration.outcomes().complete(operation, clock.nanoTime());
              }
            },
            Count.FAILED);

    assertThat(counts)
        .containsEntry(Count.WRONG, 10L)
        .containsEntry(Count.COMPLETED, 990L)
        .containsEntry(Count.FAILED, 0L);
    assertThat(latencies().getTotalCount()).isEqualTo(990);
  }

  @Test
  void aSendThatThrowsIsAFailedOperationAndTheScheduleGoesOn() {
    Map<Count, Long> counts =
        iteration.finish(
            operation -> {
              if (operation.sequence() == 600) {
                throw new IllegalStateException("the connection is gone");
              }
              iteration.outcomes().complete(operation, clock.nanoTime());
            },
            Count.FAILED);

    assertThat(counts).containsEntry(Count.FAILED, 1L).containsEntry(Count.COMPLETED, 999L);
  }

  @Test
  void aNumberThatWasNeverSentIsWrong() {
    Map<Count, Long> counts =
        messages(
            operation -> {
              iteration.outcomes().complete(operation, clock.nanoTime());
              if (operation.sequence() == 600) {
                iteration.outcomes().complete(new Operation(90_000, 0, 0), clock.nanoTime());
              }
            });

    assertThat(counts).containsEntry(Count.WRONG, 1L).containsEntry(Count.COMPLETED, 1_000L);
  }

  @Test
  void whatIsDueWithinTheTimeIsMeasuredEvenIfItIsSentAndAnsweredAfterIt() {
    // The sender hangs 100 ms before the end, for 300 ms.
    Map<Count, Long> counts =
        messages(
            operation -> {
              if (operation.sequence() == 500 + 900) {
                clock.pass(300 * MILLI);
              }
              iteration.outcomes().complete(operation, clock.nanoTime());
            });

    assertThat(counts)
        .containsEntry(Count.SCHEDULED, 1_000L)
        .containsEntry(Count.STARTED, 1_000L)
        .containsEntry(Count.COMPLETED, 1_000L);
    assertThat(latencies().getMaxValue()).isGreaterThanOrEqualTo(299 * MILLI);
    // 200 ms late at the end: the rate was 83 % of the target.
    assertThat(counts.get(Count.COMPLETION_TIME)).isBetween(1_199 * MILLI, 1_201 * MILLI);
  }

  @Test
  void whatIsSentAfterTheTimeIsAwaitedAndNotMeasured() {
    for (int i = 0; i < 1_010; i++) {
      iteration.sendNext(operation -> iteration.outcomes().complete(operation, clock.nanoTime()));
    }
    Map<Count, Long> counts = messages(operation -> {});

    assertThat(counts).containsEntry(Count.STARTED, 1_000L).containsEntry(Count.LOST, 0L);
    assertThat(latencies().getTotalCount()).isEqualTo(1_000);
    assertThat(iteration.nextSequence()).isEqualTo(1_510);
  }

  @Test
  void anAnswerAfterTheIterationWasClosedIsIgnored() {
    messages(operation -> {});
    assertThat(sent).hasSize(1_000);

    iteration.outcomes().complete(sent.get(0), clock.nanoTime());

    assertThat(latencies().getTotalCount()).isZero();
    PacedIteration next = iteration(iteration.nextSequence(), 10);
    next.sendNext(
        operation -> {
          next.outcomes().complete(sent.get(999), clock.nanoTime());
          next.outcomes().complete(operation, clock.nanoTime());
        });
    assertThat(latencies().getTotalCount()).isEqualTo(1);
  }

  @Test
  void withTooMuchUnderWaySendingWaitsWhichIsTheServersAndNoLag() {
    iteration = iteration(0, 10);
    List<Operation> waiting = new ArrayList<>();
    iteration.finish(
        operation -> {
          waiting.add(operation);
          if (waiting.size() == 10) {
            clock.pass(50 * MILLI);
            waiting.forEach(one -> iteration.outcomes().complete(one, clock.nanoTime()));
            waiting.clear();
          }
        },
        Count.FAILED);

    assertThat(lag().getMaxValue()).isLessThan(MILLI);
    assertThat(latencies().getMaxValue()).isGreaterThan(SECOND);
  }

  private Histogram lag() {
    return histograms.get(HistogramKind.LAG).histogram();
  }

  /** What is due meanwhile is late too, and none of it by the load generator's fault. */
  @Test
  void aSendThatBlocksIsNoLag() {
    iteration.finish(
        operation -> {
          if (operation.sequence() == 600) {
            clock.pass(20 * MILLI);
          }
          iteration.outcomes().complete(operation, clock.nanoTime());
        },
        Count.FAILED);

    assertThat(lag().getMaxValue()).isLessThan(MILLI);
    assertThat(latencies().getMaxValue()).isBetween(20 * MILLI, 21 * MILLI);
    long late = latencies().getTotalCount() - latencies().getCountBetweenValues(0, MILLI);
    assertThat(late).isBetween(18L, 21L);
  }

  @Test
  void wakingUpLateIsLag() {
    iteration.finish(
        operation -> {
          clock.overshoot(operation.sequence() == 600 ? 20 * MILLI : 0);
          iteration.outcomes().complete(operation, clock.nanoTime());
        },
        Count.FAILED);

    assertThat(lag().getMaxValue()).isBetween(19 * MILLI, 21 * MILLI);
    assertThat(latencies().getMaxValue()).isBetween(19 * MILLI, 21 * MILLI);
  }

  /** Its work cannot be told from waiting, but it cannot keep the rate either. */
  @Test
  void aClientThatIsTooSlowMissesItsRate() {
    iteration = iteration(2 * RATE, 0, 0, 100_000);
    Map<Count, Long> counts =
        iteration.finish(
            operation -> {
              clock.pass(900_000);
              iteration.outcomes().complete(operation, clock.nanoTime());
            },
            Count.FAILED);

    assertThat(lag().getMaxValue()).isLessThan(MILLI);
    assertThat(counts.get(Count.COMPLETION_TIME)).isGreaterThan(17 * SECOND / 10);
  }

  @Test
  void aBlockedSendDoesNotHideThatTheGeneratorWasLateBefore() {
    iteration.finish(
        operation -> {
          clock.overshoot(operation.sequence() == 600 ? 20 * MILLI : 0);
          clock.pass(operation.sequence() == 601 ? 20 * MILLI : 0);
          iteration.outcomes().complete(operation, clock.nanoTime());
        },
        Count.FAILED);

    // Some twenty are late by the generator, whatever the server adds.
    long late = lag().getTotalCount() - lag().getCountBetweenValues(0, 10 * MILLI);
    assertThat(late).isGreaterThan(8);
    assertThat(lag().getMaxValue()).isBetween(19 * MILLI, 21 * MILLI);
  }

  @Test
  void neighboursTellSeparateExcursions() {
    iteration.finish(
        operation -> {
          // One stall of 36 operations, and four single ones.
          boolean stalls = operation.sequence() == 600;
          boolean single = operation.sequence() > 700 && operation.sequence() % 50 == 0;
          clock.pass(stalls ? 36 * MILLI : 0);
          iteration.outcomes().complete(operation, clock.nanoTime() + (single ? 5 * MILLI : 0));
        },
        Count.FAILED);

    Histogram neighbours = histograms.get(HistogramKind.NEIGHBOURS).histogram();
    long beyond = beyond(latencies(), 3 * MILLI);
    assertThat(beyond).isGreaterThan(30);
    assertThat(beyond - beyond(neighbours, 3 * MILLI)).isEqualTo(1 + singles());
  }

  private static long singles() {
    return LongStream.range(701, 1_500).filter(sequence -> sequence % 50 == 0).count();
  }

  private static long beyond(Histogram histogram, long nanos) {
    return histogram.getTotalCount() - histogram.getCountBetweenValues(0, nanos);
  }

  @Test
  void aServerThatAnswersNothingEndsTheRoundInsteadOfFillingTheMemory() {
    iteration = iteration(0, 10);

    assertThatThrownBy(() -> iteration.finish(operation -> {}, Count.FAILED))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no answer within 2000 ms while 10 are under way");
  }

  @Test
  void theFirstAndTheLastThirdHaveHistogramsOfTheirServiceTimes() {
    messages(
        operation -> {
          if (operation.sequence() < 500 + 334) {
            clock.pass(MILLI / 2);
          }
          iteration.outcomes().complete(operation, clock.nanoTime());
          if (operation.sequence() == 500 + 700) {
            // The sender is held up: what is due meanwhile is late, and not slow.
            clock.pass(SECOND);
          }
        });

    Histogram early = histograms.get(HistogramKind.EARLY).histogram();
    Histogram late = histograms.get(HistogramKind.LATE).histogram();
    assertThat(early.getTotalCount()).isEqualTo(334);
    assertThat(late.getTotalCount()).isEqualTo(333);
    assertThat(early.getValueAtPercentile(50)).isGreaterThanOrEqualTo(MILLI / 2);
    assertThat(late.getValueAtPercentile(50)).isLessThan(MILLI / 100);
  }

  @Test
  void aLeadInIsSentAtTheSameRateAndNotMeasured() {
    long start = clock.nanoTime();
    iteration = iteration(RATE, SECOND / 4, 500, 100_000);
    Map<Count, Long> counts =
        messages(
            operation -> {
              boolean leads = operation.sequence() < 750;
              clock.pass(leads ? MILLI / 2 : 0);
              if (leads && operation.sequence() % 2 == 0) {
                iteration.outcomes().fail(operation, Count.WRONG, "cold");
              } else {
                iteration.outcomes().complete(operation, clock.nanoTime());
              }
            });

    assertThat(sent).hasSize(1_250);
    assertThat(sent.get(250).intended()).isEqualTo(start + SECOND / 4);
    assertThat(measuresFrom)
        .singleElement()
        .satisfies(at -> assertThat(at - start).isBetween(249 * MILLI, 250 * MILLI));
    assertThat(counts)
        .containsEntry(Count.SCHEDULED, 1_000L)
        .containsEntry(Count.STARTED, 1_000L)
        .containsEntry(Count.COMPLETED, 1_000L)
        .containsEntry(Count.WRONG, 0L)
        .containsEntry(Count.LOST, 0L)
        .containsEntry(Count.COMPLETION_TIME, SECOND);
    assertThat(latencies().getTotalCount()).isEqualTo(1_000);
    assertThat(latencies().getMaxValue()).isLessThan(MILLI / 2);
  }

  /** What the lead-in left is charged to what is measured, for that is what a rate does. */
  @Test
  void whatALeadInLeftToDoIsPartOfTheBacklog() {
    iteration = iteration(RATE, SECOND / 4, 500, 100_000);
    Deque<Operation> open = new ArrayDeque<>();
    Map<Count, Long> counts =
        messages(
            operation -> {
              open.add(operation);
              if (open.size() > 100) {
                iteration.outcomes().complete(open.remove(), clock.nanoTime());
              }
            });

    assertThat(counts).containsEntry(Count.COMPLETED, 900L).containsEntry(Count.LOST, 100L);
    assertThat(counts.get(Count.BACKLOG_FIRST)).isEqualTo(counts.get(Count.BACKLOG_LAST));
    assertThat(counts.get(Count.BACKLOG_FIRST)).isBetween(99L, 102L);
    assertThat(latencies().getMinValue()).isGreaterThan(90 * MILLI);
  }
}
