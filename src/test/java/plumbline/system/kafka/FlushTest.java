package plumbline.system.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.problem.BadInputException;
import plumbline.result.Promise;

class FlushTest {
  private static final String NEVER = Long.toString(Long.MAX_VALUE);

  private static Map<String, String> broker(String messages, String millis) {
    return Map.of("log.flush.interval.messages", messages, "log.flush.interval.ms", millis);
  }

  @Test
  void aBrokerSaysWhenItForcesItsLog() {
    assertThat(Flush.condition(broker(NEVER, ""))).isEqualTo("os");
    assertThat(Flush.condition(broker("1", ""))).isEqualTo("every-1");
    assertThat(Flush.condition(broker(NEVER, "1000"))).isEqualTo("every-1000-ms");
    assertThat(Flush.condition(Map.of())).isEqualTo("unknown");
  }

  @ParameterizedTest
  @CsvSource({
    "os,            PROCESS",
    "every-10,      PROCESS",
    "every-1000-ms, PROCESS",
    "every-1-ms,    PROCESS",
    "every-1,       DISK",
    "unknown,       UNKNOWN",
    "'',            UNKNOWN"
  })
  void onlyAFlushAfterEveryRecordIsOnDiskBeforeTheAnswer(String condition, Promise promise) {
    assertThat(Flush.promise(condition)).isEqualTo(promise);
  }

  @Test
  void aTopicIsFlushedAsItsParameterSays() {
    assertThat(Flush.asked(Map.of("flushMessages", "1")))
        .containsExactly(Map.entry("flush", "every-1"));
    assertThat(Flush.asked(Map.of("flushMessages", "0"))).isEmpty();
    assertThat(Flush.asked(Map.of())).isEmpty();
    assertThatThrownBy(() -> Flush.asked(Map.of("flushMessages", "-1")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("must be a whole number of records");
  }

  @Test
  void whatAParameterAsksForIsWhatItsConditionPromises() {
    KafkaSystem kafka = new KafkaSystem();

    assertThat(kafka.asks().get("flushMessages"))
        .isNotEmpty()
        .allSatisfy(
            (value, promise) -> {
              Map<String, String> asked = Flush.asked(Map.of("flushMessages", value));
              assertThat(Flush.promise(asked.getOrDefault("flush", "os"))).isEqualTo(promise);
            });
  }
}
