package plumbline.system.spi;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.problem.BadInputException;

/**
 * How containers are made, of whatever system.
 *
 * @param network how clients reach them; empty for the host's network where the engine shares it
 *     with this program, else published ports
 * @param cpus the only processors that each may use, such as {@code 0-1,3}; empty for all
 * @param memory the most memory that each may use; empty for no limit
 */
public record ContainerOptions(
    Optional<ContainerNetwork> network, Optional<String> cpus, Optional<MemorySize> memory) {

  private static final Pattern CPUS = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");

  /** Processors that are none are bad input. */
  public ContainerOptions {
    cpus.ifPresent(ContainerOptions::checkCpus);
  }

  /** The default of everything. */
  public static ContainerOptions defaults() {
    return new ContainerOptions(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same with another network. */
  public ContainerOptions withNetwork(ContainerNetwork other) {
    return new ContainerOptions(Optional.of(other), cpus, memory);
  }

  /** Whether anything is asked for that only containers have. */
  public boolean hasLimits() {
    return cpus.isPresent() || memory.isPresent();
  }

  /** The options that limit containers and are used here, for messages. */
  public String limitOptions() {
    return cpus.isEmpty()
        ? "--server-memory"
        : memory.isEmpty() ? "--server-cpus" : "--server-cpus and --server-memory";
  }

  private static void checkCpus(String text) {
    for (String part : text.split(",", -1)) {
      Matcher range = CPUS.matcher(part);
      boolean isRange = range.matches();
      if (!isRange
          || (range.group(2) != null
              && Integer.parseInt(range.group(1)) > Integer.parseInt(range.group(2)))) {
        throw new BadInputException(
            "--server-cpus takes numbers of processors, such as 0-1,3, not '" + text + "'");
      }
    }
  }
}
