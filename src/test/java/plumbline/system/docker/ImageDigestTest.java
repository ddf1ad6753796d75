package plumbline.system.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.command.InspectImageResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageDigestTest {
  private static final String ID = "sha256:" + "0".repeat(64);
  private static final String ONE = "sha256:" + "1".repeat(64);
  private static final String TWO = "sha256:" + "2".repeat(64);

  private static String digest(String image, String... digests) {
    return ImageDigest.of(
        image, new InspectImageResponse().withId(ID).withRepoDigests(List.of(digests)));
  }

  @Test
  void theDigestOfTheRepositoryThatWasNamedCounts() {
    assertThat(digest("redis:8.10.2", "mirror.example/redis@" + ONE, "redis@" + TWO))
        .isEqualTo(TWO);
    assertThat(digest("docker.io/library/redis:8", "redis@" + ONE)).isEqualTo(ONE);
    assertThat(digest("redis", "docker.io/library/redis@" + ONE)).isEqualTo(ONE);
    assertThat(digest("registry.example:5000/a/redis:8", "registry.example:5000/a/redis@" + ONE))
        .isEqualTo(ONE);
    assertThat(digest("redis@" + TWO, "redis@" + ONE, "redis@" + TWO)).isEqualTo(TWO);
  }

  @Test
  void imageThatWasNeverInItsRegistryHasItsIdAlone() {
    assertThat(digest("mine:local")).isEqualTo(ID);
    assertThat(digest("mine:local", "redis@" + ONE)).isEqualTo(ID);
    assertThat(ImageDigest.of("mine", new InspectImageResponse().withId(ID))).isEqualTo(ID);
  }
}
