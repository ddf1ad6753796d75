package plumbline.system.memcached;

import com.spotify.folsom.guava.HostAndPort;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import plumbline.system.spi.Dialect;
import plumbline.system.spi.Identity;
import plumbline.system.spi.MemorySize;
import plumbline.system.spi.NoAnswerException;
import plumbline.system.spi.Removal;
import plumbline.system.spi.Secrets;

/** What the host asks Memcached. */
final class MemcachedDialect implements Dialect {
  /** Key of the process id in the configuration: as the server sees it, so 1 in a container. */
  static final String PID = "stats.pid";

  /** Statistics that say what the server is; the others count, or tell the time. */
  private static final List<String> SERVER = List.of("pid", "libevent", "pointer_size");

  private static final Removal KEYS_EXPIRE = new Removal.Expires(Duration.ofHours(1));

  @Override
  public void ping(Map<String, String> endpoints, Duration limit) throws NoAnswerException {
    ask(endpoints, limit, MemcachedLink::version);
  }

  @Override
  public Identity identify(Map<String, String> endpoints, Optional<Path> log, Duration limit)
      throws NoAnswerException {
    return ask(endpoints, limit, MemcachedDialect::identify);
  }

  private static Identity identify(MemcachedLink memcached) throws IOException {
    SortedMap<String, String> settings = memcached.stats("settings");
    SortedMap<String, String> configuration = new TreeMap<>(Secrets.without(settings));
    // The age of the oldest item: a statistic.
    configuration.remove("oldest");
    SortedMap<String, String> statistics = memcached.stats("");
    for (String name : SERVER) {
      Optional.ofNullable(statistics.get(name))
          .ifPresent(value -> configuration.put("stats." + name, value));
    }
    return new Identity(
        "Memcached", memcached.version(), "version", conditions(settings), configuration);
  }

  private static SortedMap<String, String> conditions(Map<String, String> settings) {
    SortedMap<String, String> conditions = new TreeMap<>();
    conditions.put("threads", settings.getOrDefault("num_threads", "unknown"));
    conditions.put("maxmemory", memory(settings.getOrDefault("maxbytes", "unknown")));
    conditions.put("evictions", settings.getOrDefault("evictions", "unknown"));
    return conditions;
  }

  private static String memory(String bytes) {
    return bytes.matches("[1-9]\\d{0,17}") ? new MemorySize(Long.parseLong(bytes)).text() : bytes;
  }

  /** Memcached cannot list its keys, so whoever makes one has to say how long it lives. */
  @Override
  public Removal remove(Map<String, String> endpoints, String prefix, Duration limit) {
    return KEYS_EXPIRE;
  }

  @Override
  public Optional<Removal> foreseenRemoval() {
    return Optional.of(KEYS_EXPIRE);
  }

  /** A question to a server. */
  private interface Question<T> {
    T ask(MemcachedLink memcached) throws IOException;
  }

  private static <T> T ask(Map<String, String> endpoints, Duration limit, Question<T> question)
      throws NoAnswerException {
    HostAndPort address = HostAndPort.fromString(endpoints.get(MemcachedSystem.HOST_AND_PORT));
    try (MemcachedLink link = new MemcachedLink(address, limit)) {
      return question.ask(link);
    } catch (ProtocolException e) {
      throw NoAnswerException.decided(
          e.getMessage().endsWith("unauthenticated")
              ? "asks for a password, which Plumbline does not have for Memcached"
              : "does not answer as Memcached but '" + e.getMessage() + "'",
          e);
    } catch (SocketTimeoutException e) {
      throw NoAnswerException.yet("does not answer as Memcached within " + seconds(limit), e);
    } catch (UnknownHostException e) {
      throw NoAnswerException.yet("does not answer: unknown host", e);
    } catch (IOException e) {
      throw NoAnswerException.yet("does not answer: " + e.getMessage(), e);
    }
  }

  private static String seconds(Duration limit) {
    return limit.toMillis() / 1_000.0 + " s";
  }
}
