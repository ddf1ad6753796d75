package plumbline.system.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import plumbline.problem.CannotMeasureException;

@DisabledOnOs(OS.WINDOWS)
class DockerEngineTest {
  private static final Duration LIMIT = Duration.ofSeconds(3);
  private static final Duration LONG = Duration.ofSeconds(10);

  @TempDir Path home;

  private DockerEngine find(String address) {
    return DockerEngine.find(
        new Machine(
            Map.of("DOCKER_HOST", address), home, home, "linux", false, a -> false, () -> ""),
        LIMIT);
  }

  @Test
  void engineThatAnswersIsFound() throws Exception {
    try (FakeEngine fake = FakeEngine.found(request -> null)) {
      assertThat(find(fake.address()).address()).hasToString(fake.address());
    }
  }

  @Test
  void engineThatHangsIsGivenUp() throws Exception {
    try (FakeEngine fake = new FakeEngine(request -> null)) {
      Instant start = Instant.now();
      assertThatThrownBy(() -> find(fake.address()))
          .isInstanceOf(CannotMeasureException.class)
          .hasMessage("the Docker engine at " + fake.address() + " did not answer within 3 s");
      assertThat(Duration.between(start, Instant.now())).isLessThan(LONG);
    }
  }

  @Test
  void engineThatAnswersThePingAndThenHangsIsGivenUp() throws Exception {
    try (FakeEngine fake =
        new FakeEngine(
            request -> request.contains("/_ping") ? FakeEngine.response(200, "OK") : null)) {
      Instant start = Instant.now();
      assertThatThrownBy(() -> find(fake.address()))
          .isInstanceOf(CannotMeasureException.class)
          .hasMessage("the Docker engine at " + fake.address() + " did not answer within 3 s");
      assertThat(Duration.between(start, Instant.now())).isLessThan(LONG);
    }
  }

  @Test
  void socketWithoutAnEngineIsOneLine() {
    String address = "unix://" + home.resolve("none.sock");
    assertThatThrownBy(() -> find(address))
        .isInstanceOf(CannotMeasureException.class)
        .hasMessageStartingWith("the Docker engine at " + address + " does not answer: ")
        .hasMessageNotContaining("\n");
  }

  @Test
  void addressThatIsNoneIsOneLine() {
    assertThatThrownBy(() -> find("ssh://me@there"))
        .hasMessage(
            "DOCKER_HOST must begin with unix://, npipe:// or tcp://, not 'ssh://me@there'");
    assertThatThrownBy(() -> find("unix:// a")).hasMessage("DOCKER_HOST is no address: unix:// a");
  }

  @Test
  void engineThatRefusesIsQuoted() throws Exception {
    try (FakeEngine fake =
        new FakeEngine(request -> FakeEngine.response(500, "{\"message\":\"no more\"}"))) {
      assertThatThrownBy(() -> find(fake.address()))
          .hasMessage(
              "the Docker engine at "
                  + fake.address()
                  + " does not answer: it says 'HTTP/1.1 500 X'");
    }
  }

  @Test
  void imageThatIsThereIsNotPulled() throws Exception {
    try (FakeEngine fake = FakeEngine.found(request -> FakeEngine.response(200, "{}"))) {
      List<String> progress = new ArrayList<>();
      find(fake.address()).ensureImages(List.of("apache/kafka:4.3.1"), progress::add);
      assertThat(progress).isEmpty();
      assertThat(fake.requests).contains("GET /images/apache%2Fkafka:4.3.1/json HTTP/1.1");
    }
  }

  @Test
  void containerThatIsGoneNeedsNoRemoval() throws Exception {
    try (FakeEngine fake = FakeEngine.found(request -> FakeEngine.response(404, "{}"))) {
      assertThat(DockerEngine.remove(fake.address(), "plumbline-kafka-1")).isFalse();
      assertThat(fake.requests)
          .last()
          .asString()
          .startsWith("DELETE /containers/plumbline-kafka-1?")
          .contains("v=true", "force=true");
    }
  }

  @Test
  void containerThatSomebodyElseRemovesIsWaitedFor() throws Exception {
    List<Integer> answers = new ArrayList<>(List.of(409, 409, 404));
    try (FakeEngine fake =
        FakeEngine.found(request -> FakeEngine.response(answers.remove(0), "{}"))) {
      assertThat(DockerEngine.remove(fake.address(), "plumbline-kafka-1")).isTrue();
      assertThat(answers).isEmpty();
    }
  }

  @Test
  void testcontainersAsksTheEngineThatWasFoundLast() throws Exception {
    assertThat(ServiceLoader.load(DockerClientProviderStrategy.class))
        .hasAtLeastOneElementOfType(EngineStrategy.class);
    for (int i = 0; i < 2; i++) {
      try (FakeEngine fake = FakeEngine.found(request -> null)) {
        find(fake.address());
        EngineStrategy strategy = new EngineStrategy();
        assertThat(strategy.isApplicable()).isTrue();
        assertThat(strategy.getTransportConfig().getDockerHost()).hasToString(fake.address());
        int before = fake.requests.size();
        assertThat(strategy.getInfo()).isNotNull();
        strategy.getDockerClient().pingCmd().exec();
        assertThat(fake.requests.subList(before, fake.requests.size()))
            .containsExactly("GET /info HTTP/1.1", "GET /_ping HTTP/1.1");
      }
    }
  }
}
