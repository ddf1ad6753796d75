package plumbline.bench.redis;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import javax.net.ssl.SSLSocketFactory;
import plumbline.bench.shape.NumberedKey;
import plumbline.bench.shape.Pipeline;
import plumbline.bench.shape.WrongAnswerException;
import plumbline.bench.shape.wire.Wire;
import plumbline.bench.shape.wire.WireClient;
import plumbline.system.endpoint.Endpoints;

/** Redis over a bare socket, in version 2 of its protocol. */
final class RedisWire extends WireClient {
  private static final String OK = "+OK";

  private RedisWire(Wire wire, String key) {
    super(wire, key);
  }

  /** Connects to the run's Redis. */
  static RedisWire open(String what) throws IOException {
    return open(RedisAddress.uri(), Endpoints.current().newName("wire-" + what));
  }

  /** Connects, with TLS, password and database if the URI asks for them. */
  static RedisWire open(String uri, String key) throws IOException {
    RedisAddress address = RedisAddress.of(uri);
    Socket socket = address.tls() ? SSLSocketFactory.getDefault().createSocket() : new Socket();
    InetSocketAddress server = new InetSocketAddress(address.host(), address.port());
    RedisWire redis = new RedisWire(Wire.connect("Redis", socket, server), key);
    if (address.password().isPresent()) {
      List<String> auth = new ArrayList<>(List.of("AUTH"));
      address.user().ifPresent(auth::add);
      auth.add(address.password().get());
      redis.expect(encode(auth.toArray(new String[0])), OK);
    }
    if (address.database() != 0) {
      redis.expect(encode("SELECT", Integer.toString(address.database())), OK);
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
  protected byte[] getting(String name) {
    return encode("GET", name);
  }

  @Override
  protected byte[] incrementing(String name) {
    return encode("INCR", name);
  }

  @Override
  protected void store(String name, byte[] value) throws IOException {
    expect(encode("SET", name, text(value)), OK);
  }

  @Override
  protected void store(String name, int from, int to, IntFunction<byte[]> value)
      throws IOException {
    List<String> words = new ArrayList<>(List.of("MSET"));
    for (int number = from; number < to; number++) {
      words.add(NumberedKey.key(name, number));
      words.add(text(value.apply(number)));
    }
    expect(encode(words.toArray(new String[0])), OK);
  }

  @Override
  public byte[] answer(byte[] value) {
    return ("$" + value.length + "\r\n" + text(value) + "\r\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** So many XADDs to the key, which keeps about as many entries as is said. */
  Pipeline.Batch adds(byte[] value, int kept, int count) {
    byte[] command =
        encode("XADD", key(), "MAXLEN", "~", Integer.toString(kept), "*", "value", text(value));
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
  protected void remove(String name) throws IOException {
    remove(List.of("DEL", name));
  }

  @Override
  protected void remove(String name, int from, int to) throws IOException {
    List<String> words = new ArrayList<>(List.of("UNLINK"));
    for (int number = from; number < to; number++) {
      words.add(NumberedKey.key(name, number));
    }
    remove(words);
  }

  private void remove(List<String> words) throws IOException {
    String answer = ask(encode(words.toArray(new String[0])));
    if (!answer.startsWith(":")) {
      throw new WrongAnswerException("Redis answered " + answer);
    }
  }
}
