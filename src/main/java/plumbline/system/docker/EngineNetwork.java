package plumbline.system.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.api.model.Network;
import com.github.dockerjava.api.model.VersionComponent;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.problem.BadInputException;
import plumbline.system.spi.ContainerNetwork;

/** Where an engine's containers are, seen from this program, and their usual network. */
record EngineNetwork(URI address, Shared shared, ContainerNetwork usual, String publishedAt) {
  /** Whether an engine's host network is this program's. */
  enum Shared {
    YES,
    NO,
    UNKNOWN
  }

  /** Finds out, with a few questions to the engine. */
  static EngineNetwork of(DockerClient engine, URI address, Machine machine) {
    Shared shared = shared(engine, address, machine);
    boolean probable = shared == Shared.YES || (shared == Shared.UNKNOWN && isSocket(address));
    return new EngineNetwork(
        address,
        shared,
        probable ? ContainerNetwork.HOST : ContainerNetwork.PUBLISHED,
        publishedAt(address, shared, machine));
  }

  /** What is known of an engine that was not asked. */
  static EngineNetwork unknown(URI address) {
    return new EngineNetwork(address, Shared.UNKNOWN, ContainerNetwork.PUBLISHED, "127.0.0.1");
  }

  /** How to wire a container, see {@link DockerEngine#wire}. */
  Wiring wire(Optional<ContainerNetwork> wanted) {
    ContainerNetwork network = wanted.orElse(usual);
    if (network == ContainerNetwork.PUBLISHED) {
      return Wiring.published(publishedAt);
    }
    if (shared == Shared.NO) {
      throw new BadInputException(
          "--container-network host: the Docker engine at "
              + address
              + " does not share this program's network; use --container-network published");
    }
    return Wiring.ofHost();
  }

  private static Shared shared(DockerClient engine, URI address, Machine machine) {
    if (!machine.isLinux() || !isHere(address, machine)) {
      return Shared.NO;
    }
    if (isPodman(engine)) {
      // Its containers run in this user's own network, without a bridge that could be looked for.
      return isSocket(address) && !machine.inContainer() ? Shared.YES : byBridge(engine, machine);
    }
    Info info = engine.infoCmd().exec();
    // Both have a network of their own, whose bridge may have the very addresses of another
    // engine's bridge on this machine.
    boolean rootless =
        Objects.requireNonNullElse(info.getSecurityOptions(), List.<String>of()).stream()
            .anyMatch(option -> option.contains("name=rootless"));
    boolean desktop =
        Objects.requireNonNullElse(info.getOperatingSystem(), "").startsWith("Docker Desktop");
    return rootless || desktop ? Shared.NO : byBridge(engine, machine);
  }

  /** An engine's default bridge is an interface in the engine's own host network. */
  private static Shared byBridge(DockerClient engine, Machine machine) {
    List<InetAddress> gateways;
    try {
      Network bridge = engine.inspectNetworkCmd().withNetworkId("bridge").exec();
      gateways =
          Stream.ofNullable(bridge.getIpam())
              .flatMap(ipam -> Stream.ofNullable(ipam.getConfig()))
              .flatMap(List::stream)
              .flatMap(EngineNetwork::gateway)
              .toList();
    } catch (NotFoundException e) {
      return Shared.UNKNOWN;
    }
    if (gateways.isEmpty()) {
      return Shared.UNKNOWN;
    }
    return gateways.stream().anyMatch(machine.isLocal()) ? Shared.YES : Shared.NO;
  }

  /** Some engines do not say it; then it is the first address of the subnet. */
  private static Stream<InetAddress> gateway(Network.Ipam.Config config) {
    if (config.getGateway() != null && !config.getGateway().isEmpty()) {
      return literal(config.getGateway());
    }
    return Stream.ofNullable(config.getSubnet())
        .map(subnet -> subnet.split("/")[0])
        .flatMap(EngineNetwork::literal)
        .map(InetAddress::getAddress)
        .flatMap(
            bytes -> {
              bytes[bytes.length - 1]++;
              return address(bytes);
            });
  }

  /** Empty for a name, which would be looked up. */
  private static Stream<InetAddress> literal(String text) {
    return Stream.ofNullable(NetUtil.createInetAddressFromIpAddressString(text));
  }

  private static Stream<InetAddress> address(byte[] bytes) {
    try {
      return Stream.of(InetAddress.getByAddress(bytes));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address of " + bytes.length + " bytes", e);
    }
  }

  private static boolean isPodman(DockerClient engine) {
    return Stream.ofNullable(engine.versionCmd().exec().getComponents())
        .flatMap(List::stream)
        .map(VersionComponent::getName)
        .filter(Objects::nonNull)
        .anyMatch(name -> name.contains("Podman"));
  }

  private static boolean isSocket(URI address) {
    return "unix".equals(address.getScheme()) || "npipe".equals(address.getScheme());
  }

  private static boolean isHere(URI address, Machine machine) {
    if (isSocket(address)) {
      return true;
    }
    try {
      return machine.isLocal().test(InetAddress.getByName(address.getHost()));
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static String publishedAt(URI address, Shared shared, Machine machine) {
    Optional<String> told = machine.variable("TESTCONTAINERS_HOST_OVERRIDE");
    if (told.isPresent()) {
      return told.get();
    }
    if (!isSocket(address)) {
      return address.getHost();
    }
    String gateway = machine.inContainer() && shared == Shared.NO ? machine.gateway().get() : "";
    return gateway.isEmpty() ? "127.0.0.1" : gateway;
  }
}
