package plumbline.system.docker;

import com.github.dockerjava.api.DockerClient;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import plumbline.problem.CannotMeasureException;
import plumbline.system.kafka.KafkaSystem;
import plumbline.system.memcached.MemcachedSystem;
import plumbline.system.redis.RedisSystem;

/**
 * The images that container tests start: those that the variables {@value #KAFKA_VARIABLE}, {@value
 * #REDIS_VARIABLE} and {@value #MEMCACHED_VARIABLE} name, else the local ones made by {@code
 * src/test/docker/build}, else the official ones if they are here or, with {@code CI=true}, may be
 * pulled.
 *
 * @param kafka name of the image of Kafka
 * @param redis name of the image of Redis
 * @param memcached name of the image of Memcached
 */
public record TestImages(String kafka, String redis, String memcached) {
  static final String KAFKA_VARIABLE = "PLUMBLINE_TEST_KAFKA_IMAGE";
  static final String REDIS_VARIABLE = "PLUMBLINE_TEST_REDIS_IMAGE";
  static final String MEMCACHED_VARIABLE = "PLUMBLINE_TEST_MEMCACHED_IMAGE";
  public static final String OFFICIAL_KAFKA = KafkaSystem.IMAGE.example();
  public static final String OFFICIAL_REDIS = RedisSystem.IMAGE.example();
  public static final String OFFICIAL_MEMCACHED = MemcachedSystem.IMAGE.example();
  static final String LOCAL_KAFKA = "plumbline-test-kafka:local";
  static final String LOCAL_REDIS = "plumbline-test-redis:local";
  static final String LOCAL_MEMCACHED = "plumbline-test-memcached:local";

  /** The first search counts: an engine that hangs is waited for once per JVM. */
  private static Optional<Found> found = Optional.empty();

  private static String problem = "";

  /** What a search found. */
  record Found(DockerEngine engine, TestImages images) {}

  /**
   * The images of this test run.
   *
   * @throws CannotMeasureException if no engine answers within {@link DockerEngine#PING_LIMIT} or
   *     an image is not here; the message says which, and what to do
   */
  public static TestImages here() {
    return search().images();
  }

  /** A client of the engine that has them. */
  public static DockerClient client() {
    return search().engine().ask(DockerEngine.ANSWER_LIMIT, client -> client);
  }

  private static synchronized Found search() {
    if (found.isEmpty() && problem.isEmpty()) {
      try {
        found = Optional.of(search(System.getenv(), DockerEngine::find));
      } catch (CannotMeasureException e) {
        problem = e.getMessage();
      }
    }
    return found.orElseThrow(() -> new CannotMeasureException(problem));
  }

  static Found search(Map<String, String> environment, Supplier<DockerEngine> find) {
    DockerEngine engine;
    try {
      engine = find.get();
    } catch (CannotMeasureException e) {
      throw new CannotMeasureException(
          e.getMessage() + "; start one, then make the images with src/test/docker/build", e);
    }
    Predicate<String> isHere = engine::hasImage;
    return new Found(
        engine,
        new TestImages(
            choose(environment, KAFKA_VARIABLE, LOCAL_KAFKA, OFFICIAL_KAFKA, isHere),
            choose(environment, REDIS_VARIABLE, LOCAL_REDIS, OFFICIAL_REDIS, isHere),
            choose(environment, MEMCACHED_VARIABLE, LOCAL_MEMCACHED, OFFICIAL_MEMCACHED, isHere)));
  }

  private static String choose(
      Map<String, String> environment,
      String variable,
      String local,
      String official,
      Predicate<String> isHere) {
    String named = environment.getOrDefault(variable, "");
    if (!named.isEmpty()) {
      return named;
    }
    if (isHere.test(local)) {
      return local;
    }
    if (isHere.test(official) || isCi(environment)) {
      return official;
    }
    throw new CannotMeasureException(
        "the engine has neither the image "
            + local
            + " nor "
            + official
            + "; make the first with src/test/docker/build, or pull the second");
  }

  /** Whether tests fail, rather than being skipped, where what they need is not here. */
  public static boolean mustBeHere() {
    return isCi(System.getenv());
  }

  static boolean isCi(Map<String, String> environment) {
    return "true".equals(environment.get("CI"));
  }
}
