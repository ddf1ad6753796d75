package plumbline.system.docker;

import com.github.dockerjava.api.exception.DockerClientException;
import java.net.URI;
import org.testcontainers.dockerclient.EnvironmentAndSystemPropertyClientProviderStrategy;
import org.testcontainers.dockerclient.TransportConfig;
import plumbline.problem.CannotMeasureException;

/** How an engine is spoken to: in the clear, or over TLS as the environment says. */
final class EngineTransport {
  private EngineTransport() {}

  /** The transport to an address; a CannotMeasureException if there is none. */
  static TransportConfig of(String address, Machine machine) {
    URI uri;
    try {
      uri = URI.create(address);
    } catch (IllegalArgumentException e) {
      throw new CannotMeasureException("DOCKER_HOST is no address: " + address, e);
    }
    String scheme = String.valueOf(uri.getScheme());
    switch (scheme) {
      case "unix", "npipe" -> {
        return TransportConfig.builder().dockerHost(uri).build();
      }
      case "tcp", "http", "https" -> {
        return machine.variable("DOCKER_TLS_VERIFY").isPresent()
            ? overTls()
            : TransportConfig.builder().dockerHost(uri).build();
      }
      default ->
          throw new CannotMeasureException(
              "DOCKER_HOST must begin with unix://, npipe:// or tcp://, not '" + address + "'");
    }
  }

  /** Testcontainers reads the variables itself, from this process's environment. */
  @SuppressWarnings("deprecation") // The other way is to read certificates by hand.
  private static TransportConfig overTls() {
    try {
      return new EnvironmentAndSystemPropertyClientProviderStrategy().getTransportConfig();
    } catch (DockerClientException e) {
      throw new CannotMeasureException(
          "the Docker engine's certificates cannot be used: " + EngineErrors.line(e), e);
    }
  }
}
