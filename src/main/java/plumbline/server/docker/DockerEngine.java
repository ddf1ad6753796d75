package plumbline.server.docker;

import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import plumbline.problem.CannotMeasureException;

/**
 * An engine that has answered. Testcontainers is asked only after that: against an engine that
 * hangs, or that has no way to a registry, it waits for minutes.
 */
public final class DockerEngine {
  /** The longest time until an engine answers. */
  public static final Duration PING_LIMIT = Duration.ofSeconds(5);

  private final URI address;

  private DockerEngine(URI address) {
    this.address = address;
  }

  /** The engine at an address, without asking it. */
  public static DockerEngine at(String address) {
    return new DockerEngine(URI.create(address));
  }

  /**
   * The engine of this machine: that of {@code DOCKER_HOST}, else one of the usual sockets.
   *
   * @throws CannotMeasureException if none answers within {@link #PING_LIMIT}; the message is the
   *     reason
   */
  public static DockerEngine find() {
    return find(System.getenv(), Path.of(System.getProperty("user.home")), PING_LIMIT);
  }

  static DockerEngine find(Map<String, String> environment, Path home, Duration limit) {
    if (!environment.getOrDefault("DOCKER_TLS_VERIFY", "").isEmpty()) {
      throw new CannotMeasureException(
          "DOCKER_TLS_VERIFY is set, and an engine over TLS is not supported");
    }
    List<String> candidates = candidates(environment, home);
    if (candidates.isEmpty()) {
      throw new CannotMeasureException(
          "there is no Docker engine: DOCKER_HOST is not set and there is no"
              + " /var/run/docker.sock");
    }
    long end = System.nanoTime() + limit.toNanos();
    CannotMeasureException problem = null;
    for (String candidate : candidates) {
      DockerEngine engine = at(candidate);
      try {
        engine.ping(end, limit);
        EngineStrategy.use(engine.address);
        return engine;
      } catch (CannotMeasureException e) {
        problem = problem == null ? e : problem;
      }
    }
    throw problem;
  }

  private static List<String> candidates(Map<String, String> environment, Path home) {
    String host = environment.getOrDefault("DOCKER_HOST", "");
    if (!host.isEmpty()) {
      return List.of(host);
    }
    if (System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows")) {
      return List.of("npipe:////./pipe/docker_engine");
    }
    List<Path> sockets = new ArrayList<>();
    sockets.add(Path.of("/var/run/docker.sock"));
    Optional.ofNullable(environment.get("XDG_RUNTIME_DIR"))
        .ifPresent(folder -> sockets.add(Path.of(folder, "docker.sock")));
    sockets.add(home.resolve(".docker/run/docker.sock"));
    return sockets.stream().filter(Files::exists).map(socket -> "unix://" + socket).toList();
  }

  /** The address, such as {@code unix:///var/run/docker.sock}. */
  public URI address() {
    return address;
  }

  private void ping(long end, Duration limit) {
    FutureTask<Integer> answer = new FutureTask<>(() -> status(Request.Method.GET, "/_ping"));
    // Closing a socket does not wake every kind of blocked read, so the thread is left alone.
    Thread thread = new Thread(answer, "docker-ping");
    thread.setDaemon(true);
    thread.start();
    try {
      int status = answer.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (status != 200) {
        throw new CannotMeasureException(
            "the Docker engine at " + address + " answers with status " + status);
      }
    } catch (TimeoutException e) {
      throw new CannotMeasureException(
          "the Docker engine at " + address + " did not answer within " + limit.toMillis() + " ms",
          e);
    } catch (ExecutionException e) {
      throw new CannotMeasureException(
          "the Docker engine at " + address + " cannot be reached: " + rootMessage(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotMeasureException("interrupted while waiting for the Docker engine", e);
    }
  }

  /**
   * Makes sure that images are there, and those that Testcontainers itself needs. An image that is
   * not gets pulled; a pull without progress for 10 s is given up.
   *
   * @throws CannotMeasureException if one is not there and does not come
   */
  public void ensureImages(List<String> images, Consumer<String> progress) {
    List<String> all = new ArrayList<>(images);
    all.addAll(EngineStrategy.ownImages(System.getenv()));
    for (String image : all) {
      if (!hasImage(image)) {
        progress.accept("pulling " + image);
        new ImagePull(this, image).run();
      }
    }
  }

  boolean hasImage(String image) {
    int status = statusOrFail("/images/" + encode(image).replace("%2F", "/") + "/json");
    return status == 200;
  }

  private int statusOrFail(String path) {
    try {
      return status(Request.Method.GET, path);
    } catch (IOException | RuntimeException e) {
      throw new CannotMeasureException(
          "the Docker engine at " + address + " failed: " + rootMessage(e), e);
    }
  }

  /**
   * Ends and removes a container with its volumes; one that is not there is no error.
   *
   * @param container id or name
   * @throws CannotMeasureException if the engine refuses
   */
  public void remove(String container) {
    try {
      int status =
          status(Request.Method.DELETE, "/containers/" + encode(container) + "?force=true&v=true");
      if (status >= 400 && status != 404) {
        throw new CannotMeasureException(
            "the Docker engine at "
                + address
                + " did not remove the container "
                + container
                + ": status "
                + status);
      }
    } catch (IOException e) {
      throw new CannotMeasureException(
          "the Docker engine at " + address + " failed: " + rootMessage(e), e);
    }
  }

  private int status(Request.Method method, String path) throws IOException {
    try (DockerHttpClient client = client(PING_LIMIT);
        Response response = client.execute(Request.builder().method(method).path(path).build())) {
      return response.getStatusCode();
    }
  }

  DockerHttpClient client(Duration responseLimit) {
    return new ZerodepDockerHttpClient.Builder()
        .dockerHost(address)
        .connectionTimeout(PING_LIMIT)
        .responseTimeout(responseLimit)
        .build();
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static String rootMessage(Throwable problem) {
    Throwable root = problem;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage();
    return message == null
        ? root.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }
}
