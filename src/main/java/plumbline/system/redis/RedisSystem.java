package plumbline.system.redis;

import io.lettuce.core.RedisURI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import plumbline.problem.BadInputException;
import plumbline.result.Promise;
import plumbline.result.RunManifest;
import plumbline.result.Topic;
import plumbline.system.check.Check;
import plumbline.system.check.Needs;
import plumbline.system.process.ProgramPath;
import plumbline.system.redis.client.Persistence;
import plumbline.system.spi.Address;
import plumbline.system.spi.ContainerRecipe;
import plumbline.system.spi.Offer;
import plumbline.system.spi.Origin;
import plumbline.system.spi.ProcessRecipe;
import plumbline.system.spi.ServerHandle;
import plumbline.system.spi.ServerRequest;
import plumbline.system.spi.ServerSystem;
import plumbline.system.spi.Setting;
import plumbline.system.tool.NativeTool;

/** Redis, or Valkey. Its code is compiled ahead of time, so it needs no warm-up. */
public final class RedisSystem extends ServerSystem {
  /** URI of the user's own, such as {@code rediss://user:password@host:6380/0}. */
  public static final Setting ADDRESS =
      Setting.address(
          "--redis",
          "URI",
          "Your own Redis, such as redis://:password@host:6379 or rediss://…",
          "redis://host:port");

  /** The program to start. */
  public static final Setting BINARY =
      Setting.binary(
          "--redis-server",
          "The redis-server or valkey-server to start, instead of the one on the PATH.");

  /** The image of the container. */
  public static final Setting IMAGE = Setting.image("--redis-image", "Redis", "redis:8.10.2");

  /** What clients need to connect. */
  static final String URI = "uri";

  private final List<NativeTool> tools =
      List.of(new RedisBenchmarkTool(ProgramPath.ofEnvironment()));

  /** The one that {@code ServiceLoader} makes. */
  public RedisSystem() {
    super("redis", "Redis", new RedisDialect(), ADDRESS, BINARY, IMAGE);
  }

  @Override
  public Offer<ProcessRecipe> process(ServerRequest request) {
    return Offer.of(RedisRecipes.process(request.value(BINARY).map(Path::of)));
  }

  @Override
  public Offer<ContainerRecipe> container(ServerRequest request) {
    return Offer.of(RedisRecipes.container(request.image(IMAGE)));
  }

  @Override
  public Optional<Address> external(ServerRequest request) {
    return request
        .value(ADDRESS)
        .map(uri -> new Address(new TreeMap<>(Map.of(URI, uri)), display(parse(uri))));
  }

  private static RedisURI parse(String uri) {
    try {
      RedisURI parsed = RedisURI.create(uri);
      if (isHost(parsed.getHost())) {
        return parsed;
      }
    } catch (IllegalArgumentException e) {
      // The message of the parser may hold the URI, and with it the password.
      throw bad(uri);
    }
    throw bad(uri);
  }

  /** The parser takes a port for part of the host if an @ stands in the password. */
  private static boolean isHost(String host) {
    return host != null
        && !host.isEmpty()
        && host.chars().filter(letter -> letter == ':').count() != 1;
  }

  private static BadInputException bad(String uri) {
    String shown = uri.replaceFirst("^.*@", "...@");
    return new BadInputException(
        ADDRESS.option()
            + " must be redis://[user:password@]host[:port][/database] or rediss://..., not '"
            + shown
            + "'"
            + (uri.contains("@") ? "; in a password, write %40 for @ and %2F for /" : ""));
  }

  private static String display(RedisURI uri) {
    String host = uri.getHost().contains(":") ? "[" + uri.getHost() + "]" : uri.getHost();
    return (uri.isSsl() ? "rediss://" : "redis://")
        + host
        + ":"
        + uri.getPort()
        + (uri.getDatabase() == 0 ? "" : "/" + uri.getDatabase());
  }

  @Override
  public Optional<String> imageLike(ServerHandle server) {
    String repository = server.product().equals("Valkey") ? "valkey/valkey" : "redis";
    return Optional.of(repository + ":" + server.version());
  }

  @Override
  public List<NativeTool> tools() {
    return tools;
  }

  @Override
  public Needs needs() {
    return Needs.ofMebibytes(512, 0, 0, 0);
  }

  @Override
  public List<Check> checks(RunManifest.Environment machine) {
    return RedisChecks.of(machine);
  }

  @Override
  public Map<String, String> conditions(Origin origin, Map<String, String> params) {
    return Optional.ofNullable(params.get(Persistence.NAME))
        .map(Persistence::of)
        // A server of the user's own is as it says: no parameter changes it.
        .filter(asked -> origin != Origin.EXTERNAL)
        .map(asked -> Map.of(Persistence.NAME, asked.condition()))
        .orElse(Map.of());
  }

  @Override
  public Map<String, Map<String, Promise>> asks() {
    Map<String, Promise> values = new TreeMap<>();
    for (Persistence one : Persistence.values()) {
      values.put(one.text(), one.promise());
    }
    return Map.of(Persistence.NAME, values);
  }

  @Override
  public Promise promise(Map<String, String> conditions) {
    return Persistence.promise(conditions.getOrDefault(Persistence.NAME, ""));
  }

  @Override
  public Set<String> volatileConfiguration() {
    return Set.of(
        "port",
        "pidfile",
        "info.config_file",
        "info.tcp_port",
        "info.process_id",
        "info.run_id",
        "info.hz",
        "info.lru_clock",
        "info.server_time_usec",
        "info.uptime_in_seconds",
        "info.uptime_in_days");
  }

  @Override
  public Map<Topic, String> remarks() {
    return Map.of(
        Topic.CONTAINERS,
        "Redis in a container is the build of its image, as a process that of this machine: a"
            + " factor between them includes what the builds differ in (info.redis_build_id)",
        Topic.gives(Promise.PROCESS),
        "Redis (everysec) forces its file to the disk about once a second: when the machine fails,"
            + " about the last second is lost. While it does so it may hold back even the writing"
            + " of the file, for up to two seconds, in which a kill loses what was acknowledged"
            + " meanwhile.");
  }

  @Override
  public void prepare(ServerHandle handle, Map<String, String> params) {
    if (handle.origin() != Origin.EXTERNAL) {
      new PersistenceSwitch(
              Optional.ofNullable(params.get(Persistence.NAME))
                  .map(Persistence::of)
                  .orElse(Persistence.OFF))
          .apply(handle.endpoints().get(URI));
    }
  }
}
