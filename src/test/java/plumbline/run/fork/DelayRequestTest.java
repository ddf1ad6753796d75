package plumbline.run.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.problem.BadInputException;
import plumbline.run.plan.BenchmarkCatalog;

class DelayRequestTest {
  @Test
  void namesWhatIsSlowedAndByHowMuch() {
    DelayRequest delay = DelayRequest.parse("Redis(Get|Incr)Benchmark=20000");

    BenchmarkCatalog catalog = BenchmarkCatalog.load();
    assertThat(catalog.entries())
        .filteredOn(delay::slows)
        .extracting(BenchmarkCatalog.Entry::name)
        .containsExactly("RedisGetBenchmark.get", "RedisIncrBenchmark.incr");
    assertThat(delay.nanos()).isEqualTo(20_000);
    assertThat(delay.note()).contains("20 us").contains("test of comparisons");
  }

  @Test
  void delayThatSlowsNothingIsRefused() {
    assertThatThrownBy(() -> DelayRequest.parse("RedisGetBenchmrk=20000").check(List.of()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(
            "no benchmark of the plan with one operation in flight has 'RedisGetBenchmrk'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RedisGetBenchmark", "=5", "a=", "a=0", "a=-1", "a=1.5", "(=5"})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> DelayRequest.parse(text))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(text)
        .hasMessageContaining("LoopbackEchoBenchmark=20000");
  }
}
