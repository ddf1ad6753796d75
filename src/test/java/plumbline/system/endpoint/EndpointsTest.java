package plumbline.system.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndpointsTest {
  @TempDir Path folder;

  @AfterEach
  void forgetProperties() {
    System.clearProperty(Endpoints.FILE_PROPERTY);
    System.clearProperty("plumbline.some");
  }

  @Test
  void everySystemGetsItsOwnFromAFileThatOnlyTheOwnerReads() throws Exception {
    Path file = folder.resolve("endpoints");
    Endpoints.of(
            "plumbline-test-",
            Map.of("some", Map.of("at", "x:1", "a.key", "a=b"), "someone", Map.of("at", "y:2")))
        .write(file);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    System.setProperty(Endpoints.FILE_PROPERTY, file.toString());
    // What the host says goes before what a user says to JMH's own main.
    System.setProperty("plumbline.some", "z:3");

    Endpoints endpoints = Endpoints.current();
    assertThat(endpoints.of("some", "at")).isEqualTo(Map.of("at", "x:1", "a.key", "a=b"));
    assertThat(endpoints.of("someone", "at")).isEqualTo(Map.of("at", "y:2"));
    assertThat(endpoints.newName("key")).startsWith("plumbline-test-key-");
  }

  @Test
  void underJmhsOwnMainAPropertyIsTheAddress() {
    System.setProperty("plumbline.some", "z:3");
    assertThat(Endpoints.current().of("some", "at")).isEqualTo(Map.of("at", "z:3"));
    assertThatThrownBy(() -> Endpoints.current().of("other", "at"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "no other endpoint: use the run command, or give the forks -Dplumbline.other=ADDRESS");
  }
}
