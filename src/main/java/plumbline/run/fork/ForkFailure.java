package plumbline.run.fork;

import java.util.ArrayList;
import java.util.List;

/** Turns what JMH throws when a fork fails into one line for a user. */
public final class ForkFailure {
  private ForkFailure() {}

  /** The message of the innermost cause that has one. */
  public static String reason(Throwable thrown) {
    String reason = thrown.toString();
    for (Throwable cause : causes(thrown)) {
      if (cause.getMessage() != null && !cause.getMessage().isBlank()) {
        reason = describe(cause);
      }
    }
    return reason.lines().findFirst().orElse(reason).strip();
  }

  /** JMH hangs the exceptions of the fork onto its own as suppressed ones. */
  private static List<Throwable> causes(Throwable thrown) {
    List<Throwable> causes = new ArrayList<>();
    Throwable current = thrown;
    while (current != null && !causes.contains(current)) {
      causes.add(current);
      Throwable[] suppressed = current.getSuppressed();
      Throwable next = current.getCause();
      if (next == null && suppressed.length > 0) {
        next = suppressed[0];
      }
      current = next;
    }
    return causes;
  }

  private static String describe(Throwable cause) {
    String message = cause.getMessage();
    // "java.lang.Foo: text", as when a cause was wrapped, is noise before the text.
    return message.replaceFirst("^([a-z]\\w*\\.)+[A-Z]\\w*: ", "");
  }
}
