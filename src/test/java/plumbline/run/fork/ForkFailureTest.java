package plumbline.run.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.BenchmarkException;
import org.openjdk.jmh.runner.RunnerException;

class ForkFailureTest {
  @Test
  void theInnermostCauseIsWhatTheUserReads() {
    Throwable inner = new IllegalStateException("the record did not arrive within 10 s");
    Throwable thrown =
        new RunnerException(
            "Benchmark caught the exception",
            new BenchmarkException("Benchmark error during the run", java.util.List.of(inner)));

    assertThat(ForkFailure.reason(thrown)).isEqualTo("the record did not arrive within 10 s");
  }

  @Test
  void namesOfClassesBeforeAMessageAreLeftOut() {
    Throwable thrown = new ExecutionException(new IllegalStateException("no leader\nat line 5"));

    assertThat(ForkFailure.reason(thrown)).isEqualTo("no leader");
  }

  @Test
  void anExceptionWithoutAMessageIsNamed() {
    assertThat(ForkFailure.reason(new NullPointerException()))
        .isEqualTo("java.lang.NullPointerException");
  }
}
