package plumbline.bench.redis;

import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import plumbline.bench.shape.wire.Wire;
import plumbline.bench.shape.wire.WireClient;
import plumbline.system.endpoint.Endpoints;

/** Redis over a bare socket, in version 2 of its protocol. Lettuce only reads the URI here. */
final class RedisWire extends WireClient {
  private static final String OK = "+OK";

  private RedisWire(Wire wire) {
    super(wire);
  }

  /** Where the run's Redis is; it may hold a password. */
  static String uri() {
    return Endpoints.current().of("redis", "uri").get("uri");
  }

  /** Connects to the run's Redis. */
  static RedisWire open() throws IOException {
    return open(uri());
  }

  /** Connects, with TLS, password and database if the URI asks for them. */
  static RedisWire open(String uri) throws IOException {
    RedisURI address = RedisURI.create(uri);
    Socket socket = address.isSsl() ? SSLSocketFactory.getDefault().createSocket() : new Socket();
    RedisWire redis =
        new RedisWire(
            Wire.connect(
                "Redis", socket, new InetSocketAddress(address.getHost(), address.getPort())));
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

  /** A command in the Redis protocol, ready to be sent. */
  static byte[] encode(String... words) {
    StringBuilder command = new StringBuilder("*" + words.length + "\r\n");
    for (String word : words) {
      command.append('$').append(bytes(word).length).append("\r\n").append(word).append("\r\n");
    }
    return bytes(command.toString());
  }

  /** A command with a value at its end. */
  static byte[] encode(List<String> words, byte[] value) {
    List<String> all = new ArrayList<>(words);
    all.add(text(value));
    return encode(all.toArray(new String[0]));
  }

  @Override
  public void set(String key, byte[] value) throws IOException {
    expect(encode(List.of("SET", key), value), OK);
  }

  @Override
  public void delete(String key) throws IOException {
    byte[] command = encode("DEL", key);
    wire().send(command, command.length);
    readCounter();
  }

  @Override
  public byte[] get(String key) {
    return encode("GET", key);
  }

  @Override
  public byte[] valueReply(byte[] value) {
    return bytes("$" + value.length + "\r\n" + text(value) + "\r\n");
  }

  @Override
  public byte[] increment(String key) {
    return encode("INCR", key);
  }

  @Override
  public long readCounter() throws IOException {
    replies().begin(':');
    long value = replies().number('\r');
    replies().skip('\n');
    return value;
  }
}
