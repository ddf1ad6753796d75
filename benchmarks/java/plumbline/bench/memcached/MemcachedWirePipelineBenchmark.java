package plumbline.bench.memcached;

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
 * GET and an increment pipelined over a bare socket, by meta commands encoded beforehand: what one
 * connection can get out of the server. Memcached serves a connection by one of its worker threads,
 * so the others have nothing to do.
 *
 * <p>Counted: commands whose reply was read and checked.
 *
 * <p>{@code java -jar target/benchmarks.jar run caches --only MemcachedWirePipelineBenchmark}
 */
public class MemcachedWirePipelineBenchmark {
  /** GETs of one key with a value. */
  public static class Value extends Pipeline<MemcachedWire> {
    @Param("100")
    int payload;

    /** Over Memcached's protocol. */
    public Value() {
      super(WireClient.active(MemcachedWire::open));
    }

    @Override
    protected Batch prepare(MemcachedWire memcached, int count) throws IOException {
      return memcached.gets(new SequencedPayload(payload).next(), count);
    }
  }

  /** Increments of a counter that does not exist yet. */
  public static class Counter extends Pipeline<MemcachedWire> {
    /** Over Memcached's protocol. */
    public Counter() {
      super(WireClient.active(MemcachedWire::open));
    }

    @Override
    protected Batch prepare(MemcachedWire memcached, int count) {
      return memcached.increments(count);
    }
  }

  /** One batch of GETs. */
  @Benchmark
  @Measured(system = "memcached", operation = "GET", client = "bare socket", load = Load.SATURATED)
  public void get(Value value, Completions completions, Control control) throws Exception {
    value.measure(completions, control);
  }

  /** One batch of increments. */
  @Benchmark
  @Measured(system = "memcached", operation = "INCR", client = "bare socket", load = Load.SATURATED)
  public void incr(Counter counter, Completions completions, Control control) throws Exception {
    counter.measure(completions, control);
  }
}
