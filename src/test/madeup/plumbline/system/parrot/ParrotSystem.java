package plumbline.system.parrot;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import plumbline.system.process.JavaCommand;
import plumbline.system.spi.Address;
import plumbline.system.spi.Dialect;
import plumbline.system.spi.Identity;
import plumbline.system.spi.Launch;
import plumbline.system.spi.NoAnswerException;
import plumbline.system.spi.Offer;
import plumbline.system.spi.ProcessRecipe;
import plumbline.system.spi.Removal;
import plumbline.system.spi.ServerHandle;
import plumbline.system.spi.ServerRequest;
import plumbline.system.spi.ServerSystem;
import plumbline.system.spi.Setting;

/** A made-up system: a process or the user's own, without a container, and it lists nothing. */
public final class ParrotSystem extends ServerSystem {
  private static final Setting ADDRESS =
      Setting.address("--parrot", "HOST:PORT", "Your own parrot.", "host:port");

  private static final String KEY = "address";

  /** The one that {@code ServiceLoader} makes. */
  public ParrotSystem() {
    super("parrot", "Parrot", new Language(), ADDRESS);
  }

  @Override
  public Offer<ProcessRecipe> process(ServerRequest request) {
    return Offer.of(
        new ProcessRecipe(
            1,
            (place, folder) ->
                Launch.of(
                    JavaCommand.of(
                        List.of("-Xmx32m"),
                        ParrotMain.class,
                        List.of(Integer.toString(place.port()))),
                    Address.of(KEY, place.address()),
                    ParrotSystem::isOurs)));
  }

  private static boolean isOurs(ServerHandle handle) {
    return handle.configuration().get("pid").equals(Long.toString(handle.pid().orElseThrow()));
  }

  @Override
  public Optional<Address> external(ServerRequest request) {
    return request.value(ADDRESS).map(address -> Address.of(KEY, address));
  }

  @Override
  public Set<String> volatileConfiguration() {
    return Set.of("pid");
  }

  /** A word there and back. */
  private static final class Language implements Dialect {
    @Override
    public void ping(Map<String, String> endpoints, Duration limit) throws NoAnswerException {
      ask(endpoints, limit, "PING");
    }

    @Override
    public Identity identify(Map<String, String> endpoints, Optional<Path> log, Duration limit)
        throws NoAnswerException {
      return new Identity(
          "Grey Parrot",
          "1.0",
          "a guess",
          new TreeMap<>(Map.of("wings", "2")),
          new TreeMap<>(Map.of("pid", ask(endpoints, limit, "WHO"))));
    }

    @Override
    public Removal remove(Map<String, String> endpoints, String prefix, Duration limit) {
      return foreseenRemoval().orElseThrow();
    }

    @Override
    public Optional<Removal> foreseenRemoval() {
      return Optional.of(new Removal.Expires(Duration.ofSeconds(5)));
    }

    private static String ask(Map<String, String> endpoints, Duration limit, String question)
        throws NoAnswerException {
      String[] address = endpoints.get(KEY).split(":");
      try (Socket socket = new Socket()) {
        int millis = Math.toIntExact(limit.toMillis());
        socket.connect(new InetSocketAddress(address[0], Integer.parseInt(address[1])), millis);
        socket.setSoTimeout(millis);
        socket.getOutputStream().write((question + "\n").getBytes(StandardCharsets.UTF_8));
        return new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
            .readLine();
      } catch (IOException e) {
        throw NoAnswerException.yet("does not answer: " + e.getMessage(), e);
      }
    }
  }
}
