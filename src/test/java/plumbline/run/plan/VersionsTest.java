package plumbline.run.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the build writes down of the pom. */
class VersionsTest {
  @ParameterizedTest
  @ValueSource(strings = {"kafka-clients", "lettuce-core", "folsom"})
  void aClientLibraryHasItsVersion(String client) {
    assertThat(Versions.client(client)).matches(client + " \\d+\\.\\d+\\.\\d+\\S*");
  }

  @Test
  void plainWordsAreNoLibrary() {
    assertThat(Versions.client("bare socket")).isEqualTo("bare socket");
  }

  @Test
  void thisProgramHasAVersion() {
    assertThat(Versions.plumbline()).matches("\\d+\\.\\d+\\.\\d+\\S*");
  }
}
