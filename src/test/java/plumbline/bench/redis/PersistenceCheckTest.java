package plumbline.bench.redis;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersistenceCheckTest {
  private static Map<String, String> settings(String log, String sync, String save) {
    return Map.of("appendonly", log, "appendfsync", sync, "save", save.equals("none") ? "" : save);
  }

  @ParameterizedTest
  @CsvSource({
    "off,      no,  everysec, none",
    "off,      no,  always,   none",
    "everysec, yes, everysec, none",
    "always,   yes, always,   none",
    // Snapshots beside the file take nothing from what it promises, and stand in the conditions.
    "always,   yes, always,   3600 1"
  })
  void aServerThatHasTheSettingIsTaken(String wanted, String log, String sync, String save) {
    assertThatCode(() -> PersistenceCheck.expect(wanted, settings(log, sync, save)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "off | yes | always | none | appendonly yes, appendfsync always | appendonly no and save",
        "off | no | everysec | 3600 1 | appendonly no, save 3600 1 | appendonly no and save",
        "everysec | no | everysec | none | appendonly no; | appendonly yes and appendfsync everysec",
        "everysec | yes | always | none | appendfsync always | appendonly yes and appendfsync",
        "always | yes | no | none | appendfsync no; | appendonly yes and appendfsync always"
      })
  void aServerThatHasAnotherIsRefusedInOneLineThatSaysWhatToSet(
      String wanted, String log, String sync, String save, String has, String set) {
    assertThatThrownBy(() -> PersistenceCheck.expect(wanted, settings(log, sync, save)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("persistence=" + wanted + " is not what this Redis has: ")
        .hasMessageContaining(has)
        .hasMessageContaining(set)
        .message()
        .doesNotContain("\n");
  }
}
