package plumbline.system.memcached;

import com.spotify.folsom.guava.HostAndPort;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plumbline.problem.BadInputException;
import plumbline.result.Promise;
import plumbline.result.Topic;
import plumbline.system.check.Needs;
import plumbline.system.process.ProgramPath;
import plumbline.system.spi.Address;
import plumbline.system.spi.ContainerRecipe;
import plumbline.system.spi.Offer;
import plumbline.system.spi.ProcessRecipe;
import plumbline.system.spi.ServerHandle;
import plumbline.system.spi.ServerRequest;
import plumbline.system.spi.ServerSystem;
import plumbline.system.spi.Setting;

/** Memcached. Its code is compiled ahead of time, so it needs no warm-up. */
public final class MemcachedSystem extends ServerSystem {
  /** Key of what clients need to connect: host and port. */
  static final String HOST_AND_PORT = "address";

  /** Host and port of the user's own. */
  public static final Setting ADDRESS =
      Setting.address("--memcached", "HOST:PORT", "Your own Memcached.", "host:port");

  /** The program to start. */
  public static final Setting BINARY =
      Setting.binary(
          "--memcached-server", "The memcached to start, instead of the one on the PATH.");

  /** The image of the container. */
  public static final Setting IMAGE =
      Setting.image("--memcached-image", "Memcached", "memcached:1.6");

  /** The one that {@code ServiceLoader} makes. */
  public MemcachedSystem() {
    super("memcached", "Memcached", new MemcachedDialect(), ADDRESS, BINARY, IMAGE);
  }

  @Override
  public Offer<ProcessRecipe> process(ServerRequest request) {
    return MemcachedRecipes.process(request, ProgramPath.ofEnvironment());
  }

  @Override
  public Offer<ContainerRecipe> container(ServerRequest request) {
    return Offer.of(MemcachedRecipes.container(request));
  }

  @Override
  public Optional<Address> external(ServerRequest request) {
    return request.value(ADDRESS).map(MemcachedSystem::address);
  }

  private static Address address(String text) {
    try {
      HostAndPort address = HostAndPort.fromString(text).requireBracketsForIPv6();
      if (address.getPortOrDefault(0) > 0 && !address.getHostText().isEmpty()) {
        return Address.of(HOST_AND_PORT, text);
      }
    } catch (IllegalArgumentException e) {
      throw bad(text, e);
    }
    throw bad(text, null);
  }

  private static BadInputException bad(String text, Throwable cause) {
    return new BadInputException(
        ADDRESS.option() + " must be host:port or [IPv6]:port, not '" + text + "'", cause);
  }

  @Override
  public Optional<String> imageLike(ServerHandle server) {
    return Optional.of("memcached:" + server.version());
  }

  @Override
  public Needs needs() {
    return Needs.ofMebibytes(128, 0, 0, 0);
  }

  /** Whatever its configuration: it keeps nothing over its end. */
  @Override
  public Promise promise(Map<String, String> conditions) {
    return Promise.MEMORY;
  }

  @Override
  public Set<String> volatileConfiguration() {
    return Set.of(MemcachedDialect.PID, "tcpport", MemcachedRecipes.TOKEN_SETTING);
  }

  @Override
  public Map<Topic, String> remarks() {
    return Map.of(
        Topic.CONTAINERS,
        "Memcached in a container is the build of its image, as a process that of this machine: a"
            + " factor between them includes what the builds differ in (stats.libevent)",
        Topic.lacks(Promise.PROCESS),
        "has no such mode: it is a cache",
        Topic.lacks(Promise.DISK),
        "has no such mode: it is a cache");
  }
}
