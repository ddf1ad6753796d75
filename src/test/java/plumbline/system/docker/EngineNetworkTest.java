package plumbline.system.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import plumbline.problem.BadInputException;
import plumbline.system.spi.ContainerNetwork;

@DisabledOnOs(OS.WINDOWS)
class EngineNetworkTest {
  private static final String WITH_GATEWAY =
      "{\"IPAM\":{\"Config\":[{\"Subnet\":\"172.17.0.0/16\",\"Gateway\":\"172.17.0.9\"}]}}";
  private static final String WITHOUT_GATEWAY =
      "{\"IPAM\":{\"Config\":[{\"Subnet\":\"172.17.0.0/16\"}]}}";
  private static final String SOCKET = "unix:///var/run/docker.sock";

  private final Map<String, String> answers =
      new HashMap<>(Map.of("/version", "{}", "/info", "{}", "/networks/bridge", WITH_GATEWAY));
  private final Map<String, String> environment = new HashMap<>();
  private String os = "linux";
  private boolean inContainer;
  private List<String> local = List.of("127.0.0.1", "172.17.0.9");

  @Test
  void engineWhoseBridgeIsHereSharesTheNetwork() throws Exception {
    assertThat(usual(SOCKET)).isEqualTo("host at 127.0.0.1");
    local = List.of("127.0.0.1", "172.17.0.1");
    answers.put("/networks/bridge", WITHOUT_GATEWAY);
    assertThat(usual(SOCKET)).isEqualTo("host at 127.0.0.1");
  }

  @Test
  void engineWhoseBridgeIsElsewhereHasItsOwnNetwork() throws Exception {
    // As in a container on that very bridge, with the engine's socket in it.
    local = List.of("127.0.0.1", "172.17.0.2");
    assertThat(usual(SOCKET)).isEqualTo("published at 127.0.0.1");
    answers.put("/networks/bridge", WITHOUT_GATEWAY);
    assertThat(usual(SOCKET)).isEqualTo("published at 127.0.0.1");
    inContainer = true;
    assertThat(usual(SOCKET)).isEqualTo("published at 192.168.2.1");
    environment.put("TESTCONTAINERS_HOST_OVERRIDE", "engine.example");
    assertThat(usual(SOCKET)).isEqualTo("published at engine.example");
  }

  @Test
  void hostNetworkThatCannotBeHadIsBadInputAndThatWhichMayBeHadIsTried() throws Exception {
    local = List.of("127.0.0.1");
    EngineNetwork elsewhere = network(SOCKET);
    assertThatThrownBy(() -> elsewhere.wire(Optional.of(ContainerNetwork.HOST)))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "--container-network host: the Docker engine at unix:///var/run/docker.sock does not"
                + " share this program's network; use --container-network published");
    answers.remove("/networks/bridge");
    assertThat(network(SOCKET).wire(Optional.of(ContainerNetwork.HOST)).network())
        .isEqualTo(ContainerNetwork.HOST);
    assertThat(network(SOCKET).wire(Optional.of(ContainerNetwork.PUBLISHED)).network())
        .isEqualTo(ContainerNetwork.PUBLISHED);
  }

  @Test
  void withoutABridgeASocketOnLinuxIsTakenForThisMachines() throws Exception {
    answers.remove("/networks/bridge");
    assertThat(usual(SOCKET)).isEqualTo("host at 127.0.0.1");
    assertThat(usual("tcp://127.0.0.1:2375")).isEqualTo("published at 127.0.0.1");
    os = "mac os x";
    assertThat(usual(SOCKET)).isEqualTo("published at 127.0.0.1");
  }

  @Test
  void engineOverTcpIsReachedWhereItIs() throws Exception {
    assertThat(usual("tcp://127.0.0.1:2375")).isEqualTo("host at 127.0.0.1");
    // Its bridge has the address of a bridge that is here as well, as it is by default.
    assertThat(usual("tcp://192.0.2.7:2375")).isEqualTo("published at 192.0.2.7");
  }

  @Test
  void rootlessEngineAndDesktopHaveTheirOwnNetworkWhateverTheirBridge() throws Exception {
    answers.put("/info", "{\"SecurityOptions\":[\"name=seccomp\",\"name=rootless\"]}");
    assertThat(usual(SOCKET)).isEqualTo("published at 127.0.0.1");
    answers.put("/info", "{\"OperatingSystem\":\"Docker Desktop\"}");
    assertThat(usual(SOCKET)).isEqualTo("published at 127.0.0.1");
  }

  @Test
  void podmansContainersAreInTheUsersNetwork() throws Exception {
    answers.put("/version", "{\"Components\":[{\"Name\":\"Podman Engine\"}]}");
    local = List.of("127.0.0.1");
    assertThat(usual("unix:///run/podman/podman.sock")).isEqualTo("host at 127.0.0.1");
    inContainer = true;
    assertThat(usual("unix:///run/podman/podman.sock")).isEqualTo("published at 192.168.2.1");
  }

  private String usual(String address) throws Exception {
    Wiring wiring = network(address).wire(Optional.empty());
    return wiring.network().text() + " at " + wiring.host();
  }

  private EngineNetwork network(String address) throws Exception {
    Machine machine =
        new Machine(
            environment,
            Path.of("/"),
            Path.of("/"),
            os,
            inContainer,
            this::isLocal,
            () -> "192.168.2.1");
    try (FakeEngine fake = new FakeEngine(this::answer)) {
      EngineLink link = new EngineLink(EngineTransport.of(fake.address(), machine));
      return link.ask(
          Duration.ofSeconds(20), client -> EngineNetwork.of(client, URI.create(address), machine));
    }
  }

  private String answer(String request) {
    String path = request.split(" ")[1];
    return path.equals("/_ping") || answers.containsKey(path)
        ? FakeEngine.response(200, answers.getOrDefault(path, "OK"))
        : FakeEngine.response(404, "{\"message\":\"not found\"}");
  }

  private boolean isLocal(InetAddress address) {
    return local.contains(address.getHostAddress());
  }
}
