package plumbline.system.spi;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How the host talks to a system, beside the measuring: is it there, what is it, and what did this
 * run leave on it. Endpoints are those of {@link Address#endpoints()}.
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
   * Removes everything whose name starts with a prefix.
   *
   * @param limit the longest time that one question may take
   * @return what has become of it
   * @throws NoAnswerException if there is no answer
   */
  Removal remove(Map<String, String> endpoints, String prefix, Duration limit)
      throws NoAnswerException;

  /**
   * What {@link #remove} always says, for a system on which nothing can be found by its prefix: the
   * run writes it down beside its figures. Empty where it can be removed.
   */
  default Optional<Removal> foreseenRemoval() {
    return Optional.empty();
  }
}
