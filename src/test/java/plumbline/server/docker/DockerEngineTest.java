package plumbline.server.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import plumbline.problem.CannotMeasureException;

@DisabledOnOs(OS.WINDOWS)
class DockerEngineTest {
  @TempDir Path home;

  private DockerEngine find(FakeEngine fake) {
    return DockerEngine.find(Map.of("DOCKER_HOST", fake.address()), home, Duration.ofSeconds(1));
  }

  @Test
  void engineThatAnswersIsFound() throws Exception {
    try (FakeEngine fake = new FakeEngine(request -> FakeEngine.response(200, "OK"))) {
      assertThat(find(fake).address()).hasToString(fake.address());
      assertThat(fake.requests).containsExactly("GET /_ping HTTP/1.1");
    }
  }

  @Test
  void engineThatHangsIsGivenUp() throws Exception {
    try (FakeEngine fake = new FakeEngine(request -> null)) {
      Instant start = Instant.now();
      assertThatThrownBy(() -> find(fake))
          .isInstanceOf(CannotMeasureException.class)
          .hasMessage("the Docker engine at " + fake.address() + " did not answer within 1000 ms");
      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }
  }

  @Test
  void socketWithoutAnEngineIsOneLine() {
    Path socket = home.resolve("none.sock");
    assertThatThrownBy(
            () ->
                DockerEngine.find(
                    Map.of("DOCKER_HOST", "unix://" + socket), home, Duration.ofSeconds(1)))
        .isInstanceOf(CannotMeasureException.class)
        .hasMessageStartingWith("the Docker engine at unix://" + socket + " cannot be reached: ")
        .hasMessageNotContaining("\n");
  }

  @Test
  void engineThatRefusesSaysItsStatus() throws Exception {
    try (FakeEngine fake = new FakeEngine(request -> FakeEngine.response(500, "{}"))) {
      assertThatThrownBy(() -> find(fake))
          .hasMessage("the Docker engine at " + fake.address() + " answers with status 500");
    }
  }

  @Test
  void imageThatIsThereIsNotPulled() throws Exception {
    try (FakeEngine fake = new FakeEngine(request -> FakeEngine.response(200, "{}"))) {
      List<String> progress = new ArrayList<>();
      DockerEngine.at(fake.address()).ensureImages(List.of("apache/kafka:4.3.1"), progress::add);
      assertThat(progress).isEmpty();
      assertThat(fake.requests).first().isEqualTo("GET /images/apache/kafka%3A4.3.1/json HTTP/1.1");
    }
  }

  @Test
  void pullThatFailsSaysWhatTheEngineSays() throws Exception {
    try (FakeEngine fake =
        new FakeEngine(
            request ->
                request.startsWith("GET")
                    ? FakeEngine.response(404, "{\"message\":\"no such image\"}")
                    : FakeEngine.response(
                        200, "{\"status\":\"Pulling\"}\n{\"error\":\"no route to host\"}\n"))) {
      List<String> progress = new ArrayList<>();
      assertThatThrownBy(
              () ->
                  DockerEngine.at(fake.address())
                      .ensureImages(List.of("redis:8.10.2"), progress::add))
          .isInstanceOf(CannotMeasureException.class)
          .hasMessage("the image redis:8.10.2 cannot be pulled: no route to host");
      assertThat(progress).containsExactly("pulling redis:8.10.2");
      assertThat(fake.requests).contains("POST /images/create?fromImage=redis%3A8.10.2 HTTP/1.1");
    }
  }

  @Test
  void pullWithoutProgressIsGivenUp() throws Exception {
    try (FakeEngine fake =
        new FakeEngine(
            request -> request.startsWith("GET") ? FakeEngine.response(404, "{}") : null)) {
      assertThatThrownBy(
              () ->
                  new ImagePull(DockerEngine.at(fake.address()), "redis", Duration.ofMillis(500))
                      .run())
          .isInstanceOf(CannotMeasureException.class)
          .hasMessage("the image redis is not here and its pull made no progress for 500 ms");
      assertThat(fake.requests)
          .containsExactly("POST /images/create?fromImage=redis%3Alatest HTTP/1.1");
    }
  }

  @Test
  void containerThatIsGoneNeedsNoRemoval() throws Exception {
    try (FakeEngine fake = new FakeEngine(request -> FakeEngine.response(404, "{}"))) {
      DockerEngine.at(fake.address()).remove("plumbline-kafka-1");
      assertThat(fake.requests)
          .containsExactly("DELETE /containers/plumbline-kafka-1?force=true&v=true HTTP/1.1");
    }
  }

  @Test
  void testcontainersIsToldWhichEngineToUse() throws Exception {
    try (FakeEngine fake = new FakeEngine(request -> FakeEngine.response(200, "OK"))) {
      find(fake);
      var strategies =
          java.util.ServiceLoader.load(
              org.testcontainers.dockerclient.DockerClientProviderStrategy.class);
      EngineStrategy own =
          strategies.stream()
              .filter(provider -> provider.type() == EngineStrategy.class)
              .map(provider -> (EngineStrategy) provider.get())
              .findFirst()
              .orElseThrow();
      assertThat(own.getTransportConfig().getDockerHost()).hasToString(fake.address());
      assertThat(own.getDockerHostIpAddress()).isEqualTo("localhost");
    }
  }

  @Test
  void ryukIsNeededUnlessItIsSwitchedOff() {
    assertThat(EngineStrategy.ownImages(Map.of()))
        .singleElement()
        .asString()
        .startsWith("testcontainers/ryuk:");
    assertThat(EngineStrategy.ownImages(Map.of("TESTCONTAINERS_RYUK_DISABLED", "true"))).isEmpty();
  }
}
