package plumbline.bench.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

  @BeforeEach
  void measure() {
    control.startMeasurement = true;
  }

  /** Keeps a value and a counter, and may give wrong answers. */
  private static final class FakeClient implements KeyValueClient {
    private byte[] value;
    private long counter;
    private boolean closed;

    @Override
    public byte[] set(byte[] bytes) {
      value = bytes.clone();
      return bytes;
    }

    @Override
    public byte[] get() {
      return value;
    }

    @Override
    public long increment() {
      return ++counter;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private ClosedGet closedGet() throws Exception {
    ClosedGet get = new ClosedGet(what -> client) {};
    get.payload = 100;
    get.connect();
    return get;
  }

  @Test
  void aGetThatReturnsWhatWasSetIsAccepted() throws Exception {
    ClosedGet get = closedGet();
    assertThatCode(() -> get.measure(new Recorder(), control)).doesNotThrowAnyException();
    assertThat(client.value).hasSize(100);
    get.disconnect();
    assertThat(client.closed).isTrue();
  }

  @Test
  void aGetOfAnotherValueOrOfNoneEndsTheFork() throws Exception {
    ClosedGet get = closedGet();
    client.value[99] ^= 1;
    assertThatThrownBy(() -> get.measure(new Recorder(), control))
        .isInstanceOf(WrongAnswerException.class)
        .hasMessage("GET did not return the value that was set");
    client.value = null;
    assertThatThrownBy(() -> get.measure(new Recorder(), control))
        .isInstanceOf(WrongAnswerException.class);
  }

  @Test
  void aCounterThatSkipsANumberEndsTheFork() throws Exception {
    ClosedIncr incr = new ClosedIncr(what -> client) {};
    incr.connect();
    incr.measure(new Recorder(), control);
    incr.measure(new Recorder(), control);
    client.counter++;
    assertThatThrownBy(() -> incr.measure(new Recorder(), control))
        .isInstanceOf(WrongAnswerException.class)
        .hasMessage("INCR gave 4 after 2");
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
