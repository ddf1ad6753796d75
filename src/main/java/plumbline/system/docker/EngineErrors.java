package plumbline.system.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an engine or its client complain about, as one line. */
final class EngineErrors {
  /** How docker-java words an answer that is an error: the status, and the JSON of the engine. */
  private static final Pattern ANSWER =
      Pattern.compile("(Status \\d+): (\\{.*\\})\\s*", Pattern.DOTALL);

  private static final ObjectMapper JSON = new ObjectMapper();

  private EngineErrors() {}

  /** A limit of time in seconds, with one decimal if there is one. */
  static String seconds(Duration limit) {
    double seconds = Math.round(limit.toMillis() / 100.0) / 10.0;
    return (seconds == Math.rint(seconds) ? Long.toString((long) seconds) : seconds) + " s";
  }

  /** The message of the innermost cause. */
  static String line(Throwable problem) {
    Throwable root = problem;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage() == null ? "" : withoutJson(root.getMessage());
    return message.lines().findFirst().orElse(root.getClass().getSimpleName()).strip();
  }

  private static String withoutJson(String message) {
    Matcher answer = ANSWER.matcher(message);
    if (!answer.matches()) {
      return message;
    }
    try {
      JsonNode said = JSON.readTree(answer.group(2)).path("message");
      return said.isTextual() ? said.asText() : answer.group(1);
    } catch (JsonProcessingException e) {
      // Not what it looked like: better shown as it is than not at all.
      return message;
    }
  }
}
