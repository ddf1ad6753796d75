package plumbline.run.fork;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * A fake Redis that knows SET, GET, DEL and INCR, and what a client asks when it connects. It holds
 * each GET for a given time, and can lie.
 */
public final class DelayingRedis implements AutoCloseable {
  private final ServerSocket server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
  private final LongUnaryOperator delayNanos;
  private final UnaryOperator<byte[]> answer;
  private byte[] value = new byte[0];
  private long counter;

  /**
   * Starts it.
   *
   * @param delayNanos time for which to hold the GET of this number, counted from 0
   * @param answer turns the value that was set into the one to answer
   */
  public DelayingRedis(LongUnaryOperator delayNanos, UnaryOperator<byte[]> answer)
      throws IOException {
    this.delayNanos = delayNanos;
    this.answer = answer;
    Thread thread = new Thread(this::accept, "delaying-redis");
    thread.setDaemon(true);
    thread.start();
  }

  public String uri() {
    return "redis://127.0.0.1:" + server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        socket.setTcpNoDelay(true);
        serve(new BufferedInputStream(socket.getInputStream()), socket.getOutputStream());
      } catch (IOException e) {
        // The client left or the test is over; what the client saw is what the test judges.
      }
    }
  }

  private void serve(InputStream in, OutputStream out) throws IOException {
    long gets = 0;
    while (true) {
      List<byte[]> command = read(in);
      String name = new String(command.get(0), StandardCharsets.US_ASCII);
      switch (name) {
        case "SET" -> {
          value = command.get(2);
          out.write("+OK\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        case "GET" -> {
          long start = System.nanoTime();
          byte[] reply = bulk(answer.apply(value));
          hold(start, delayNanos.applyAsLong(gets++));
          out.write(reply);
        }
        case "INCR" -> out.write((":" + ++counter + "\r\n").getBytes(StandardCharsets.US_ASCII));
        case "DEL" -> out.write(":1\r\n".getBytes(StandardCharsets.US_ASCII));
        case "PING" -> out.write("+PONG\r\n".getBytes(StandardCharsets.US_ASCII));
        case "CLIENT" -> out.write("+OK\r\n".getBytes(StandardCharsets.US_ASCII));
        default -> out.write("-ERR unknown command\r\n".getBytes(StandardCharsets.US_ASCII));
      }
    }
  }

  private static void hold(long start, long nanos) {
    long spin = 200_000;
    while (System.nanoTime() - start < nanos - spin) {
      LockSupport.parkNanos(nanos - spin - (System.nanoTime() - start));
    }
    while (System.nanoTime() - start < nanos) {
      Thread.onSpinWait();
    }
  }

  private static byte[] bulk(byte[] bytes) throws IOException {
    ByteArrayOutputStream reply = new ByteArrayOutputStream();
    reply.write(("$" + bytes.length + "\r\n").getBytes(StandardCharsets.US_ASCII));
    reply.write(bytes);
    reply.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    return reply.toByteArray();
  }

  private static List<byte[]> read(InputStream in) throws IOException {
    int words = Integer.parseInt(line(in).substring(1));
    List<byte[]> command = new ArrayList<>();
    for (int i = 0; i < words; i++) {
      int length = Integer.parseInt(line(in).substring(1));
      command.add(in.readNBytes(length));
      in.readNBytes(2);
    }
    return command;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the client closed the connection");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
