package plumbline.bench.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import net.jpountz.lz4.LZ4Factory;
import org.junit.jupiter.api.Test;

class LettersTest {
  @Test
  void payloadsAreUpperCaseLetters() {
    Letters letters = new Letters(100);
    for (int i = 0; i < 30_000; i++) {
      for (byte letter : letters.next()) {
        assertThat((char) letter).isBetween('A', 'Z');
      }
    }
  }

  @Test
  void payloadsOfOneBatchDiffer() {
    Letters letters = new Letters(100);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 655; i++) {
      assertThat(seen.add(new String(letters.next(), java.nio.charset.StandardCharsets.US_ASCII)))
          .isTrue();
    }
  }

  /** A batch that compresses would make lz4 look better than with ProducerPerformance's letters. */
  @Test
  void lz4FindsNothingToRepeatInABatch() {
    Letters letters = new Letters(1_000);
    byte[] batch = new byte[60_000];
    for (int i = 0; i < 60; i++) {
      System.arraycopy(letters.next(), 0, batch, i * 1_000, 1_000);
    }
    int compressed = LZ4Factory.fastestJavaInstance().fastCompressor().compress(batch).length;
    assertThat(compressed).isGreaterThan(batch.length * 95 / 100);
  }
}
