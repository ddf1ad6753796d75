package plumbline.system.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.dockerclient.TransportConfig;
import plumbline.problem.CannotMeasureException;

/**
 * The way to an engine, on which every question has a limit of time. The client that it uses knows
 * none, and an engine that hangs would be waited for for ever.
 */
final class EngineLink {
  private final TransportConfig transport;
  private volatile DockerClient client;

  EngineLink(TransportConfig transport) {
    this.transport = transport;
  }

  TransportConfig transport() {
    return transport;
  }

  URI address() {
    return transport.getDockerHost();
  }

  boolean isEncrypted() {
    return transport.getSslConfig() != null;
  }

  /**
   * Asks a question and waits for the answer, also while the thread is interrupted: a run that was
   * interrupted still has to remove its containers.
   *
   * @throws DockerException if the engine answers with an error
   * @throws CannotMeasureException if it does not answer, or the question itself fails; the message
   *     begins with the engine
   */
  <T> T ask(Duration limit, Function<DockerClient, T> question) {
    return within(limit, () -> question.apply(client()));
  }

  /** As {@link #ask}, for what needs no client. */
  <T> T within(Duration limit, Callable<T> work) {
    FutureTask<T> answer = new FutureTask<>(work);
    // Closing a socket does not wake every kind of blocked read, so the thread is left alone.
    Thread thread = new Thread(answer, "docker-question");
    thread.setDaemon(true);
    thread.start();
    boolean interrupted = false;
    long end = System.nanoTime() + limit.toNanos();
    try {
      while (true) {
        try {
          return answer.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (TimeoutException e) {
      throw new CannotMeasureException(
          this + " did not answer within " + EngineErrors.seconds(limit), e);
    } catch (ExecutionException e) {
      for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
        if (cause instanceof DockerException refusal) {
          throw refusal;
        }
        if (cause instanceof IOException) {
          throw new CannotMeasureException(this + " does not answer: " + EngineErrors.line(e), e);
        }
      }
      throw new CannotMeasureException(this + " failed: " + EngineErrors.line(e), e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Made anew until one works: it settles the version of the protocol when it is made. */
  private DockerClient client() {
    DockerClient known = client;
    if (known != null) {
      return known;
    }
    DockerClient made = DockerClientProviderStrategy.getClientForConfig(transport);
    made.pingCmd().exec();
    client = made;
    return made;
  }

  @Override
  public String toString() {
    return "the Docker engine at " + address();
  }
}
