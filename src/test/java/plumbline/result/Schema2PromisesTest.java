package plumbline.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.load.Load;

class Schema2PromisesTest {
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
    assertThat(Schema2Promises.of(series("persistence"), conditions)).contains(promise);
  }

  @Test
  void aServerThatDoesNotTellPromisesNothing() {
    assertThat(Schema2Promises.of(series("persistence"), "external persistence=unknown"))
        .contains(Promise.UNKNOWN);
    assertThat(Schema2Promises.of(series("flushMessages"), "external flush=unknown"))
        .contains(Promise.UNKNOWN);
    // A parameter says what was asked for, not what there is.
    assertThat(Schema2Promises.of(series("persistence"), "persistence=always, processes"))
        .contains(Promise.UNKNOWN);
  }

  @Test
  void onlyASeriesThatAsksForOneHasAPromise() {
    assertThat(Schema2Promises.of(series("acks"), "processes flush=every-1")).isEmpty();
    assertThat(Schema2Promises.of(series("flushMessages"), "processes flush=every-1"))
        .contains(Promise.DISK);
  }

  private static Series series(String param) {
    return new Series(
        "Some.thing",
        new TreeMap<>(Map.of(param, "x")),
        "some",
        "write",
        Load.CLOSED,
        1,
        OptionalDouble.empty(),
        0);
  }

  @Test
  void aPromiseIsReadAsItWasWritten() {
    for (Promise promise : Promise.values()) {
      assertThat(Promise.of(promise.id())).isEqualTo(promise);
    }
    assertThatThrownBy(() -> Promise.of("Disk"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no such promise: Disk; there are memory, process, disk, unknown");
  }
}
