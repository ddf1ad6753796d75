package plumbline.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromiseTest {
  @ParameterizedTest
  @CsvSource({
    "processes network=loopback persistence=none, MEMORY",
    "external network=external persistence=rdb, MEMORY",
    "processes persistence=aof-everysec, PROCESS",
    "external persistence=aof-no, PROCESS",
    "external persistence=aof-always+rdb, DISK",
    "processes brokers=1 flush=os heap=1g, PROCESS",
    "external brokers=3 flush=every-1000-ms, PROCESS",
    "external brokers=3 flush=every-10, PROCESS",
    "processes brokers=1 flush=every-1 heap=1g, DISK"
  })
  void whatAServerPromisesStandsInItsConditions(String conditions, Promise promise) {
    assertThat(Promise.in(conditions)).containsExactly(promise);
  }

  @Test
  void aServerThatDoesNotTellPromisesNothingAndATextAboutTwoHasBoth() {
    assertThat(Promise.in("external persistence=unknown")).isEmpty();
    assertThat(Promise.in("external flush=unknown")).isEmpty();
    // A parameter says what was asked for, not what there is.
    assertThat(Promise.in("persistence=always, 100 B, processes")).isEmpty();
    assertThat(Promise.in("100 B, processes flush=every-1 against processes flush=os"))
        .containsExactly(Promise.PROCESS, Promise.DISK);
  }
}
