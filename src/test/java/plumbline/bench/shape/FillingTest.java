package plumbline.bench.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.LongFunction;
import net.jpountz.lz4.LZ4Factory;
import org.junit.jupiter.api.Test;
import plumbline.record.Operation;

class FillingTest {
  private static final int SIZE = 1_000;
  private static final int COUNT = 60;

  private static int compressed(LongFunction<byte[]> payload) {
    byte[] batch = new byte[SIZE * COUNT];
    for (int i = 0; i < COUNT; i++) {
      System.arraycopy(payload.apply(i), 0, batch, i * SIZE, SIZE);
    }
    return LZ4Factory.fastestJavaInstance().fastCompressor().compress(batch).length;
  }

  /** Payloads that repeat each other would be sent as one where a producer compresses. */
  @Test
  void payloadsDoNotCompressInABatchEither() {
    SequencedPayload sequenced = new SequencedPayload(SIZE);
    MessagePayload messages = new MessagePayload(SIZE);

    assertThat(compressed(number -> sequenced.next())).isGreaterThan(SIZE * COUNT * 99 / 100);
    assertThat(compressed(number -> messages.encode(new Operation(number, number, number))))
        .isGreaterThan(SIZE * COUNT * 99 / 100);
  }

  @Test
  void everyRunHasTheSameBytes() {
    for (long number : new long[] {0, 1, 262, 263, Long.MAX_VALUE / SIZE}) {
      assertThat(new Filling(SIZE).of(number))
          .hasSize(SIZE)
          .isEqualTo(new Filling(SIZE).of(number));
    }
    assertThat(new Filling(SIZE).of(1)).isNotEqualTo(new Filling(SIZE).of(2));
  }
}
