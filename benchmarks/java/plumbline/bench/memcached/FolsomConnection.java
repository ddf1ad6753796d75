package plumbline.bench.memcached;

import com.spotify.folsom.AsciiMemcacheClient;
import com.spotify.folsom.MemcacheClientBuilder;
import com.spotify.folsom.MemcacheStatus;
import com.spotify.folsom.guava.HostAndPort;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import plumbline.bench.shape.AsyncKeyValueClient;
import plumbline.bench.shape.NumberedKey;
import plumbline.bench.shape.WrongAnswerException;
import plumbline.system.endpoint.Endpoints;

/**
 * One connection of one thread, and one key or many that are numbered, for one fork.
 *
 * <p>Answers are handed over on the thread that reads them, as Lettuce does it: by default folsom
 * would wake a third thread for each. Nothing is sent twice, so that a counter counts once.
 */
final class FolsomConnection implements AsyncKeyValueClient {
  /** After this time without an answer Memcached counts as gone. */
  private static final long PATIENCE_SECONDS = 10;

  /** All that an open loop may have under way; the default of 1,000 is 0.2 s at 5,000/s. */
  private static final int OUTSTANDING = 1_000_000;

  private final EventLoopGroup threads;
  private final AsciiMemcacheClient<byte[]> client;
  private final String name;
  private final NumberedKey numbered;
  private String key;
  private MemcachedWire keeper;

  private FolsomConnection(HostAndPort address, String name) throws IOException {
    this.name = name;
    this.numbered = NumberedKey.of(name);
    this.key = name;
    threads =
        new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory("folsom", true), NioIoHandler.newFactory());
    client =
        MemcacheClientBuilder.newByteArrayClient()
            .withAddress(address.getHostText(), address.getPort())
            .withEventLoopGroup(threads)
            .withChannelClass(NioSocketChannel.class)
            .withReplyExecutor(null)
            .withRetry(false)
            .withMaxOutstandingRequests(OUTSTANDING)
            .withConnectionTimeoutMillis(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS))
            .connectAscii();
    boolean connected = false;
    try {
      client.awaitConnected(PATIENCE_SECONDS, TimeUnit.SECONDS);
      connected = true;
    } catch (TimeoutException e) {
      throw new IOException(
          "no connection to Memcached at " + address + " within " + PATIENCE_SECONDS + " s", e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    } finally {
      if (!connected) {
        shutDown();
      }
    }
  }

  /** Connects to the run's Memcached. The key is 0 at first: an increment needs a number there. */
  static FolsomConnection open(String what) throws IOException {
    FolsomConnection connection =
        new FolsomConnection(Memcached.address(), Endpoints.current().newName(what));
    connection.set(new byte[] {'0'});
    return connection;
  }

  @Override
  public byte[] set(byte[] value) throws IOException {
    MemcacheStatus status = await(client.set(key, value, Memcached.TTL_SECONDS));
    if (status != MemcacheStatus.OK) {
      throw new IOException("Memcached did not set a key: " + status);
    }
    return value;
  }

  @Override
  public void store(int count, IntFunction<byte[]> value) throws IOException {
    keeper = MemcachedWire.open(Memcached.address(), name);
    keeper.store(count, value);
  }

  @Override
  public void use(int number) {
    key = new String(numbered.at(number), StandardCharsets.ISO_8859_1);
  }

  @Override
  public byte[] get() throws IOException {
    return await(getAsync());
  }

  @Override
  public long increment() throws IOException {
    Long number = await(incrementAsync());
    if (number == null) {
      throw new WrongAnswerException("INCR found no counter");
    }
    return number;
  }

  @Override
  public CompletionStage<byte[]> getAsync() {
    return client.get(key);
  }

  @Override
  public CompletionStage<Long> incrementAsync() {
    return client.incr(key, 1);
  }

  /**
   * Waits for an answer.
   *
   * @throws IOException if none comes within 10 s, or an error
   */
  private static <T> T await(CompletionStage<T> answer) throws IOException {
    try {
      return answer.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      // Without the cause: of a failure the innermost message is told, and folsom's says less.
      throw new IOException("Memcached gave no answer: " + e.getCause().getMessage());
    } catch (TimeoutException e) {
      throw new IOException("Memcached gave no answer within " + PATIENCE_SECONDS + " s", e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IOException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IOException("interrupted while waiting for Memcached", e);
  }

  @Override
  public void close() throws IOException {
    try {
      await(client.delete(key));
    } finally {
      closeKeeper();
    }
  }

  private void closeKeeper() throws IOException {
    try {
      if (keeper != null) {
        keeper.close();
      }
    } finally {
      shutDown();
    }
  }

  private void shutDown() {
    client.shutdown();
    threads.shutdownGracefully(0, PATIENCE_SECONDS, TimeUnit.SECONDS).syncUninterruptibly();
  }
}
