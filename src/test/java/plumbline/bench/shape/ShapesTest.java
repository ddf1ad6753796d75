package plumbline.bench.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.infra.Control;
import plumbline.record.Completions;
import plumbline.record.Counter;
import plumbline.record.Recorder;
import plumbline.result.Count;

/** What the shapes make of a client's answers. */
class ShapesTest {
  private final FakeClient client = new FakeClient();
  private final Control control = new Control();

  /** Recorders are remembered for the whole fork, so one is enough. */
  private final Recorder recorder = new Recorder();

  @BeforeEach
  void measure() {
    control.startMeasurement = true;
  }

  /** Keeps values and counters, and may give wrong answers. */
  private static final class FakeClient implements KeyValueClient {
    private final Map<Integer, byte[]> stored = new TreeMap<>();
    private final List<Integer> used = new ArrayList<>();
    private byte[] value;
    private long counter;
    private boolean closed;

    @Override
    public byte[] set(byte[] bytes) {
      value = bytes.clone();
      return bytes;
    }

    @Override
    public void store(int count, IntFunction<byte[]> values) {
      for (int number = 0; number < count; number++) {
        stored.put(number, values.apply(number));
      }
    }

    @Override
    public void use(int number) {
      used.add(number);
    }

    private int key() {
      return used.get(used.size() - 1);
    }

    @Override
    public byte[] get() {
      return used.isEmpty() ? value : stored.get(key());
    }

    @Override
    public long increment() {
      if (used.isEmpty()) {
        return ++counter;
      }
      long next = Long.parseLong(new String(stored.get(key()), StandardCharsets.US_ASCII)) + 1;
      stored.put(key(), Long.toString(next).getBytes(StandardCharsets.US_ASCII));
      return next;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private ClosedGet closedGet() throws Exception {
    return closedGet(client, 1);
  }

  private static ClosedGet closedGet(FakeClient client, int keys) throws Exception {
    ClosedGet get = new ClosedGet(what -> client) {};
    get.payload = 100;
    get.keys = keys;
    get.connect();
    return get;
  }

  private ClosedIncr closedIncr(int keys) throws Exception {
    ClosedIncr incr = new ClosedIncr(what -> client) {};
    incr.keys = keys;
    incr.connect();
    return incr;
  }

  @Test
  void aGetThatReturnsWhatWasSetIsAccepted() throws Exception {
    ClosedGet get = closedGet();
    assertThatCode(() -> get.measure(recorder, control)).doesNotThrowAnyException();
    assertThat(client.value).hasSize(100);
    get.disconnect();
    assertThat(client.closed).isTrue();
  }

  @Test
  void aGetOfAnotherValueOrOfNoneEndsTheFork() throws Exception {
    ClosedGet get = closedGet();
    client.value[99] ^= 1;
    assertThatThrownBy(() -> get.measure(recorder, control))
        .isInstanceOf(WrongAnswerException.class)
        .hasMessage("GET did not return the value that was set");
    client.value = null;
    assertThatThrownBy(() -> get.measure(recorder, control))
        .isInstanceOf(WrongAnswerException.class);
  }

  @Test
  void aCounterThatSkipsANumberEndsTheFork() throws Exception {
    ClosedIncr incr = closedIncr(1);
    incr.measure(recorder, control);
    incr.measure(recorder, control);
    client.counter++;
    assertThatThrownBy(() -> incr.measure(recorder, control))
        .isInstanceOf(WrongAnswerException.class)
        .hasMessage("INCR gave 4 after 2");
  }

  @Test
  void oneKeyIsNeverChosen() throws Exception {
    closedGet().measure(recorder, control);
    assertThat(client.used).isEmpty();
    assertThat(client.stored).isEmpty();
  }

  @Test
  void manyKeysHaveValuesOfTheirOwnAndAllAreAskedFor() throws Exception {
    ClosedGet get = closedGet(client, 50);
    for (int i = 0; i < 2_000; i++) {
      get.measure(recorder, control);
    }
    assertThat(client.stored).hasSize(50);
    assertThat(client.stored.values()).doesNotHaveDuplicates().allMatch(one -> one.length == 100);
    assertThat(new HashSet<>(client.used)).hasSize(50);
  }

  @Test
  void everyRunAsksForTheSameKeysInTheSameOrder() throws Exception {
    FakeClient other = new FakeClient();
    ClosedGet one = closedGet(client, 1_000);
    ClosedGet another = closedGet(other, 1_000);
    for (int i = 0; i < 100; i++) {
      one.measure(recorder, control);
      another.measure(recorder, control);
    }
    assertThat(client.used).isEqualTo(other.used);
  }

  @Test
  void theValueOfAnotherKeyEndsTheFork() throws Exception {
    ClosedGet get = closedGet(client, 2);
    byte[] first = client.stored.get(0);
    client.stored.put(0, client.stored.get(1));
    client.stored.put(1, first);
    assertThatThrownBy(() -> get.measure(recorder, control))
        .isInstanceOf(WrongAnswerException.class)
        .hasMessage("GET did not return the value that was set");
  }

  @Test
  void everyOneOfManyCountersCountsForItself() throws Exception {
    ClosedIncr incr = closedIncr(3);
    for (int i = 0; i < 30; i++) {
      incr.measure(recorder, control);
    }
    client.stored.replaceAll((key, old) -> "7".getBytes(StandardCharsets.US_ASCII));
    assertThatThrownBy(() -> incr.measure(recorder, control))
        .isInstanceOf(WrongAnswerException.class)
        .hasMessageMatching("INCR gave 8 after 10000\\d\\d");
  }

  @Test
  void aBatchCountsOnlyIfAllOfItsAnswersAreRight() throws Exception {
    Counting counting = new Counting();
    Pipeline<FakeClient> pipeline =
        new Pipeline<>(what -> client) {
          @Override
          protected Batch prepare(FakeClient connected, int count) {
            return () -> {
              for (int i = 0; i < count; i++) {
                counting.verify(connected.increment());
              }
            };
          }
        };
    pipeline.inFlight = 16;
    pipeline.connect();
    Completions completions = new Completions();
    pipeline.measure(completions, control);
    client.counter++;
    assertThatThrownBy(() -> pipeline.measure(completions, control))
        .isInstanceOf(WrongAnswerException.class);
    Counter counter = new Counter();
    completions.end(counter);
    assertThat(counter.counts().get(Count.COMPLETED)).hasValue(16);
  }
}
