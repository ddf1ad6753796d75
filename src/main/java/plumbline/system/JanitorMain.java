package plumbline.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import plumbline.system.janitor.Janitor;
import plumbline.system.janitor.Order;

/** The process of a {@link Janitor}: reads the pipe, and cleans up when it ends. */
public final class JanitorMain {
  private JanitorMain() {}

  /** Runs until the pipe ends. */
  public static void main(String[] args) throws IOException {
    CleanUp list = new CleanUp();
    try (BufferedReader pipe =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = pipe.readLine(); line != null; line = pipe.readLine()) {
        try {
          list.obey(Order.of(line));
        } catch (JsonProcessingException e) {
          // It was cut off when the host died. It may hold a password, so it is not shown.
          CleanUp.complain("an order could not be read");
        }
      }
    }
    list.run();
    // Threads of client libraries that hang must not keep this process alive.
    Runtime.getRuntime().halt(0);
  }
}
