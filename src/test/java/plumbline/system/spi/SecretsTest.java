package plumbline.system.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "requirepass",
        "masterauth",
        "masteruser",
        "tls-key-file",
        "tls-key-file-pass",
        "ssl.keystore.password",
        "ssl.keystore.key",
        "ssl.truststore.certificates",
        "sasl.jaas.config",
        "sasl.oauthbearer.client.credentials.client.secret",
        "delegation.token.secret.key",
        "Some.PassWord"
      })
  void settingThatMayHoldASecretIsRemoved(String name) {
    assertThat(Secrets.without(Map.of(name, "x", "port", "1"))).containsOnlyKeys("port");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"notify-keyspace-events", "log.flush.interval.ms", "maxmemory-policy", "save"})
  void settingWithoutASecretStays(String name) {
    assertThat(Secrets.without(Map.of(name, "x"))).containsEntry(name, "x");
  }

  @Test
  void addressLosesItsUserAndPassword() {
    assertThat(Secrets.withoutUserInfo("see rediss://me:p@ss@host:1/0, not redis://:x@y"))
        .isEqualTo("see rediss://host:1/0, not redis://y");
  }
}
