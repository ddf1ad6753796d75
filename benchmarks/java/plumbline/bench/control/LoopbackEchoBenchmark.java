package plumbline.bench.control;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Control;
import plumbline.bench.shape.SequencedPayload;
import plumbline.bench.shape.wire.Patience;
import plumbline.record.Measured;
import plumbline.record.Recorder;
import plumbline.result.ControlIds;

/**
 * An echo between threads that sleep while they wait, as clients and servers do: bytes sent over
 * loopback TCP to a thread that sends them back. Most of it may be the waking of threads and of
 * processors, so what keeps a processor awake, such as a load at a rate, can be faster: the floor
 * is {@link SpinningEchoBenchmark}.
 *
 * <p>Timed: writing the payload and reading all of it back. Not timed: checking it.
 *
 * <p>{@code java -jar target/benchmarks.jar run --only LoopbackEchoBenchmark}
 */
@State(Scope.Thread)
public class LoopbackEchoBenchmark {
  @Param("100")
  int payload;

  private EchoServer server;
  private Socket socket;
  private Patience patience;
  private OutputStream out;
  private DataInputStream in;
  private SequencedPayload payloads;
  private byte[] received;

  /** Starts the echoing thread and connects to it. */
  @Setup
  public void connect() throws IOException {
    payloads = new SequencedPayload(payload);
    received = new byte[payload];
    server = new EchoServer();
    socket = new Socket(server.address().getAddress(), server.address().getPort());
    socket.setTcpNoDelay(true);
    out = socket.getOutputStream();
    in = new DataInputStream(socket.getInputStream());
    patience = new Patience(socket);
  }

  /** One payload there and back. */
  @Benchmark
  @Measured(system = ControlIds.LOOPBACK, operation = "echo", client = "bare socket")
  public void echo(Recorder recorder, Control control) throws IOException {
    byte[] sent = payloads.next();
    long start = recorder.start();
    out.write(sent);
    try {
      patience.begin();
      in.readFully(received);
      patience.end();
    } catch (IOException e) {
      throw patience.reason(e, "the echo");
    }
    recorder.stop(start, control);
    payloads.verify(received);
  }

  /** Disconnects, which ends the echoing thread. */
  @TearDown
  public void disconnect() throws IOException {
    patience.close();
    socket.close();
    server.close();
  }
}
