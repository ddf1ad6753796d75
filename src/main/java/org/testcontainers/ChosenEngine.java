package org.testcontainers;

import com.github.dockerjava.api.DockerClient;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;

/**
 * Tells Testcontainers which engine to use. It is in this package because only here the choice can
 * be made: left to itself, Testcontainers follows {@code DOCKER_HOST} and what an earlier program
 * noted in the user's home folder, may so take another engine than the one that was looked at,
 * waits for minutes inside a container where an image cannot be pulled, and without Ryuk installs a
 * shutdown hook that hangs when the engine does.
 */
public final class ChosenEngine {
  private ChosenEngine() {}

  /**
   * Makes the choice for this JVM; the last one counts.
   *
   * @param client with which all containers are made
   * @param strategy says where published ports are found
   */
  public static void use(DockerClient client, DockerClientProviderStrategy strategy) {
    DockerClientFactory factory = DockerClientFactory.instance();
    factory.strategy = strategy;
    factory.client = client;
    factory.cachedClientFailure = null;
  }
}
