package plumbline.system.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import plumbline.problem.BadInputException;

class MemorySizeTest {
  @Test
  void sizesAreReadAndWrittenAsEnginesTakeThem() {
    assertThat(MemorySize.parse("2g", "x").bytes()).isEqualTo(2L << 30);
    assertThat(MemorySize.parse(" 2048M", "x").text()).isEqualTo("2g");
    assertThat(MemorySize.parse("1536mb", "x").text()).isEqualTo("1536m");
    assertThat(MemorySize.parse("6000k", "x").bytes()).isEqualTo(6_144_000);
    assertThat(new MemorySize(1_000_001).text()).isEqualTo("1000001");
  }

  @Test
  void whatIsNoSizeIsBadInput() {
    for (String text : List.of("", "2", "g", "0g", "-1g", "1.5g", "2t", "2g 3", "9999999999g")) {
      assertThatThrownBy(() -> MemorySize.parse(text, "--server-memory"))
          .isInstanceOf(BadInputException.class)
          .hasMessage(
              "--server-memory takes a size with the unit k, m or g, such as 2g, not '"
                  + text
                  + "'");
    }
  }
}
