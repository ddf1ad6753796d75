package plumbline.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.infra.Control;
import plumbline.result.Count;

class CompletionsTest {
  private final Completions completions = new Completions();
  private final Counter counter = new Counter();
  private final Control control = new Control();

  @Test
  void onlyWhatCompletesBetweenTheFirstInvocationAndTheTearDownCounts() {
    completions.add(100);
    completions.begin(control);
    completions.add(10);
    control.startMeasurement = true;
    completions.begin(control);
    completions.add(3);
    completions.begin(control);
    completions.add(4);
    completions.end(counter);
    completions.add(1_000);

    assertThat(counter.counts().get(Count.COMPLETED)).hasValue(7);
    assertThat(counter.counts().orZero(Count.MEASURED_TIME)).isPositive();
  }

  @Test
  void theNextIterationStartsAnew() {
    control.startMeasurement = true;
    completions.begin(control);
    completions.add(5);
    completions.end(counter);
    counter.reset();

    completions.add(50);
    completions.begin(control);
    completions.add(2);
    completions.end(counter);

    assertThat(counter.counts().get(Count.COMPLETED)).hasValue(2);
  }

  @Test
  void anIterationThatWasNeverMeasuredCountsNothing() {
    completions.begin(control);
    completions.add(5);
    completions.end(counter);

    assertThat(counter.counts().values()).isEmpty();
  }

  @Test
  void theTimeIsThatOfTheLoad() throws InterruptedException {
    control.startMeasurement = true;
    long before = System.nanoTime();
    completions.begin(control);
    Thread.sleep(20);
    completions.end(counter);
    long nanos = System.nanoTime() - before;

    assertThat(counter.counts().orZero(Count.MEASURED_TIME)).isBetween(20_000_000L, nanos);
  }
}
