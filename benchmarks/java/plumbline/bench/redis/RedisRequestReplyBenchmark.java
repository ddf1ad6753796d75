package plumbline.bench.redis;

import io.lettuce.core.KeyValue;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.api.sync.RedisCommands;
import org.openjdk.jmh.annotations.Benchmark;
import plumbline.bench.shape.RequestReply;
import plumbline.bench.shape.Worker;
import plumbline.load.Load;
import plumbline.record.Measured;
import plumbline.record.Operation;

/**
 * Request and reply over two lists, at a rate: a responder takes each request from one with BLPOP
 * and puts its reply onto the other with RPUSH, where the requester waits with BLPOP.
 *
 * <p>Timed: from when the request was due, and from when it was sent, until BLPOP has returned its
 * reply. Not timed: checking the reply's checksum. Requester and responder are threads of one JVM,
 * with connections of their own.
 *
 * <p>{@code java -jar target/benchmarks.jar run --only RedisRequestReplyBenchmark -p rate=500}
 */
public class RedisRequestReplyBenchmark extends RequestReply {
  private static final double BLOCK_SECONDS = 0.1;

  private LettuceConnection sending;
  private LettuceConnection answering;
  private LettuceConnection receiving;
  private RedisAsyncCommands<byte[], byte[]> requester;
  private Worker responder;
  private Worker receiver;

  @Override
  protected void open() {
    sending = LettuceConnection.open("requests");
    receiving = LettuceConnection.open("replies");
    answering = LettuceConnection.open("responder");
    requester = sending.async();
    RedisCommands<byte[], byte[]> taking = answering.commands();
    RedisAsyncCommands<byte[], byte[]> putting = answering.async();
    responder = Worker.start("responder", loop(), () -> answer(taking, putting));
    RedisCommands<byte[], byte[]> waiting = receiving.commands();
    receiver = Worker.start("requester", loop(), () -> await(waiting));
  }

  private void answer(
      RedisCommands<byte[], byte[]> taking, RedisAsyncCommands<byte[], byte[]> putting) {
    KeyValue<byte[], byte[]> request = taking.blpop(BLOCK_SECONDS, sending.key());
    if (request != null) {
      // Its answer is of no interest, and comes before that of the next BLPOP.
      putting
          .rpush(receiving.key(), request.getValue())
          .whenComplete(
              (length, error) -> {
                if (error != null) {
                  loop().abort(error);
                }
              });
    }
  }

  private void await(RedisCommands<byte[], byte[]> waiting) {
    KeyValue<byte[], byte[]> reply = waiting.blpop(BLOCK_SECONDS, receiving.key());
    long at = System.nanoTime();
    if (reply != null) {
      receive(reply.getValue(), at);
    }
  }

  @Override
  protected void send(Operation operation, byte[] message) {
    requester.rpush(sending.key(), message).whenComplete(failing(operation));
  }

  /** One request when it is due. */
  @Benchmark
  @Measured(
      system = "redis",
      operation = "request-reply",
      client = "lettuce-core",
      load = Load.PACED)
  public void call() {
    next();
  }

  @Override
  protected void close() {
    responder.close();
    receiver.close();
    answering.close();
    receiving.close();
    sending.close();
  }
}
