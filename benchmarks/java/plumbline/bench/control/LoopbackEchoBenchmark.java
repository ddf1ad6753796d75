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
import plumbline.record.Measured;
import plumbline.record.Recorder;
import plumbline.result.ControlIds;

/**
 * The floor of this machine: bytes sent over loopback TCP to a thread that sends them back. No
 * server that talks TCP can be faster than this here.
 *
 * <p>Timed: writing the payload and reading all of it back. Not timed: checking it.
 *
 * <p>{@code java -jar target/benchmarks.jar run --only LoopbackEchoBenchmark}
 */
@State(Scope.Thread)
public class LoopbackEchoBenchmark {
  private static final int PATIENCE_MILLIS = 10_000;

  @Param("100")
  int payload;

  private EchoServer server;
  private Socket socket;
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
    socket.setSoTimeout(PATIENCE_MILLIS);
    out = socket.getOutputStream();
    in = new DataInputStream(socket.getInputStream());
  }

  /** One payload there and back. */
  @Benchmark
  @Measured(system = ControlIds.LOOPBACK, operation = "echo", client = "bare socket")
  public void echo(Recorder recorder, Control control) throws IOException {
    byte[] sent = payloads.next();
    long start = recorder.start();
    out.write(sent);
    in.readFully(received);
    recorder.stop(start, control);
    payloads.verify(received);
  }

  /** Disconnects, which ends the echoing thread. */
  @TearDown
  public void disconnect() throws IOException {
    socket.close();
    server.close();
  }
}
