package plumbline.bench.redis;

import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.infra.Control;
import plumbline.bench.shape.Pipeline;
import plumbline.bench.shape.SequencedPayload;
import plumbline.bench.shape.wire.WireClient;
import plumbline.load.Load;
import plumbline.record.Completions;
import plumbline.record.Measured;

/**
 * GET, INCR and XADD pipelined over a bare socket, the commands encoded beforehand: what one
 * connection can get out of the server.
 *
 * <p>Counted: commands whose reply was read and checked. The load has the shape of {@code
 * redis-benchmark -c 1 -P inFlight}; unlike that, it does not sleep for the first 200 µs that it
 * waits for replies: {@link RedisSleepingPipelineBenchmark} does. The stream of XADD is kept at
 * about {@value #STREAM_ENTRIES} entries.
 *
 * <p>{@code java -jar target/benchmarks.jar run saturation --only RedisWirePipelineBenchmark}
 */
public class RedisWirePipelineBenchmark {
  private static final int STREAM_ENTRIES = 10_000;

  /** GETs of one key with a value. */
  public static class Value extends Pipeline<RedisWire> {
    @Param("100")
    int payload;

    /** Over Redis's protocol. */
    public Value() {
      super(WireClient.active(RedisWire::open));
    }

    @Override
    protected Batch prepare(RedisWire redis, int count) throws IOException {
      return redis.gets(new SequencedPayload(payload).next(), count);
    }
  }

  /** INCRs of a counter that does not exist yet. */
  public static class Counter extends Pipeline<RedisWire> {
    /** Over Redis's protocol. */
    public Counter() {
      super(WireClient.active(RedisWire::open));
    }

    @Override
    protected Batch prepare(RedisWire redis, int count) {
      return redis.increments(count);
    }
  }

  /** XADDs to a stream that does not exist yet. */
  public static class Stream extends Pipeline<RedisWire> {
    @Param("100")
    int payload;

    /** Over Redis's protocol. */
    public Stream() {
      super(WireClient.active(RedisWire::open));
    }

    @Override
    protected Batch prepare(RedisWire redis, int count) {
      return redis.adds(new SequencedPayload(payload).next(), STREAM_ENTRIES, count);
    }
  }

  /** One batch of GETs. */
  @Benchmark
  @Measured(system = "redis", operation = "GET", client = "bare socket", load = Load.SATURATED)
  public void get(Value value, Completions completions, Control control) throws Exception {
    value.measure(completions, control);
  }

  /** One batch of INCRs. */
  @Benchmark
  @Measured(system = "redis", operation = "INCR", client = "bare socket", load = Load.SATURATED)
  public void incr(Counter counter, Completions completions, Control control) throws Exception {
    counter.measure(completions, control);
  }

  /** One batch of XADDs. */
  @Benchmark
  @Measured(system = "redis", operation = "XADD", client = "bare socket", load = Load.SATURATED)
  public void xadd(Stream stream, Completions completions, Control control) throws Exception {
    stream.measure(completions, control);
  }
}
