package plumbline.bench;

import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import plumbline.record.Completions;

/**
 * Counts and checks what a broker acknowledges, in the order of one partition. The producer's own
 * thread calls it, the sending thread asks whether all is well.
 */
final class Acknowledgements implements Callback {
  private final Completions completions;
  private volatile RuntimeException problem;
  private volatile long count;

  Acknowledgements(Completions completions) {
    this.completions = completions;
  }

  @Override
  public void onCompletion(RecordMetadata record, Exception failure) {
    if (failure != null) {
      fail(new IllegalStateException("a record was not acknowledged: " + failure, failure));
    } else if (record.offset() != count) {
      fail(
          new WrongAnswerException(
              "expected offset " + count + ", received " + record.offset()));
    } else {
      completions.add(1);
    }
    next();
  }

  // Only one thread writes.
  @SuppressWarnings("NonAtomicVolatileUpdate")
  private void next() {
    count++;
  }

  private void fail(RuntimeException first) {
    if (problem == null) {
      problem = first;
    }
  }

  /**
   * Tells the sending thread of the first failure.
   *
   * @throws WrongAnswerException if an offset was not the next one
   * @throws IllegalStateException if a record was not acknowledged
   */
  void check() {
    RuntimeException first = problem;
    if (first != null) {
      throw first;
    }
  }

  /**
   * Checks at the end that nothing is missing.
   *
   * @throws WrongAnswerException if another number of records was acknowledged
   */
  void expect(long sent) {
    if (count != sent) {
      throw new WrongAnswerException(sent + " records were sent, " + count + " acknowledged");
    }
  }
}
