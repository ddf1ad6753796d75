package plumbline.system.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Info;
import java.util.List;
import java.util.Map;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.dockerclient.TransportConfig;
import org.testcontainers.utility.TestcontainersConfiguration;

/** The engine that answered, as Testcontainers wants it described. */
final class EngineStrategy extends DockerClientProviderStrategy {
  private final TransportConfig transport;
  private final DockerClient client;
  private final String publishedAt;

  /**
   * Describes an engine.
   *
   * @param publishedAt address at which this program finds published ports
   */
  EngineStrategy(TransportConfig transport, DockerClient client, String publishedAt) {
    this.transport = transport;
    this.client = client;
    this.publishedAt = publishedAt;
  }

  /**
   * The images that Testcontainers needs for itself: Ryuk, which removes containers when a JVM is
   * gone, unless it is switched off.
   */
  static List<WantedImage> ownImages(Map<String, String> environment) {
    if (Boolean.parseBoolean(environment.get("TESTCONTAINERS_RYUK_DISABLED"))) {
      return List.of();
    }
    return List.of(
        new WantedImage(
            ryukImage(),
            "; Testcontainers wants it, and does without if TESTCONTAINERS_RYUK_DISABLED=true is"
                + " set: Plumbline removes its containers itself"));
  }

  @SuppressWarnings("deprecation") // There is no other way to learn which image it will ask for.
  private static String ryukImage() {
    return TestcontainersConfiguration.getInstance().getRyukImage();
  }

  @Override
  public String getDescription() {
    return "the engine at " + transport.getDockerHost();
  }

  @Override
  public Info getInfo() {
    return client.infoCmd().exec();
  }

  @Override
  public DockerClient getDockerClient() {
    return client;
  }

  @Override
  public TransportConfig getTransportConfig() {
    return transport;
  }

  @Override
  public synchronized String getDockerHostIpAddress() {
    return publishedAt;
  }
}
