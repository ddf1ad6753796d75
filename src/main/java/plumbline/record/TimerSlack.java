package plumbline.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How much later than asked for Linux may wake a thread up, so that it can wake several at once: 50
 * us as it comes. A generator that sleeps until a send is due would have to spin for that long
 * before each one.
 */
final class TimerSlack {
  /** In nanoseconds; 0 means the default. */
  private static final String LEAST = "1";

  private TimerSlack() {}

  /** Asks for the least there is, for the calling thread; other systems have none to ask. */
  static void least() {
    try {
      Path slack = Path.of("/proc", ThreadTimes.current(), "timerslack_ns");
      Files.writeString(slack, LEAST, StandardCharsets.US_ASCII);
    } catch (IOException e) {
      // Another system, or one that does not permit it: the pacer sees what a wake-up takes.
    }
  }
}
