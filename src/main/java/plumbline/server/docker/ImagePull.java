package plumbline.server.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import plumbline.problem.CannotMeasureException;

/** One image on its way from a registry, given up when nothing arrives. */
final class ImagePull {
  /** The longest time without a sign of progress. */
  static final Duration STALL_LIMIT = Duration.ofSeconds(10);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final DockerEngine engine;
  private final String image;
  private final Duration stall;
  private final AtomicLong lastProgress = new AtomicLong();

  ImagePull(DockerEngine engine, String image) {
    this(engine, image, STALL_LIMIT);
  }

  ImagePull(DockerEngine engine, String image, Duration stall) {
    this.engine = engine;
    this.image = image;
    this.stall = stall;
  }

  /**
   * Pulls and waits.
   *
   * @throws CannotMeasureException if the engine reports an error or no progress
   */
  void run() {
    lastProgress.set(System.nanoTime());
    FutureTask<String> pull = new FutureTask<>(this::pull);
    Thread thread = new Thread(pull, "docker-pull");
    thread.setDaemon(true);
    thread.start();
    try {
      String error = await(pull);
      if (!error.isEmpty()) {
        throw new CannotMeasureException("the image " + image + " cannot be pulled: " + error);
      }
    } catch (ExecutionException e) {
      throw new CannotMeasureException(
          "the image " + image + " cannot be pulled: " + DockerEngine.rootMessage(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotMeasureException("interrupted while pulling " + image, e);
    }
  }

  private String await(FutureTask<String> pull) throws ExecutionException, InterruptedException {
    while (true) {
      try {
        return pull.get(200, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (System.nanoTime() - lastProgress.get() > stall.toNanos()) {
          throw new CannotMeasureException(
              "the image "
                  + image
                  + " is not here and its pull made no progress for "
                  + stall.toMillis()
                  + " ms",
              e);
        }
      }
    }
  }

  private String pull() throws IOException {
    String reference = image.contains("@") || hasTag(image) ? image : image + ":latest";
    Request request =
        Request.builder()
            .method(Request.Method.POST)
            .path("/images/create?fromImage=" + DockerEngine.encode(reference))
            .build();
    try (DockerHttpClient client = engine.client(STALL_LIMIT.multipliedBy(6));
        Response response = client.execute(request);
        MappingIterator<JsonNode> lines =
            JSON.readerFor(JsonNode.class).readValues(response.getBody())) {
      while (lines.hasNextValue()) {
        JsonNode line = lines.nextValue();
        lastProgress.set(System.nanoTime());
        if (line.hasNonNull("error")) {
          return line.get("error").asText();
        }
        if (response.getStatusCode() >= 400) {
          return line.path("message").asText("status " + response.getStatusCode());
        }
      }
      return response.getStatusCode() >= 400 ? "status " + response.getStatusCode() : "";
    }
  }

  private static boolean hasTag(String image) {
    return image.indexOf(':', image.lastIndexOf('/') + 1) >= 0;
  }
}
