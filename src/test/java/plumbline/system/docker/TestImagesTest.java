package plumbline.system.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.system.Servers;
import plumbline.system.janitor.Janitor;
import plumbline.system.kafka.KafkaSystem;
import plumbline.system.redis.RedisSystem;
import plumbline.system.spi.ContainerNetwork;
import plumbline.system.spi.ContainerOptions;
import plumbline.system.spi.Origin;
import plumbline.system.spi.ServerHandle;
import plumbline.system.spi.ServerRequest;

/** The images do what the official ones do, as far as this program needs it. */
@NeedsDocker
class TestImagesTest {
  @TempDir Path logs;

  private final TestImages images = TestImages.here();
  private final DockerClient engine = TestImages.client();

  private ServerRequest request() {
    return ServerRequest.of(logs, "plumbline-images-")
        .withOrigin(Origin.CONTAINERS)
        .with(KafkaSystem.IMAGE, images.kafka())
        .with(RedisSystem.IMAGE, images.redis());
  }

  private static String container(ServerHandle handle) {
    return handle.diagnosis().replaceFirst(".*\\(container (\\S+)\\).*", "$1");
  }

  @Test
  void kafkaSaysItsVersionAndIsNotRoot() throws Exception {
    try (Janitor janitor = Janitor.start();
        Servers servers = Servers.start(request(), Set.of("kafka"), janitor, line -> {})) {
      ServerHandle kafka = servers.handle("kafka");

      try (Admin admin =
          Admin.create(Map.<String, Object>of("bootstrap.servers", kafka.displayEndpoint()))) {
        assertThat(admin.describeCluster().nodes().get()).hasSize(1);
      }
      assertThat(Files.readString(kafka.logFile().orElseThrow())).contains("Kafka version: ");
      String[][] processes =
          engine.topContainerCmd(container(kafka)).withPsArgs("-o uid,pid").exec().getProcesses();
      assertThat(Stream.of(processes).map(process -> process[0].strip()))
          .isNotEmpty()
          .doesNotContain("0");
    }
  }

  @Test
  void redisAnswersThroughAPublishedPortAndKeepsItsDataInItsVolume() throws Exception {
    ServerRequest published =
        request()
            .withContainers(ContainerOptions.defaults().withNetwork(ContainerNetwork.PUBLISHED));
    try (Janitor janitor = Janitor.start();
        Servers servers = Servers.start(published, Set.of("redis"), janitor, line -> {})) {
      ServerHandle redis = servers.handle("redis");

      try (RedisClient client = RedisClient.create(redis.displayEndpoint());
          StatefulRedisConnection<String, String> connection = client.connect()) {
        assertThat(connection.sync().set("key", "value")).isEqualTo("OK");
        assertThat(connection.sync().save()).isEqualTo("OK");
      }
      try (InputStream dump =
          engine.copyArchiveFromContainerCmd(container(redis), "/data/dump.rdb").exec()) {
        assertThat(dump.read()).isNotNegative();
      }
    }
  }
}
