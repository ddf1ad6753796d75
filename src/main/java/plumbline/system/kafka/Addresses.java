package plumbline.system.kafka;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.problem.BadInputException;
import plumbline.system.spi.NoAnswerException;

/** Bootstrap servers, {@code host:port[,host:port…]}. */
final class Addresses {
  private static final Pattern ADDRESS =
      Pattern.compile("(?:[A-Z]+://)?(\\[[0-9A-Fa-f:.]+\\]|[^:/\\[\\]\\s@]+):(\\d{1,5})");

  private Addresses() {}

  /** Checks the form of what the user wrote with an option or in a file, the source. */
  static void check(String bootstrap, String source) {
    parse(bootstrap)
        .forEach(
            address -> {
              if (address.text().isEmpty() || address.port() < 1 || address.port() > 65_535) {
                throw new BadInputException(
                    source + " must be host:port[,host:port...], not '" + bootstrap + "'");
              }
            });
  }

  // A Kafka client does not tell a refused connection from a slow broker, and logs every attempt.
  static void probe(String bootstrap, Duration limit) throws NoAnswerException {
    NoAnswerException problem = null;
    for (Address address : parse(bootstrap)) {
      try (Socket socket = new Socket()) {
        socket.connect(
            new InetSocketAddress(address.text(), address.port()),
            (int) Math.max(1, Math.min(limit.toMillis(), 3_000)));
        return;
      } catch (IOException e) {
        problem = NoAnswerException.yet("does not answer: " + reason(e), e);
      }
    }
    throw problem;
  }

  private static String reason(IOException e) {
    if (e instanceof java.net.UnknownHostException) {
      return "unknown host";
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static List<Address> parse(String bootstrap) {
    List<Address> addresses = new ArrayList<>();
    for (String part : bootstrap.split(",", -1)) {
      Matcher matcher = ADDRESS.matcher(part.strip());
      addresses.add(
          matcher.matches()
              ? new Address(matcher.group(1), Integer.parseInt(matcher.group(2)))
              : new Address("", 0));
    }
    return addresses;
  }

  private record Address(String text, int port) {}
}
