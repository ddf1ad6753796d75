package plumbline.bench.kafka;

import java.time.Duration;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import plumbline.bench.shape.Inbox;
import plumbline.bench.shape.MessagePayload;
import plumbline.bench.shape.Worker;
import plumbline.load.Load;
import plumbline.record.Measured;
import plumbline.record.OpenLoop;
import plumbline.record.Operation;

/**
 * Request and reply over two topics, at a rate: a responder consumes each request from one and
 * produces its reply to the other. What a call costs if it is made over a log.
 *
 * <p>Timed: from when the request was due, and from when it was sent, until {@code poll} has
 * returned its reply. Not timed: checking the reply's checksum. Requester and responder are threads
 * of one JVM; topics have one partition and consumers no group.
 *
 * <p>{@code java -jar target/benchmarks.jar run --only KafkaRequestReplyBenchmark -p rate=500}
 */
@State(Scope.Thread)
public class KafkaRequestReplyBenchmark {
  private static final Duration POLL = Duration.ofMillis(100);

  @Param("100")
  int payload;

  @Param("all")
  String acks;

  @Param({"0", "5"})
  int lingerMs;

  private OpenLoop loop;
  private MessagePayload payloads;
  private KafkaTopic requests;
  private KafkaTopic replies;
  private KafkaProducer<byte[], byte[]> requester;
  private KafkaProducer<byte[], byte[]> responder;
  private Worker answering;
  private Worker receiving;

  /** Makes the topics and the clients, and starts to answer. */
  @Setup
  public void connect(OpenLoop paced) {
    loop = paced;
    payloads = new MessagePayload(payload);
    requests = KafkaTopic.create("requests");
    replies = KafkaTopic.create("replies");
    requester = requests.producer(acks, lingerMs);
    responder = replies.producer(acks, lingerMs);
    answering = consume("responder", requests.consumer(), this::answer);
    Inbox inbox = new Inbox(loop, payloads);
    receiving = consume("requester", replies.consumer(), inbox::receive);
    loop.requests(this::send);
  }

  /** What to do with a record and the time of its arrival. */
  private interface Receiver {
    void receive(byte[] message, long at);
  }

  private Worker consume(String name, KafkaConsumer<byte[], byte[]> consumer, Receiver receiver) {
    return Worker.start(
        name,
        loop,
        () -> {
          ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
          long at = System.nanoTime();
          for (ConsumerRecord<byte[], byte[]> record : records) {
            receiver.receive(record.value(), at);
          }
        },
        () -> consumer.close(CloseOptions.timeout(Duration.ZERO)));
  }

  private void answer(byte[] request, long at) {
    replies.send(responder, request, loop::abort);
  }

  private void send(Operation operation) {
    requests.send(requester, payloads.encode(operation), error -> loop.fail(operation, error));
  }

  /** One request when it is due. */
  @Benchmark
  @Measured(
      system = "kafka",
      operation = "request-reply",
      client = "kafka-clients",
      load = Load.PACED)
  public void call() {
    loop.next();
  }

  /** Closes the clients and deletes the topics. */
  @TearDown
  public void disconnect() {
    answering.close();
    receiving.close();
    requester.close(KafkaTopic.PATIENCE);
    responder.close(KafkaTopic.PATIENCE);
    requests.close();
    replies.close();
  }
}
