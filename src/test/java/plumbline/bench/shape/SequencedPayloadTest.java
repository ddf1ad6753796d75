package plumbline.bench.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SequencedPayloadTest {
  private final SequencedPayload payloads = new SequencedPayload(100);

  @Test
  void whatWasSentIsAccepted() {
    byte[] sent = payloads.next();
    assertThat(sent).hasSize(100);
    assertThatCode(() -> payloads.verify(sent)).doesNotThrowAnyException();
  }

  @Test
  void anEarlierRecordIsRejected() {
    byte[] first = payloads.next();
    payloads.next();
    assertThatThrownBy(() -> payloads.verify(first))
        .isInstanceOf(WrongAnswerException.class)
        .hasMessage("expected record number 2, received 1");
  }

  @Test
  void everyDamagedByteIsNoticed() {
    byte[] sent = payloads.next();
    for (int position = 0; position < sent.length; position++) {
      byte[] damaged = sent.clone();
      damaged[position] ^= 1;
      assertThatThrownBy(() -> payloads.verify(damaged))
          .as("byte %d", position)
          .isInstanceOf(WrongAnswerException.class);
    }
  }

  @Test
  void aRecordOfAnotherLengthOrNoneIsRejected() {
    byte[] sent = payloads.next();
    assertThatThrownBy(() -> payloads.verify(Arrays.copyOf(sent, 99)))
        .isInstanceOf(WrongAnswerException.class);
    assertThatThrownBy(() -> payloads.verify(null)).isInstanceOf(WrongAnswerException.class);
  }

  @Test
  void aPayloadTooSmallForItsChecksumIsRefused() {
    assertThatThrownBy(() -> new SequencedPayload(11))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 12 bytes");
  }
}
