package plumbline.bench.kafka;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import plumbline.bench.shape.RequestReply;
import plumbline.bench.shape.Worker;
import plumbline.load.Load;
import plumbline.record.Measured;
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
public class KafkaRequestReplyBenchmark extends RequestReply {
  @Param("all")
  String acks;

  @Param({"0", "5"})
  int lingerMs;

  private KafkaTopic requests;
  private KafkaTopic replies;
  private KafkaProducer<byte[], byte[]> requester;
  private KafkaProducer<byte[], byte[]> responder;
  private Worker answering;
  private Worker receiving;

  @Override
  protected void open() {
    requests = KafkaTopic.create("requests");
    replies = KafkaTopic.create("replies");
    requester = Producers.create(requests, acks, lingerMs);
    responder = Producers.create(replies, acks, lingerMs);
    answering = Consumers.start("responder", requests, loop(), this::answer);
    receiving = Consumers.start("requester", replies, loop(), this::receive);
  }

  private void answer(byte[] request, long at) {
    Producers.send(
        responder,
        replies,
        request,
        (record, error) -> {
          if (error != null) {
            loop().abort(error);
          }
        });
  }

  @Override
  protected void send(Operation operation, byte[] message) {
    Producers.send(requester, requests, message, failing(operation));
  }

  /** One request when it is due. */
  @Benchmark
  @Measured(
      system = "kafka",
      operation = "request-reply",
      client = "kafka-clients",
      load = Load.PACED)
  public void call() {
    next();
  }

  @Override
  protected void close() {
    answering.close();
    receiving.close();
    requester.close(KafkaTopic.PATIENCE);
    responder.close(KafkaTopic.PATIENCE);
    requests.close();
    replies.close();
  }
}
