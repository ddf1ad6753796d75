package plumbline.bench.redis;

import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.infra.Control;
import plumbline.bench.shape.Pipeline;
import plumbline.bench.shape.SequencedPayload;
import plumbline.load.Load;
import plumbline.record.Completions;
import plumbline.record.Measured;

/**
 * GET pipelined over a bare socket by a client that sleeps until replies come, as {@code
 * redis-benchmark -c 1 -P inFlight} does: the counterpart of that tool. {@link
 * RedisWirePipelineBenchmark} does not sleep at first, and the difference is what waking up costs.
 *
 * <p>Counted: commands whose reply was read and checked.
 *
 * <p>{@code java -jar target/benchmarks.jar run calibrate --only RedisSleepingPipelineBenchmark}
 */
public class RedisSleepingPipelineBenchmark {
  /** GETs of one key with a value. */
  public static class Value extends Pipeline<RedisWire> {
    @Param("100")
    int payload;

    /** Over Redis's protocol. */
    public Value() {
      super(RedisWire::open);
    }

    @Override
    protected Batch prepare(RedisWire redis, int count) throws IOException {
      return redis.gets(new SequencedPayload(payload).next(), count);
    }
  }

  /** One batch of GETs. */
  @Benchmark
  @Measured(system = "redis", operation = "GET", client = "bare socket", load = Load.SATURATED)
  public void get(Value value, Completions completions, Control control) throws Exception {
    value.measure(completions, control);
  }
}
