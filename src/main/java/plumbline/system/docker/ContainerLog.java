package plumbline.system.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import plumbline.problem.CannotMeasureException;

/**
 * Follows the output of a container into a file. If the engine dies, the log ends there, and that
 * is no failure of its own: whoever asks after the server is told of the engine.
 */
final class ContainerLog implements ResultCallback<Frame> {
  private final OutputStream file;
  private final CountDownLatch ended = new CountDownLatch(1);

  private ContainerLog(OutputStream file) {
    this.file = file;
  }

  /** Begins to follow, from the container's first start on; the file is written anew. */
  static ContainerLog follow(DockerClient engine, String container, Path file) {
    return engine
        .logContainerCmd(container)
        .withStdOut(true)
        .withStdErr(true)
        .withFollowStream(true)
        .exec(new ContainerLog(open(file)));
  }

  private static OutputStream open(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      return Files.newOutputStream(file);
    } catch (IOException e) {
      throw new CannotMeasureException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /** Waits until all is written of a container that has ended. */
  void awaitEnd(Duration limit) {
    try {
      ended.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void onStart(Closeable stream) {
    // It ends with the container, which this program ends.
  }

  @Override
  public void onNext(Frame frame) {
    try {
      file.write(frame.getPayload());
    } catch (IOException e) {
      // A full disk. The run notices it where it writes its results, and ends for that reason.
      close();
    }
  }

  @Override
  public void onError(Throwable problem) {
    close();
  }

  @Override
  public void onComplete() {
    close();
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      // As above.
      return;
    } finally {
      ended.countDown();
    }
  }
}
