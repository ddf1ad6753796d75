package plumbline.system.docker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WiringTest {
  @Test
  void portIsPublishedNoWiderThanClientsNeed() {
    assertThat(Wiring.published("127.0.0.1").publishOn()).isEqualTo("127.0.0.1");
    assertThat(Wiring.published("localhost").publishOn()).isEqualTo("127.0.0.1");
    assertThat(Wiring.published("192.0.2.1").publishOn()).isEqualTo("0.0.0.0");
    assertThat(Wiring.published("engine.invalid").publishOn()).isEqualTo("0.0.0.0");
  }

  @Test
  void serverListensOnLoopbackOnlyIfClientsShareItsNetwork() {
    assertThat(Wiring.ofHost().listen()).isEqualTo("127.0.0.1");
    assertThat(Wiring.published("127.0.0.1").listen()).isEqualTo("0.0.0.0");
  }

  @Test
  void endpointIsWrittenAsClientsReadIt() {
    assertThat(Wiring.published("localhost").host()).isEqualTo("127.0.0.1");
    assertThat(Wiring.published("engine.example").host()).isEqualTo("engine.example");
  }
}
