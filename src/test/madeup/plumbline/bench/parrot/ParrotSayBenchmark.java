package plumbline.bench.parrot;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Control;
import plumbline.record.Measured;
import plumbline.record.Recorder;
import plumbline.system.endpoint.Endpoints;

/** One line there and back. */
@State(Scope.Thread)
public class ParrotSayBenchmark {
  private Socket socket;
  private OutputStream out;
  private BufferedReader in;
  private String line;
  private byte[] bytes;

  @Setup
  public void connect() throws IOException {
    Endpoints endpoints = Endpoints.current();
    String[] address = endpoints.of("parrot", "address").get("address").split(":");
    line = endpoints.newName("line");
    bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    socket = new Socket(address[0], Integer.parseInt(address[1]));
    socket.setTcpNoDelay(true);
    out = socket.getOutputStream();
    in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  @Benchmark
  @Measured(system = "parrot", operation = "say", client = "bare socket")
  public void say(Recorder recorder, Control control) throws IOException {
    long start = recorder.start();
    out.write(bytes);
    String said = in.readLine();
    recorder.stop(start, control);
    if (!line.equals(said)) {
      throw new IllegalStateException("said '" + said + "'");
    }
  }

  @TearDown
  public void disconnect() throws IOException {
    socket.close();
  }
}
