package plumbline.system.redis.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import plumbline.problem.BadInputException;
import plumbline.result.Promise;

class PersistenceTest {
  private static Map<String, String> configuration(String log, String sync, String save) {
    return Map.of("appendonly", log, "appendfsync", sync, "save", save);
  }

  @ParameterizedTest
  @CsvSource({
    "no,  everysec, '',     none,           MEMORY",
    "no,  always,   3600 1, rdb,            MEMORY",
    "yes, no,       '',     aof-no,         PROCESS",
    "yes, everysec, 3600 1, aof-everysec+rdb, PROCESS",
    "yes, always,   '',     aof-always,     DISK",
    "yes, always,   3600 1, aof-always+rdb, DISK"
  })
  void anyConfigurationHasAConditionThatSaysWhatItPromises(
      String log, String sync, String save, String condition, Promise promise) {
    assertThat(Persistence.condition(configuration(log, sync, save))).isEqualTo(condition);
    assertThat(Persistence.promise(condition)).isEqualTo(promise);
  }

  @Test
  void aServerThatDoesNotTellPromisesNothing() {
    assertThat(Persistence.promise("unknown")).isEqualTo(Promise.UNKNOWN);
    assertThat(Persistence.promise("")).isEqualTo(Promise.UNKNOWN);
  }

  @ParameterizedTest
  @EnumSource
  void aServerThatIsBroughtToASettingHasItAndNoOther(Persistence wanted) {
    Map<String, String> configuration = wanted.configuration();

    for (Persistence other : Persistence.values()) {
      assertThat(other.isIn(configuration)).isEqualTo(other == wanted);
    }
    assertThat(Persistence.condition(configuration)).isEqualTo(wanted.condition());
    assertThat(Persistence.promise(wanted.condition())).isEqualTo(wanted.promise());
    assertThat(Persistence.of(wanted.text())).isEqualTo(wanted);
  }

  @Test
  void snapshotsMatterOnlyWithoutAFile() {
    Map<String, String> configuration = new HashMap<>(Persistence.ALWAYS.configuration());
    configuration.put("save", "3600 1");
    assertThat(Persistence.ALWAYS.isIn(configuration)).isTrue();
    configuration.put("appendonly", "no");
    assertThat(Persistence.OFF.isIn(configuration)).isFalse();
  }

  @Test
  void anotherValueIsRefusedWithThoseThereAre() {
    assertThatThrownBy(() -> Persistence.of("sometimes"))
        .isInstanceOf(BadInputException.class)
        .hasMessage("persistence must be off, no, everysec, always, not 'sometimes'");
  }
}
