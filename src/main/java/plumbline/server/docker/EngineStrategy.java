package plumbline.server.docker;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.dockerclient.TransportConfig;
import org.testcontainers.utility.TestcontainersConfiguration;

/**
 * Tells Testcontainers which engine to use: the one that answered. Left to itself, Testcontainers
 * tries several, writes its choice into the user's home folder, and inside a container pulls an
 * image to find its own address. Testcontainers finds this class as a service.
 */
public final class EngineStrategy extends DockerClientProviderStrategy {
  /** Above those that come with Testcontainers. */
  private static final int PRIORITY = 1_000;

  private static volatile URI address;

  static void use(URI engine) {
    address = engine;
  }

  /**
   * The images that Testcontainers needs for itself: Ryuk, which removes containers when a JVM is
   * gone, unless it is switched off; and a small one if {@code DOCKER_HOST} is set inside a
   * container, because then Testcontainers prefers its own strategy to this one.
   */
  static List<String> ownImages(Map<String, String> environment) {
    List<String> images = new ArrayList<>();
    TestcontainersConfiguration configuration = TestcontainersConfiguration.getInstance();
    if (!Boolean.parseBoolean(environment.get("TESTCONTAINERS_RYUK_DISABLED"))) {
      images.add(ryukImage(configuration));
    }
    boolean ownStrategyIsPreferred = !environment.getOrDefault("DOCKER_HOST", "").isEmpty();
    boolean inContainer = Files.exists(Path.of("/.dockerenv"));
    boolean told = !environment.getOrDefault("TESTCONTAINERS_HOST_OVERRIDE", "").isEmpty();
    if (ownStrategyIsPreferred && inContainer && !told) {
      images.add(tinyImage(configuration));
    }
    return images;
  }

  @SuppressWarnings("deprecation") // There is no other way to learn which image it will ask for.
  private static String ryukImage(TestcontainersConfiguration configuration) {
    return configuration.getRyukImage();
  }

  @SuppressWarnings("deprecation") // There is no other way to learn which image it will ask for.
  private static String tinyImage(TestcontainersConfiguration configuration) {
    return configuration.getTinyImage();
  }

  @Override
  public String getDescription() {
    return "the engine that Plumbline found at " + address;
  }

  @Override
  protected boolean isApplicable() {
    return address != null;
  }

  @Override
  protected boolean isPersistable() {
    return false;
  }

  @Override
  protected int getPriority() {
    return PRIORITY;
  }

  @Override
  public TransportConfig getTransportConfig() {
    return TransportConfig.builder().dockerHost(address).build();
  }

  @Override
  public synchronized String getDockerHostIpAddress() {
    return address.getHost() == null ? "localhost" : address.getHost();
  }
}
