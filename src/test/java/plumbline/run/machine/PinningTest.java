package plumbline.run.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.problem.BadInputException;

class PinningTest {
  @Test
  void bothSidesAreReadInAnyOrder() {
    Pinning pinning = Pinning.parse(List.of("server=2-3,5", "client=0"));
    assertThat(pinning.client().numbers()).containsExactly(0);
    assertThat(pinning.server().numbers()).containsExactly(2, 3, 5);
    assertThat(pinning.text()).isEqualTo("client:0/server:2-3,5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"client=0", "client=0 client=1", "client=0 broker=1", "0 1"})
  void halfASentenceIsBadInput(String sides) {
    assertThatThrownBy(() -> Pinning.parse(List.of(sides.split(" "))))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "--pin takes client=CPUS server=CPUS, such as --pin client=0 server=1, not '"
                + sides
                + "'");
  }

  @Test
  void whatIsNoProcessorIsBadInput() {
    assertThatThrownBy(() -> Pinning.parse(List.of("client=a", "server=1")))
        .isInstanceOf(BadInputException.class)
        .hasMessage("--pin client takes numbers of processors, such as 0-1,3, not 'a'");
    assertThatThrownBy(
            () ->
                Pinning.parse(List.of("client=0", "server=1-4"))
                    .check(new TreeSet<>(Set.of(0, 1, 2))))
        .isInstanceOf(BadInputException.class)
        .hasMessage("--pin: processor 3 is none that this program may use; there are 0, 1, 2");
  }
}
