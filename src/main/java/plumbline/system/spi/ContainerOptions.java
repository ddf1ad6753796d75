package plumbline.system.spi;

import java.util.Optional;
import plumbline.input.Processors;

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

  /** Processors that are none are bad input. */
  public ContainerOptions {
    cpus.ifPresent(text -> Processors.of(text, "--server-cpus"));
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
}
