package plumbline.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import plumbline.system.Systems;
import plumbline.system.spi.ContainerNetwork;
import plumbline.system.spi.ContainerOptions;
import plumbline.system.spi.MemorySize;
import plumbline.system.spi.Origin;
import plumbline.system.spi.ServerRequest;
import plumbline.system.spi.Setting;

/**
 * Where the servers come from: the options here, and one for each setting of each system. A command
 * that mixes these in names {@link OfSystems} as its model transformer.
 */
final class ServerOptions {
  @Option(
      names = "--servers",
      paramLabel = "auto|containers|processes|external",
      defaultValue = "auto",
      description = "Where the servers come from (default: ${DEFAULT-VALUE}).")
  private Origin origin;

  @Option(
      names = "--container-network",
      paramLabel = "host|published",
      description =
          "How clients reach containers (default: host where the engine shares this machine's"
              + " network, else published).")
  private Optional<ContainerNetwork> network = Optional.empty();

  @Option(
      names = "--server-cpus",
      paramLabel = "CPUS",
      description = "The only processors that each container may use, such as 0-1,3.")
  private Optional<String> cpus = Optional.empty();

  @Option(
      names = "--server-memory",
      paramLabel = "SIZE",
      description = "The most memory that each container may use, such as 2g.")
  private Optional<String> memory = Optional.empty();

  private final Map<Setting, String> said = new LinkedHashMap<>();

  /** Adds the options of the systems to a command. */
  static final class OfSystems implements IModelTransformer {
    @Override
    public CommandSpec transform(CommandSpec command) {
      ServerOptions options =
          command.mixins().values().stream()
              .map(CommandSpec::userObject)
              .filter(ServerOptions.class::isInstance)
              .map(ServerOptions.class::cast)
              .findFirst()
              .orElseThrow();
      Systems.settings().forEach(setting -> command.addOption(option(setting, options.said)));
      return command;
    }

    private static OptionSpec option(Setting setting, Map<Setting, String> said) {
      return OptionSpec.builder(setting.option())
          .type(String.class)
          .paramLabel(setting.label())
          .description(setting.description())
          .setter(
              new ISetter() {
                @Override
                public <T> T set(T value) {
                  if (value == null) {
                    said.remove(setting);
                  } else {
                    said.put(setting, value.toString());
                  }
                  return value;
                }
              })
          .build();
    }
  }

  private ContainerOptions containers() {
    return new ContainerOptions(
        network, cpus, memory.map(size -> MemorySize.parse(size, "--server-memory")));
  }

  /** The request; its folder for logs is set by the run. */
  ServerRequest toRequest() {
    String prefix = "plumbline-" + UUID.randomUUID() + "-";
    return new ServerRequest(origin, said, containers(), Path.of(""), prefix);
  }
}
