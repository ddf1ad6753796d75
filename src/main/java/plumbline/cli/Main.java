package plumbline.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import plumbline.run.plan.Versions;
import plumbline.system.Systems;

/** The program: {@code java -jar target/benchmarks.jar COMMAND}. */
@Command(
    name = "plumbline",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RunCommand.class,
      CheckCommand.class,
      ReportCommand.class,
      CompareCommand.class,
      HistoryCommand.class,
      ExportCommand.class,
      ListCommand.class,
      DoctorCommand.class
    })
public final class Main implements Runnable {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show stack traces and what the clients log.")
  private boolean verbose;

  /** The program's version, for {@code --version}. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"plumbline " + Versions.plumbline()};
    }
  }

  /** Runs one command and ends the JVM with its exit code. */
  public static void main(String[] args) {
    System.exit(execute(args));
  }

  /** The commands with their options. */
  static CommandLine commandLine() {
    return new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true);
  }

  /** Runs one command and returns its exit code, see {@link ExitCode}. */
  static int execute(String... args) {
    quietClients(args);
    CommandLine commandLine = commandLine();
    commandLine
        .getCommandSpec()
        .usageMessage()
        .description(
            "Measures "
                + Systems.titles()
                + " where you run them, and judges what people say of them.");
    commandLine.setParameterExceptionHandler(Problems::badArguments);
    commandLine.setExecutionExceptionHandler(Problems::failed);
    try {
      return commandLine.execute(args);
    } catch (Error e) {
      // Picocli lets errors through, and the JVM's own exit code would read as an answer.
      System.err.println("plumbline: unexpected: " + e);
      if (List.of(args).contains("--verbose")) {
        e.printStackTrace();
      }
      return ExitCode.COULD_NOT_MEASURE;
    } finally {
      System.out.flush();
    }
  }

  /** Without a command there is nothing to do, and the user should see what there is. */
  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
  }

  boolean isVerbose() {
    return verbose;
  }

  /** The clients log every refused connection; a user gets one line from us instead. */
  private static void quietClients(String... args) {
    String level = List.of(args).contains("--verbose") ? "info" : "off";
    System.setProperty(
        "org.slf4j.simpleLogger.defaultLogLevel",
        System.getProperty("org.slf4j.simpleLogger.defaultLogLevel", level));
  }
}
