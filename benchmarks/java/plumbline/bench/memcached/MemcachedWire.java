package plumbline.bench.memcached;

import com.spotify.folsom.guava.HostAndPort;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import plumbline.bench.shape.NumberedKey;
import plumbline.bench.shape.WrongAnswerException;
import plumbline.bench.shape.wire.Wire;
import plumbline.bench.shape.wire.WireClient;
import plumbline.system.endpoint.Endpoints;

/**
 * Memcached over a bare socket, by its meta commands. An increment makes its counter if there is
 * none, as INCR of Redis does, so that both do the same work.
 */
final class MemcachedWire extends WireClient {
  private MemcachedWire(Wire wire, String key) {
    super(wire, key);
  }

  /** Connects to the run's Memcached. */
  static MemcachedWire open(String what) throws IOException {
    return open(Memcached.address(), Endpoints.current().newName("wire-" + what));
  }

  /**
   * Connects.
   *
   * @throws WrongAnswerException if the server knows no meta commands
   */
  static MemcachedWire open(HostAndPort address, String key) throws IOException {
    InetSocketAddress server = new InetSocketAddress(address.getHostText(), address.getPort());
    MemcachedWire memcached =
        new MemcachedWire(Wire.connect("Memcached", new Socket(), server), key);
    String answer = memcached.ask(line("mn"));
    if (!answer.equals("MN")) {
      memcached.wire().close();
      throw new WrongAnswerException(
          "Memcached does not know meta commands, which came with 1.6: it answered " + answer);
    }
    return memcached;
  }

  private static byte[] line(String command) {
    return bytes(command + "\r\n");
  }

  private static byte[] bytes(String latin1) {
    return latin1.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  protected byte[] getting(String name) {
    return line("mg " + name + " v");
  }

  @Override
  protected byte[] incrementing(String name) {
    return line("ma " + name + " N" + Memcached.TTL_SECONDS + " J1 v");
  }

  private static String setting(String name, String flags, byte[] value) {
    return "ms "
        + name
        + " "
        + value.length
        + " T"
        + Memcached.TTL_SECONDS
        + flags
        + "\r\n"
        + new String(value, StandardCharsets.ISO_8859_1)
        + "\r\n";
  }

  @Override
  protected void store(String name, byte[] value) throws IOException {
    expect(bytes(setting(name, "", value)), "HD");
  }

  /** Quietly: only what fails is answered, and what is asked at the end. */
  @Override
  protected void store(String name, int from, int to, IntFunction<byte[]> value)
      throws IOException {
    StringBuilder commands = new StringBuilder();
    for (int number = from; number < to; number++) {
      commands.append(setting(NumberedKey.key(name, number), " q", value.apply(number)));
    }
    expect(bytes(commands + "mn\r\n"), "MN");
  }

  @Override
  public byte[] answer(byte[] value) {
    String data = new String(value, StandardCharsets.ISO_8859_1);
    return bytes("VA " + value.length + "\r\n" + data + "\r\n");
  }

  @Override
  protected long readCounter() throws IOException {
    replies().begin('V');
    replies().skip('A');
    replies().skip(' ');
    // How many digits follow, which their end says as well.
    replies().number('\r');
    replies().skip('\n');
    long value = replies().number('\r');
    replies().skip('\n');
    return value;
  }

  @Override
  protected void remove(String name) throws IOException {
    String answer = ask(line("md " + name));
    // It may have expired, or nobody set it.
    if (!answer.equals("HD") && !answer.equals("NF")) {
      throw new WrongAnswerException("Memcached answered " + answer);
    }
  }

  /** Quietly: a key that has expired is not answered either. */
  @Override
  protected void remove(String name, int from, int to) throws IOException {
    StringBuilder commands = new StringBuilder();
    for (int number = from; number < to; number++) {
      commands.append("md ").append(NumberedKey.key(name, number)).append(" q\r\n");
    }
    expect(bytes(commands + "mn\r\n"), "MN");
  }
}
