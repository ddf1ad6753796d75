package plumbline.system.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.model.PullResponseItem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import plumbline.problem.CannotMeasureException;

@DisabledOnOs(OS.WINDOWS)
class ImagePullsTest {
  private static final String PULL = "POST /images/create?fromImage=";

  private final List<String> progress = new ArrayList<>();

  private static FakeEngine engine(Function<String, String> pull) throws Exception {
    return FakeEngine.found(
        request ->
            request.startsWith(PULL)
                ? pull.apply(request.substring(PULL.length()).split("[& ]")[0])
                : FakeEngine.response(404, "{\"message\":\"no such image\"}"));
  }

  private void pull(FakeEngine fake, String... images) {
    EngineLink link = new EngineLink(EngineTransport.of(fake.address(), Machine.current()));
    EngineStrategy.choose(link);
    new ImagePulls(link, progress::add, Duration.ofMillis(700), Duration.ofMillis(1_500))
        .run(List.of(images));
  }

  @Test
  void imagesArePulledAllAtOnceAndTheirTagsAreSent() throws Exception {
    try (FakeEngine fake =
        engine(image -> FakeEngine.response(200, "{\"status\":\"Pulling from x\"}\n"))) {
      pull(fake, "redis:8.10.2", "apache/kafka");
      assertThat(progress).containsExactly("pulling redis:8.10.2, apache/kafka");
      assertThat(fake.requests)
          .anyMatch(request -> request.matches(".*fromImage=redis&.*tag=8.10.2.*"))
          .anyMatch(request -> request.matches(".*fromImage=apache(/|%2F)kafka&.*tag=latest.*"));
    }
  }

  @Test
  void pullThatFailsSaysWhatTheEngineSaysAndNamesTheWayOut() throws Exception {
    try (FakeEngine fake =
        engine(
            image ->
                FakeEngine.response(
                    200,
                    "{\"status\":\"Pulling\"}\n{\"errorDetail\":{\"message\":\"no route\"},"
                        + "\"error\":\"no route\"}\n"))) {
      assertThatThrownBy(() -> pull(fake, "redis:8.10.2"))
          .isInstanceOf(CannotMeasureException.class)
          .hasMessage("the image redis:8.10.2 cannot be pulled: no route");
    }
  }

  @Test
  void pullThatIsRefusedSaysWhy() throws Exception {
    try (FakeEngine fake =
        engine(image -> FakeEngine.response(404, "{\"message\":\"pull access denied\"}"))) {
      assertThatThrownBy(() -> pull(fake, "mine"))
          .hasMessage("the image mine cannot be pulled: pull access denied");
    }
  }

  @Test
  void oneOfTwoThatNeverBeginsIsGivenUp() throws Exception {
    try (FakeEngine fake =
        engine(image -> image.equals("redis") ? null : FakeEngine.response(200, "{}"))) {
      assertThatThrownBy(() -> pull(fake, "mine", "redis:8"))
          .isInstanceOf(CannotMeasureException.class)
          .hasMessage("the image redis:8 is not here, and its pull made no progress for 0.7 s");
    }
  }

  @Test
  void pullThatStallsHalfWayIsGivenUp() throws Exception {
    String begun =
        """
        HTTP/1.1 200 OK
        Content-Type: application/json
        Transfer-Encoding: chunked

        1a
        {"status":"Pulling redis"}
        """
            .replace("\n", "\r\n");
    try (FakeEngine fake = engine(image -> begun)) {
      assertThatThrownBy(() -> pull(fake, "redis:8"))
          .hasMessage("the image redis:8 is not here, and its pull made no progress for 1.5 s");
      assertThat(progress).contains("pulling redis:8");
    }
  }

  @Test
  void progressIsWhatHasComeOfAllLayers() throws Exception {
    ImagePull pull = new ImagePull("redis:8");
    assertThat(pull.text()).isEqualTo("redis:8");
    say(pull, "Downloading", "a", 1_000_000, 30_000_000);
    say(pull, "Downloading", "b", 15_000_000, 15_000_000);
    assertThat(pull.text()).isEqualTo("redis:8: 16 of 45 MB");
    say(pull, "Extracting", "b", 1_000_000, 15_000_000);
    say(pull, "Pull complete", "a", 0, 0);
    assertThat(pull.text()).isEqualTo("redis:8: 45 of 45 MB");
  }

  @Test
  void whatTheEngineRepeatsIsNoProgress() throws Exception {
    ImagePull pull = new ImagePull("redis:8");
    say(pull, "Downloading", "a", 1, 30);
    Thread.sleep(50);
    say(pull, "Downloading", "a", 1, 30);
    say(pull, "Retrying in 3 seconds", "a", 0, 0);
    assertThat(pull.nanosWithoutProgress()).isGreaterThan(40_000_000);
    say(pull, "Downloading", "a", 2, 30);
    assertThat(pull.nanosWithoutProgress()).isLessThan(40_000_000);
  }

  private static void say(ImagePull pull, String status, String layer, long current, long total)
      throws Exception {
    pull.onNext(
        new ObjectMapper()
            .readValue(
                """
                {"status": "%s", "id": "%s", "progressDetail": {"current": %d, "total": %d}}
                """
                    .formatted(status, layer, current, total),
                PullResponseItem.class));
  }
}
