package plumbline.system.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Info;
import java.util.concurrent.atomic.AtomicReference;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.dockerclient.TransportConfig;

/**
 * Tells Testcontainers which engine to ask. It looks up the credentials of registries, and asks for
 * the registry of an image without one; left to itself it would ask whatever engine it finds first,
 * and wait for minutes for one that hangs. Found by {@code ServiceLoader}; {@code DOCKER_HOST} goes
 * first with Testcontainers, as it does here.
 */
public final class EngineStrategy extends DockerClientProviderStrategy {
  /** Of this JVM; the last one counts. */
  private static final AtomicReference<EngineLink> CHOSEN = new AtomicReference<>();

  private static final int BEFORE_ALL_OTHERS = Integer.MAX_VALUE;

  /** Makes the choice. */
  static void choose(EngineLink engine) {
    CHOSEN.set(engine);
  }

  @Override
  protected boolean isApplicable() {
    return CHOSEN.get() != null;
  }

  @Override
  protected int getPriority() {
    return BEFORE_ALL_OTHERS;
  }

  @Override
  protected boolean isPersistable() {
    return false;
  }

  @Override
  public String getDescription() {
    return String.valueOf(CHOSEN.get());
  }

  @Override
  public TransportConfig getTransportConfig() {
    return CHOSEN.get().transport();
  }

  @Override
  public DockerClient getDockerClient() {
    return CHOSEN.get().ask(DockerEngine.ANSWER_LIMIT, client -> client);
  }

  @Override
  public Info getInfo() {
    return CHOSEN.get().ask(DockerEngine.ANSWER_LIMIT, client -> client.infoCmd().exec());
  }
}
