package plumbline.bench.kafka;

import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import plumbline.bench.shape.WrongAnswerException;

/**
 * Counts and checks what a broker acknowledges, in the order of one partition. The producer's own
 * thread calls it, the sending thread asks whether all is well.
 */
final class Acknowledgements implements Callback {
  private final Runnable acknowledged;
  private volatile RuntimeException problem;
  private volatile long count;
  private long sent;

  /**
   * Begins at offset 0.
   *
   * @param acknowledged is run for each record that was acknowledged in order
   */
  Acknowledgements(Runnable acknowledged) {
    this.acknowledged = acknowledged;
  }

  /** Hands a record over, and waits only while the producer's buffer is full. */
  // What became of a record is told to the callback.
  @SuppressWarnings("FutureReturnValueIgnored")
  void send(KafkaProducer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> record) {
    producer.send(record, this);
    sent++;
  }

  @Override
  public void onCompletion(RecordMetadata record, Exception failure) {
    if (failure != null) {
      fail(new IllegalStateException("a record was not acknowledged: " + failure, failure));
    } else if (record.offset() != count) {
      fail(new WrongAnswerException("expected offset " + count + ", received " + record.offset()));
    } else {
      acknowledged.run();
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
   * Checks, after the producer was closed, that nothing is missing.
   *
   * @throws WrongAnswerException if another number of records was acknowledged
   */
  void expectAll() {
    if (count != sent) {
      throw new WrongAnswerException(sent + " records were sent, " + count + " acknowledged");
    }
  }
}
