package plumbline.system.docker;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.PullResponseItem;
import com.github.dockerjava.api.model.ResponseItem.ProgressDetail;
import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One image on its way from a registry: what the engine says of it, line by line. */
final class ImagePull implements ResultCallback<PullResponseItem> {
  private static final long MEGABYTE = 1_000_000;

  private final String image;
  private final Map<String, Layer> layers = new HashMap<>();
  private final Set<String> said = new HashSet<>();
  private Optional<Closeable> stream = Optional.empty();
  private Optional<String> error = Optional.empty();
  private boolean done;
  private long lastProgress = System.nanoTime();

  ImagePull(String image) {
    this.image = image;
  }

  /** Bytes that have come and bytes in all of one layer. */
  private record Layer(long current, long total) {}

  /** From now on, silence counts. */
  synchronized void begun() {
    lastProgress = System.nanoTime();
  }

  String image() {
    return image;
  }

  synchronized boolean isDone() {
    return done;
  }

  /** Why it failed, if it did. */
  synchronized Optional<String> error() {
    return error;
  }

  /** Whether the engine has said anything yet. */
  synchronized boolean hasSign() {
    return !said.isEmpty();
  }

  /** Nanoseconds since something new was said. */
  synchronized long nanosWithoutProgress() {
    return System.nanoTime() - lastProgress;
  }

  /** The name, and how much has come as soon as that is known: {@code name:8: 12 of 45 MB}. */
  synchronized String text() {
    long current = layers.values().stream().mapToLong(Layer::current).sum();
    long total = layers.values().stream().mapToLong(Layer::total).sum();
    return total == 0
        ? image
        : image + ": " + current / MEGABYTE + " of " + total / MEGABYTE + " MB";
  }

  @Override
  public synchronized void onStart(Closeable closeable) {
    stream = Optional.of(closeable);
  }

  @Override
  public synchronized void onNext(PullResponseItem item) {
    if (item.getErrorDetail() != null) {
      error = Optional.of(String.valueOf(item.getErrorDetail().getMessage()));
      return;
    }
    String status = String.valueOf(item.getStatus());
    ProgressDetail detail = item.getProgressDetail();
    Long current = detail == null ? null : detail.getCurrent();
    // The engine counts the seconds until it tries again, which is no progress.
    boolean isNew = said.add(item.getId() + " " + status + " " + current);
    if (isNew && !status.startsWith("Retrying")) {
      lastProgress = System.nanoTime();
    }
    if (item.getId() != null) {
      layers.computeIfPresent(
          item.getId(),
          (id, layer) ->
              status.matches("Download complete|Extracting|Pull complete")
                  ? new Layer(layer.total(), layer.total())
                  : layer);
      if (status.equals("Downloading") && current != null && detail.getTotal() != null) {
        layers.put(item.getId(), new Layer(current, detail.getTotal()));
      }
    }
  }

  @Override
  public synchronized void onError(Throwable problem) {
    if (!done && error.isEmpty()) {
      error = Optional.of(EngineErrors.line(problem));
    }
  }

  @Override
  public synchronized void onComplete() {
    done = error.isEmpty();
  }

  /** Gives it up, which makes the engine give it up as well. */
  @Override
  public void close() throws IOException {
    Optional<Closeable> open;
    synchronized (this) {
      open = stream;
      done = true;
    }
    if (open.isPresent()) {
      open.get().close();
    }
  }
}
