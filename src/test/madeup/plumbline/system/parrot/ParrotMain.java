package plumbline.system.parrot;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server that says again what it is told, line by line, and who it is if asked. */
public final class ParrotMain {
  private ParrotMain() {}

  /** Serves until it is ended: the port is the argument. */
  public static void main(String[] args) throws IOException {
    try (ServerSocket server =
        new ServerSocket(Integer.parseInt(args[0]), 50, InetAddress.getByName("127.0.0.1"))) {
      while (true) {
        Socket client = server.accept();
        Thread thread = new Thread(() -> serve(client), "client");
        thread.setDaemon(true);
        thread.start();
      }
    }
  }

  private static void serve(Socket client) {
    try (client) {
      client.setTcpNoDelay(true);
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
      Writer out = new OutputStreamWriter(client.getOutputStream(), StandardCharsets.UTF_8);
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        out.write(
            (line.equals("WHO") ? Long.toString(ProcessHandle.current().pid()) : line) + "\n");
        out.flush();
      }
    } catch (IOException e) {
      System.err.println("a client is gone: " + e.getMessage());
    }
  }
}
