package plumbline.bench.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import plumbline.bench.shape.WrongAnswerException;

class AcknowledgementsTest {
  private final AtomicInteger counted = new AtomicInteger();
  private final Acknowledgements acknowledgements = new Acknowledgements(counted::incrementAndGet);

  private void acknowledge(long offset) {
    acknowledgements.onCompletion(
        new RecordMetadata(new TopicPartition("t", 0), offset, 0, 0, 0, 0), null);
  }

  @Test
  void offsetsInOrderAreCounted() {
    acknowledge(0);
    acknowledge(1);
    assertThat(counted).hasValue(2);
    assertThatCode(acknowledgements::check).doesNotThrowAnyException();
  }

  @Test
  void aGapInTheOffsetsIsToldToTheSender() {
    acknowledge(0);
    acknowledge(2);
    acknowledge(2);
    assertThatThrownBy(acknowledgements::check)
        .isInstanceOf(WrongAnswerException.class)
        .hasMessage("expected offset 1, received 2");
    assertThat(counted).as("the last is where it belongs again").hasValue(2);
  }

  @Test
  void aRecordThatFailsIsNotCounted() {
    acknowledgements.onCompletion(null, new TimeoutException("expired"));
    assertThat(counted).hasValue(0);
    assertThatThrownBy(acknowledgements::check)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("expired");
  }

  @Test
  void anAcknowledgementTooManyIsNoticedAtTheEnd() {
    acknowledge(0);
    assertThatThrownBy(acknowledgements::expectAll)
        .isInstanceOf(WrongAnswerException.class)
        .hasMessage("0 records were sent, 1 acknowledged");
  }
}
