package plumbline.bench.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.bench.shape.KeyValueClient;
import plumbline.system.Servers;
import plumbline.system.janitor.Janitor;
import plumbline.system.spi.Origin;
import plumbline.system.spi.ServerRequest;
import redis.clients.jedis.Jedis;

/** What every client of a real Redis does with many keys. */
class KeySpaceServerTest {
  private static final int KEYS = 2_500;
  private static final String PROPERTY = "plumbline.redis";

  @TempDir static Path logs;
  private static Janitor janitor;
  private static Servers servers;
  private static Jedis jedis;

  private static Stream<Arguments> clients() {
    return Stream.of(
        client("lettuce", LettuceConnection::open),
        client("jedis", JedisConnection::open),
        client("bare socket", RedisWire::open));
  }

  private static Arguments client(String name, KeyValueClient.Opener<KeyValueClient> opener) {
    return Arguments.of(Named.of(name, opener));
  }

  @BeforeAll
  static void start() {
    janitor = Janitor.start();
    servers =
        Servers.start(
            ServerRequest.of(logs, "plumbline-keys-").withOrigin(Origin.PROCESSES),
            Set.of("redis"),
            janitor,
            line -> {});
    String uri = servers.handle("redis").endpoints().get("uri");
    System.setProperty(PROPERTY, uri);
    jedis = new Jedis(uri);
  }

  @AfterAll
  static void stop() {
    System.clearProperty(PROPERTY);
    jedis.close();
    servers.close();
    janitor.close();
  }

  /** What is the user's own. */
  @BeforeEach
  void keepAKey() {
    jedis.flushAll();
    jedis.set("mine-00000001", "mine");
  }

  private static byte[] value(int number) {
    return ("value-" + (1_000_000 + number)).getBytes(StandardCharsets.US_ASCII);
  }

  @ParameterizedTest
  @MethodSource("clients")
  void everyKeyIsStoredWithItsValueAndNoneStaysBehind(KeyValueClient.Opener<KeyValueClient> client)
      throws Exception {
    try (KeyValueClient connected = client.open("keys")) {
      connected.store(KEYS, KeySpaceServerTest::value);
      assertThat(jedis.dbSize()).isEqualTo(KEYS + 1L);
      for (int number = KEYS - 1; number >= 0; number--) {
        connected.use(number);
        assertThat(connected.get()).isEqualTo(connected.answer(value(number)));
      }
    }
    assertThat(jedis.keys("*")).containsExactly("mine-00000001");
    assertThat(jedis.get("mine-00000001")).isEqualTo("mine");
  }

  @ParameterizedTest
  @MethodSource("clients")
  void everyCounterCountsForItself(KeyValueClient.Opener<KeyValueClient> client) throws Exception {
    try (KeyValueClient connected = client.open("keys")) {
      connected.store(KEYS, number -> "2000000".getBytes(StandardCharsets.US_ASCII));
      connected.use(7);
      assertThat(connected.increment()).isEqualTo(2_000_001);
      connected.use(KEYS - 1);
      assertThat(connected.increment()).isEqualTo(2_000_001);
      connected.use(7);
      assertThat(connected.increment()).isEqualTo(2_000_002);
    }
    assertThat(jedis.dbSize()).isEqualTo(1);
  }

  @Test
  void aUriMayHoldCredentialsAndADatabase() {
    RedisAddress address = RedisAddress.of("rediss://me:secret@cache.example:6380/3");
    assertThat(address.host()).isEqualTo("cache.example");
    assertThat(address.port()).isEqualTo(6380);
    assertThat(address.tls()).isTrue();
    assertThat(address.user()).hasValue("me");
    assertThat(address.password()).hasValue("secret");
    assertThat(address.database()).isEqualTo(3);
    assertThat(address.toString()).doesNotContain("secret");
    assertThat(RedisAddress.of("redis://localhost").password()).isEmpty();
  }
}
