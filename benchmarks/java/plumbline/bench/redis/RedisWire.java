package plumbline.bench.redis;

import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import plumbline.bench.shape.Pipeline;
import plumbline.bench.shape.WrongAnswerException;
import plumbline.bench.shape.wire.Wire;
import plumbline.bench.shape.wire.WireClient;
import plumbline.system.endpoint.Endpoints;

/** Redis over a bare socket, in version 2 of its protocol. Lettuce only reads the URI here. */
final class RedisWire extends WireClient {
  private static final String OK = "+OK";

  private final String key;

  private RedisWire(Wire wire, String key) {
    super(wire, encode("GET", key), encode("INCR", key));
    this.key = key;
  }

  /** Where the run's Redis is; it may hold a password. */
  static String uri() {
    return Endpoints.current().of("redis", "uri").get("uri");
  }

  /** Connects to the run's Redis. */
  static RedisWire open(String what) throws IOException {
    return open(uri(), Endpoints.current().newName("wire-" + what));
  }

  /** Connects, with TLS, password and database if the URI asks for them. */
  static RedisWire open(String uri, String key) throws IOException {
    RedisURI address = RedisURI.create(uri);
    Socket socket = address.isSsl() ? SSLSocketFactory.getDefault().createSocket() : new Socket();
    InetSocketAddress server = new InetSocketAddress(address.getHost(), address.getPort());
    RedisWire redis = new RedisWire(Wire.connect("Redis", socket, server), key);
    RedisCredentials credentials =
        address.getCredentialsProvider().resolveCredentials().block(Duration.ofSeconds(10));
    if (credentials != null && credentials.hasPassword()) {
      List<String> auth = new ArrayList<>(List.of("AUTH"));
      if (credentials.hasUsername()) {
        auth.add(credentials.getUsername());
      }
      auth.add(new String(credentials.getPassword()));
      redis.expect(encode(auth.toArray(new String[0])), OK);
    }
    if (address.getDatabase() != 0) {
      redis.expect(encode("SELECT", Integer.toString(address.getDatabase())), OK);
    }
    return redis;
  }

  /** A command in the Redis protocol, ready to be sent; each character is one byte. */
  static byte[] encode(String... words) {
    StringBuilder command = new StringBuilder("*" + words.length + "\r\n");
    for (String word : words) {
      command.append('$').append(word.length()).append("\r\n").append(word).append("\r\n");
    }
    return command.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String text(byte[] value) {
    return new String(value, StandardCharsets.ISO_8859_1);
  }

  @Override
  protected byte[] store(byte[] value) throws IOException {
    expect(encode("SET", key, text(value)), OK);
    return ("$" + value.length + "\r\n" + text(value) + "\r\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** So many XADDs to the key, which keeps about as many entries as is said. */
  Pipeline.Batch adds(byte[] value, int kept, int count) {
    byte[] command =
        encode("XADD", key, "MAXLEN", "~", Integer.toString(kept), "*", "value", text(value));
    RisingIds ids = new RisingIds();
    return batch(command, count, () -> ids.read(replies(), count));
  }

  @Override
  protected long readCounter() throws IOException {
    replies().begin(':');
    long value = replies().number('\r');
    replies().skip('\n');
    return value;
  }

  @Override
  protected void remove() throws IOException {
    String answer = ask(encode("DEL", key));
    if (!answer.startsWith(":")) {
      throw new WrongAnswerException("Redis answered " + answer);
    }
  }
}
