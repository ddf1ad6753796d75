package plumbline.bench.control;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Control;
import plumbline.bench.shape.SequencedPayload;
import plumbline.record.Measured;
import plumbline.record.Recorder;
import plumbline.result.ControlIds;

/**
 * The floor of this machine: bytes sent over loopback TCP to a thread that sends them back, where
 * neither thread sleeps while it waits. What a round trip takes beyond this is work, or waking up.
 * With fewer processors than two threads and the kernel need, it is the scheduler that is measured.
 *
 * <p>Timed: writing the payload and reading all of it back. Not timed: checking it.
 *
 * <p>{@code java -jar target/benchmarks.jar run --only SpinningEchoBenchmark}
 */
@State(Scope.Thread)
public class SpinningEchoBenchmark {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);
  private static final int BUFFER = 64 * 1024;

  @Param("100")
  int payload;

  private ServerSocketChannel server;
  private SocketChannel channel;
  private SequencedPayload payloads;
  private ByteBuffer out;
  private ByteBuffer in;
  private byte[] received;

  /** Starts the echoing thread and connects to it. */
  @Setup
  public void connect() throws IOException {
    payloads = new SequencedPayload(payload);
    out = ByteBuffer.allocateDirect(payload);
    in = ByteBuffer.allocateDirect(payload);
    received = new byte[payload];
    server =
        ServerSocketChannel.open()
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    channel = spinning(SocketChannel.open(server.getLocalAddress()));
    SocketChannel peer = spinning(server.accept());
    Thread echo = new Thread(() -> echo(peer), "echo");
    echo.setDaemon(true);
    echo.start();
  }

  private static SocketChannel spinning(SocketChannel open) throws IOException {
    open.setOption(StandardSocketOptions.TCP_NODELAY, true);
    open.configureBlocking(false);
    return open;
  }

  private static void echo(SocketChannel peer) {
    ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    try (peer) {
      while (peer.read(buffer) >= 0) {
        buffer.flip();
        while (buffer.hasRemaining()) {
          peer.write(buffer);
        }
        buffer.clear();
        Thread.onSpinWait();
      }
    } catch (IOException e) {
      // The other side notices: its read ends or takes too long, which fails the round.
      System.err.println("the echo ended: " + e.getMessage());
    }
  }

  /** One payload there and back. */
  @Benchmark
  @Measured(
      system = ControlIds.LOOPBACK,
      operation = ControlIds.SPINNING_ECHO,
      client = "bare socket")
  public void echo(Recorder recorder, Control control) throws IOException {
    out.clear().put(payloads.next()).flip();
    in.clear();
    long start = recorder.start();
    while (out.hasRemaining()) {
      channel.write(out);
    }
    while (in.hasRemaining()) {
      if (channel.read(in) < 0) {
        throw new IOException("the echo closed the connection");
      }
      if (System.nanoTime() - start > PATIENCE) {
        throw new IOException("no echo within 10 s");
      }
      Thread.onSpinWait();
    }
    recorder.stop(start, control);
    in.flip().get(received);
    payloads.verify(received);
  }

  /** Disconnects, which ends the echoing thread. */
  @TearDown
  public void disconnect() throws IOException {
    channel.close();
    server.close();
  }
}
