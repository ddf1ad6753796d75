package plumbline.system.spi;

import java.io.IOException;
import java.nio.file.Path;

/**
 * How a system is started as a child process.
 *
 * @param ports how many ports it needs, at least 1
 * @param preparation what is done before each start at a new place
 */
public record ProcessRecipe(int ports, Preparation preparation) {
  /** Name of the folder for the server's data, within the one that it is given. */
  public static final String DATA = "data";

  /** Writes the files of a server and says how it is started. */
  @FunctionalInterface
  public interface Preparation {
    /**
     * Prepares a start.
     *
     * @param folder of this server alone, with an empty folder {@link #DATA} in it; deleted in the
     *     end
     * @throws IOException if a file cannot be written
     * @throws plumbline.problem.BadInputException if what the user named cannot be started
     * @throws plumbline.problem.CannotMeasureException if there is nothing that can be
     */
    Launch at(Place place, Path folder) throws IOException;
  }
}
