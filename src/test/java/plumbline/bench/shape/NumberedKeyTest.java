package plumbline.bench.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class NumberedKeyTest {
  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Test
  void allKeysAreOfOneLengthAndBeginWithTheName() {
    assertThat(NumberedKey.key("run-get", 0)).isEqualTo("run-get-00000000");
    assertThat(NumberedKey.key("run-get", 999_999)).isEqualTo("run-get-00999999");
    assertThat(text(NumberedKey.of("run-get").at(10_000_000))).isEqualTo("run-get-10000000");
  }

  @Test
  void aSmallNumberLeavesNothingOfALargeOne() {
    NumberedKey key = NumberedKey.of("k");
    key.at(87_654_321);
    assertThat(text(key.at(7))).isEqualTo("k-00000007");
  }

  @Test
  void onlyTheNumberOfACommandChanges() {
    NumberedKey command = NumberedKey.in(RESP.getBytes(StandardCharsets.ISO_8859_1), "k0");
    assertThat(text(command.at(42))).isEqualTo(RESP.replace("k0-00000000", "k0-00000042"));
  }

  private static final String RESP = "*2\r\n$3\r\nGET\r\n$11\r\nk0-00000000\r\n";

  @Test
  void aCommandWithoutTheKeyIsNoticed() {
    assertThatThrownBy(() -> NumberedKey.in(new byte[20], "k"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the command does not hold the key k-00000000");
  }
}
