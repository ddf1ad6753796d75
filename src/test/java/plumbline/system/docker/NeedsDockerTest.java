package plumbline.system.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import plumbline.problem.CannotMeasureException;

/** Which images container tests take, and what happens where there are none. */
@DisabledOnOs(OS.WINDOWS)
class NeedsDockerTest {
  private static final Map<String, String> CI = Map.of("CI", "true");
  private final List<String> said = new ArrayList<>();

  private static DockerEngine noEngine() {
    throw new CannotMeasureException("there is no Docker engine");
  }

  private ConditionEvaluationResult decide(
      Map<String, String> environment, Supplier<DockerEngine> engine) {
    return NeedsDockerCondition.decide(
        environment, () -> TestImages.search(environment, engine), said::add);
  }

  private static TestImages images(Map<String, String> environment, String... onEngine)
      throws Exception {
    return withEngine(
        List.of(onEngine), engine -> TestImages.search(environment, () -> engine).images());
  }

  private static <T> T withEngine(List<String> images, Function<DockerEngine, T> use)
      throws Exception {
    try (FakeEngine fake =
        new FakeEngine(
            request ->
                FakeEngine.response(
                    request.contains("_ping")
                            || images.stream()
                                .map(NeedsDockerTest::question)
                                .anyMatch(request::contains)
                        ? 200
                        : 404,
                    "{}"))) {
      return use.apply(DockerEngine.at(fake.address()));
    }
  }

  private static String question(String image) {
    return "/images/" + image.replace("/", "%2F") + "/json";
  }

  @Test
  void withoutAnEngineTheTestsAreSkippedAndTheReasonIsSaid() {
    assertThat(decide(Map.of(), NeedsDockerTest::noEngine).isDisabled()).isTrue();
    assertThat(said)
        .containsExactly(
            "Container tests are skipped: there is no Docker engine; start one, then make the"
                + " images with src/test/docker/build");
  }

  @Test
  void withoutAnEngineTheTestsFailInCi() {
    assertThatThrownBy(() -> decide(CI, NeedsDockerTest::noEngine))
        .isInstanceOf(CannotMeasureException.class)
        .hasMessageStartingWith("container tests must run where CI=true, but there is no")
        .hasMessageContaining("src/test/docker/build");
    assertThat(said).isEmpty();
  }

  @Test
  void withoutAnImageTheTestsAreSkipped() throws Exception {
    ConditionEvaluationResult result =
        withEngine(
            List.of(TestImages.LOCAL_KAFKA, TestImages.OFFICIAL_KAFKA),
            engine -> decide(Map.of(), () -> engine));

    assertThat(result.isDisabled()).isTrue();
    assertThat(said)
        .singleElement()
        .asString()
        .contains(TestImages.LOCAL_REDIS, TestImages.OFFICIAL_REDIS, "src/test/docker/build")
        .doesNotContain("\n");
  }

  @Test
  void localImagesComeFirst() throws Exception {
    assertThat(
            images(
                CI,
                TestImages.LOCAL_KAFKA,
                TestImages.LOCAL_REDIS,
                TestImages.LOCAL_MEMCACHED,
                TestImages.OFFICIAL_KAFKA,
                TestImages.OFFICIAL_REDIS,
                TestImages.OFFICIAL_MEMCACHED))
        .isEqualTo(
            new TestImages(
                TestImages.LOCAL_KAFKA, TestImages.LOCAL_REDIS, TestImages.LOCAL_MEMCACHED));
  }

  @Test
  void officialImagesAreTakenWhereTheyAreHere() throws Exception {
    assertThat(
            images(
                Map.of(),
                TestImages.OFFICIAL_KAFKA,
                TestImages.LOCAL_REDIS,
                TestImages.OFFICIAL_MEMCACHED))
        .isEqualTo(
            new TestImages(
                TestImages.OFFICIAL_KAFKA, TestImages.LOCAL_REDIS, TestImages.OFFICIAL_MEMCACHED));
  }

  @Test
  void officialImagesMayBePulledInCi() throws Exception {
    assertThat(images(CI))
        .isEqualTo(
            new TestImages(
                TestImages.OFFICIAL_KAFKA,
                TestImages.OFFICIAL_REDIS,
                TestImages.OFFICIAL_MEMCACHED));
  }

  @Test
  void imagesCanBeNamed() throws Exception {
    assertThat(
            images(
                Map.of(
                    TestImages.KAFKA_VARIABLE,
                    "my/kafka",
                    TestImages.REDIS_VARIABLE,
                    "my/redis",
                    TestImages.MEMCACHED_VARIABLE,
                    "my/memcached"),
                TestImages.LOCAL_KAFKA))
        .isEqualTo(new TestImages("my/kafka", "my/redis", "my/memcached"));
  }
}
