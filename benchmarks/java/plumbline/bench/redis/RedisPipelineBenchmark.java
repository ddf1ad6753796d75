package plumbline.bench.redis;

import io.lettuce.core.XAddArgs;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.infra.Control;
import plumbline.bench.shape.Counting;
import plumbline.bench.shape.Pipeline;
import plumbline.bench.shape.SequencedPayload;
import plumbline.bench.shape.StoredValue;
import plumbline.load.Load;
import plumbline.record.Completions;
import plumbline.record.Measured;

/**
 * GET, INCR and XADD pipelined through Lettuce's asynchronous commands, on one connection of its
 * own.
 *
 * <p>Counted: commands whose answer was checked. The shape is that of {@link
 * RedisWirePipelineBenchmark} and of {@code redis-benchmark -c 1 -P inFlight}. The stream of XADD
 * is kept at about {@value #STREAM_ENTRIES} entries.
 *
 * <p>{@code java -jar target/benchmarks.jar run saturation --only RedisPipelineBenchmark}
 */
public class RedisPipelineBenchmark {
  private static final int STREAM_ENTRIES = 10_000;

  /** GETs of one key with a value. */
  public static class Value extends Pipeline<LettuceConnection> {
    @Param("100")
    int payload;

    /** Through Lettuce. */
    public Value() {
      super(LettuceConnection::open);
    }

    @Override
    protected Batch prepare(LettuceConnection lettuce, int count) throws Exception {
      StoredValue value = StoredValue.set(lettuce, payload);
      return lettuce.batch(count, lettuce::getAsync, value::verify);
    }
  }

  /** INCRs of a counter that does not exist yet. */
  public static class Counter extends Pipeline<LettuceConnection> {
    /** Through Lettuce. */
    public Counter() {
      super(LettuceConnection::open);
    }

    @Override
    protected Batch prepare(LettuceConnection lettuce, int count) {
      return lettuce.batch(count, lettuce::incrementAsync, new Counting()::verify);
    }
  }

  /** XADDs to a stream that does not exist yet. */
  public static class Stream extends Pipeline<LettuceConnection> {
    @Param("100")
    int payload;

    /** Through Lettuce. */
    public Stream() {
      super(LettuceConnection::open);
    }

    @Override
    protected Batch prepare(LettuceConnection lettuce, int count) {
      XAddArgs trimmed = XAddArgs.Builder.maxlen(STREAM_ENTRIES).approximateTrimming();
      byte[] field = "value".getBytes(StandardCharsets.US_ASCII);
      Map<byte[], byte[]> entry = Map.of(field, new SequencedPayload(payload).next());
      return lettuce.batch(
          count,
          () -> lettuce.async().xadd(lettuce.key(), trimmed, entry),
          new RisingIds()::verify);
    }
  }

  /** One batch of GETs. */
  @Benchmark
  @Measured(system = "redis", operation = "GET", client = "lettuce-core", load = Load.SATURATED)
  public void get(Value value, Completions completions, Control control) throws Exception {
    value.measure(completions, control);
  }

  /** One batch of INCRs. */
  @Benchmark
  @Measured(system = "redis", operation = "INCR", client = "lettuce-core", load = Load.SATURATED)
  public void incr(Counter counter, Completions completions, Control control) throws Exception {
    counter.measure(completions, control);
  }

  /** One batch of XADDs. */
  @Benchmark
  @Measured(system = "redis", operation = "XADD", client = "lettuce-core", load = Load.SATURATED)
  public void xadd(Stream stream, Completions completions, Control control) throws Exception {
    stream.measure(completions, control);
  }
}
