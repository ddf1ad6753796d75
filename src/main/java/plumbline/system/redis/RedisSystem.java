package plumbline.system.redis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.system.ContainerOptions;
import plumbline.system.Dialect;
import plumbline.system.Provider;
import plumbline.system.ServerHandle;
import plumbline.system.ServerRequest;
import plumbline.system.ServerSystem;
import plumbline.system.StartContext;
import plumbline.system.docker.DockerEngine;
import plumbline.system.process.ProgramPath;
import plumbline.system.tool.NativeTool;

/** Redis, or Valkey. Its code is compiled ahead of time, so it needs no warm-up. */
public final class RedisSystem implements ServerSystem {
  private final RedisDialect dialect = new RedisDialect();
  private final List<NativeTool> tools =
      List.of(new RedisBenchmarkTool(ProgramPath.ofEnvironment()));

  @Override
  public String name() {
    return "redis";
  }

  @Override
  public String externalOption() {
    return "--redis redis://host:port";
  }

  @Override
  public Optional<String> address(ServerRequest request) {
    return request.redis();
  }

  @Override
  public List<NativeTool> tools() {
    return tools;
  }

  @Override
  public boolean hasExternal(ServerRequest request) {
    return request.redis().isPresent();
  }

  @Override
  public String image(ServerRequest request) {
    return request.containers().redisImage().orElse(ContainerOptions.REDIS_IMAGE);
  }

  @Override
  public ContainerOptions withImageLike(ServerHandle server, ContainerOptions options) {
    if (options.redisImage().isPresent()) {
      return options;
    }
    String repository = server.product().equals("Valkey") ? "valkey/valkey" : "redis";
    return options.withRedisImage(repository + ":" + server.version());
  }

  @Override
  public Optional<String> remarkOnContainers() {
    return Optional.of(
        "Redis in a container is the build of its image, as a process that of this machine: a"
            + " factor between them includes what the builds differ in (info.redis_build_id)");
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public ServerHandle startProcess(StartContext context) {
    return RedisProcess.start(this, context);
  }

  @Override
  public ServerHandle startContainer(StartContext context, DockerEngine engine) {
    return RedisContainer.start(this, context, engine);
  }

  @Override
  public ServerHandle connect(StartContext context) {
    return RedisExternal.connect(this, context);
  }

  @Override
  public Map<String, String> conditions(Provider provider, Map<String, String> params) {
    return Optional.ofNullable(params.get(RedisPersistence.PARAM))
        .map(RedisPersistence::of)
        // A server of the user's own is as it says: no parameter changes it.
        .filter(asked -> provider != Provider.EXTERNAL)
        .map(asked -> Map.of(RedisPersistence.PARAM, asked.condition()))
        .orElse(Map.of());
  }

  @Override
  public void prepare(ServerHandle handle, Map<String, String> params) {
    if (handle.provider() != Provider.EXTERNAL) {
      Optional.ofNullable(params.get(RedisPersistence.PARAM))
          .map(RedisPersistence::of)
          .orElse(RedisPersistence.OFF)
          .apply(handle.endpoints().get("redis.uri"));
    }
  }
}
