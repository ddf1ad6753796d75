package plumbline.system;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How the host talks to a system, beside the measuring: is it there, what is it, and what did this
 * run leave on it. Endpoints are in the key form of {@link plumbline.system.endpoint.Endpoints#of}.
 */
public interface Dialect {
  /**
   * Asks for one answer.
   *
   * @param limit the longest time that this may take
   * @throws NoAnswerException if there is none
   */
  void ping(Map<String, String> endpoints, Duration limit) throws NoAnswerException;

  /**
   * Asks the server what it is.
   *
   * @param log the server's own log, if this program holds it
   * @param limit the longest time that one question may take
   * @throws NoAnswerException if there is no answer
   */
  Identity identify(Map<String, String> endpoints, Optional<Path> log, Duration limit)
      throws NoAnswerException;

  /**
   * Deletes every topic or key whose name starts with the prefix.
   *
   * @param limit the longest time that one question may take
   * @return how many there were
   * @throws NoAnswerException if there is no answer
   */
  int cleanUp(Map<String, String> endpoints, String prefix, Duration limit)
      throws NoAnswerException;
}
