package plumbline.system.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.InterruptException;
import plumbline.problem.CannotMeasureException;
import plumbline.result.RunManifest;
import plumbline.system.spi.ServerHandle;

/**
 * Brings a broker to the state in which it is measured. A fresh broker answers four times slower
 * than one whose hot code is compiled, and that takes tens of thousands of requests.
 *
 * <p>Several clients at once give the compiler these requests about twice as fast as one client
 * does on two cores, so they go first; whether the broker has settled is then judged with one
 * record in flight, as the benchmarks have it.
 */
final class BrokerWarmUp {
  static final SettlingRule RULE =
      new SettlingRule(Duration.ofSeconds(1), 5, 0.10, 25_000, Duration.ofSeconds(60));

  private static final int HEATERS = 8;
  private static final int ADMIN_MILLIS = 10_000;
  private static final Duration HEATING = Duration.ofSeconds(10);

  private final ServerHandle handle;
  private final Map<String, Object> client;
  private final Consumer<String> progress;
  private final Duration heating;
  private final SettlingRule rule;

  /** A warm-up whose limits are those of every run. */
  BrokerWarmUp(ServerHandle handle, Consumer<String> progress) {
    this(handle, progress, HEATING, RULE);
  }

  BrokerWarmUp(
      ServerHandle handle, Consumer<String> progress, Duration heating, SettlingRule rule) {
    this.handle = handle;
    this.progress = progress;
    this.heating = heating;
    this.rule = rule;
    this.client = new HashMap<>(handle.endpoints());
  }

  private String text() {
    return String.format(
        Locale.ROOT,
        "round trips of %d B with linger.ms=0: %d clients for %d s, in turn acks=all and acks=1;"
            + " then acks=all, %s",
        RoundTrips.PAYLOAD,
        HEATERS,
        heating.toSeconds(),
        rule.text());
  }

  /** Warms the broker; a CannotMeasureException if it fails meanwhile. */
  RunManifest.WarmUp run() {
    List<String> topics = new ArrayList<>();
    for (int i = 0; i <= HEATERS; i++) {
      topics.add(handle.prefix() + "warm-up-" + UUID.randomUUID());
    }
    Map<String, Object> impatient = new HashMap<>(client);
    impatient.put("default.api.timeout.ms", ADMIN_MILLIS);
    impatient.put("request.timeout.ms", ADMIN_MILLIS);
    try (Admin admin = Admin.create(impatient)) {
      admin
          .createTopics(topics.stream().map(topic -> new NewTopic(topic, 1, (short) 1)).toList())
          .all()
          .get();
      RunManifest.WarmUp result = warm(topics);
      admin.deleteTopics(topics).all().get();
      return result;
    } catch (InterruptedException | InterruptException e) {
      Thread.currentThread().interrupt();
      throw new CannotMeasureException("interrupted while kafka was warmed up", e);
    } catch (Exception e) {
      // The topics have the run's prefix: closing the servers removes them.
      throw failed(e);
    }
  }

  private CannotMeasureException failed(Exception e) {
    if (!handle.isAlive()) {
      return new CannotMeasureException(handle.diagnosis() + " (while it was warmed up)", e);
    }
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return new CannotMeasureException(
        "kafka failed while it was warmed up: " + root.getMessage(), e);
  }

  private RunManifest.WarmUp warm(List<String> topics) throws Exception {
    long start = System.nanoTime();
    progress.accept("warming up the broker with " + HEATERS + " clients");
    long heated = heat(topics.subList(0, HEATERS), start + heating.toNanos());
    progress.accept("warming up the broker until it has settled");
    try (RoundTrips judge = new RoundTrips(client, topics.get(HEATERS), "all")) {
      RunManifest.WarmUp result = rule.run(judge::once, System::nanoTime, start, heated);
      return new RunManifest.WarmUp(
          text(), result.settled(), result.took(), result.operations(), result.windowMedianNanos());
    }
  }

  private long heat(List<String> topics, long end) throws InterruptedException, ExecutionException {
    ExecutorService heaters = Executors.newFixedThreadPool(topics.size());
    try {
      List<Callable<Long>> tasks = new ArrayList<>();
      for (int i = 0; i < topics.size(); i++) {
        String topic = topics.get(i);
        String acks = i % 2 == 0 ? "all" : "1";
        tasks.add(() -> heat(topic, acks, end));
      }
      long operations = 0;
      for (Future<Long> done : heaters.invokeAll(tasks)) {
        operations += done.get();
      }
      return operations;
    } finally {
      heaters.shutdownNow();
    }
  }

  private long heat(String topic, String acks, long end)
      throws ExecutionException, InterruptedException {
    long operations = 0;
    try (RoundTrips trips = new RoundTrips(client, topic, acks)) {
      while (System.nanoTime() < end) {
        trips.once();
        operations++;
      }
    }
    return operations;
  }
}
