package plumbline.system.janitor;

import java.time.Duration;
import java.util.Map;
import plumbline.problem.CannotMeasureException;

/**
 * What the janitor cannot do itself, because it takes knowledge of systems and of container
 * engines, which are above it. Found by {@code ServiceLoader}.
 */
public interface Remover {
  /**
   * Speaks to a server, because loading the classes of a client takes seconds on a busy machine:
   * later there is no time.
   *
   * @throws CannotMeasureException if it does not answer
   */
  void greet(String system, Map<String, String> endpoints, Duration limit);

  /**
   * Removes what has names that start with a prefix, as far as the system lets it be found.
   *
   * @throws CannotMeasureException if the server does not answer
   */
  void removeNames(String system, Map<String, String> endpoints, String prefix, Duration limit);

  /**
   * Ends and removes a container.
   *
   * @param engine address of its engine
   * @return whether there was one
   * @throws CannotMeasureException if the engine refuses or does not answer
   */
  boolean removeContainer(String engine, String container);
}
