package plumbline.system.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** The images do what the official ones do, as far as this program needs it. */
@NeedsDocker
class TestImagesTest {
  @Test
  void kafkaIsWhatTestcontainersTakesForKafka() throws Exception {
    DockerImageName image =
        DockerImageName.parse(TestImages.here().kafka()).asCompatibleSubstituteFor("apache/kafka");
    try (KafkaContainer kafka = new KafkaContainer(image)) {
      kafka.start();

      try (Admin admin =
          Admin.create(Map.<String, Object>of("bootstrap.servers", kafka.getBootstrapServers()))) {
        assertThat(admin.describeCluster().nodes().get()).hasSize(1);
      }
      assertThat(kafka.getLogs()).contains("Kafka version: ");
      assertThat(kafka.execInContainer("id", "-u").getStdout().strip()).isNotEqualTo("0");
    }
  }

  @Test
  void redisAnswersThroughAPublishedPortAndKeepsItsDataInItsVolume() throws Exception {
    try (GenericContainer<?> redis = new GenericContainer<>(TestImages.here().redis())) {
      redis.withExposedPorts(6379).start();

      try (RedisClient client =
              RedisClient.create(RedisURI.create(redis.getHost(), redis.getMappedPort(6379)));
          StatefulRedisConnection<String, String> connection = client.connect()) {
        assertThat(connection.sync().set("key", "value")).isEqualTo("OK");
        assertThat(connection.sync().save()).isEqualTo("OK");
      }
      assertThat(redis.execInContainer("ls", "/data").getStdout()).contains("dump.rdb");
    }
  }
}
