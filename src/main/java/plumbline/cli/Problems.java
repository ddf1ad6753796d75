package plumbline.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import plumbline.problem.BadInputException;
import plumbline.problem.CannotMeasureException;

/** Turns what went wrong into one line and an exit code. */
final class Problems {
  private Problems() {}

  /** The command line itself is wrong. */
  static int badArguments(CommandLine.ParameterException problem, String[] args) {
    CommandLine commandLine = problem.getCommandLine();
    PrintWriter err = commandLine.getErr();
    String message = problem.getMessage().lines().findFirst().orElse("bad arguments");
    StringBuilder line = new StringBuilder("plumbline: ").append(message);
    if (problem instanceof CommandLine.UnmatchedArgumentException unmatched
        && !unmatched.getSuggestions().isEmpty()) {
      line.append("; did you mean '").append(unmatched.getSuggestions().get(0)).append("'?");
    }
    line.append(" (see `").append(commandLine.getCommandSpec().qualifiedName()).append(" --help`)");
    err.println(line);
    err.flush();
    return ExitCode.BAD_INPUT;
  }

  /** The command failed. */
  static int failed(
      Exception problem, CommandLine commandLine, CommandLine.ParseResult parseResult) {
    PrintWriter err = commandLine.getErr();
    boolean known =
        problem instanceof BadInputException || problem instanceof CannotMeasureException;
    String message = known ? problem.getMessage() : "unexpected: " + problem;
    err.println("plumbline: " + message.lines().findFirst().orElse(problem.toString()));
    if (commandLine.getCommandSpec().root().userObject() instanceof Main main && main.isVerbose()) {
      problem.printStackTrace(err);
    } else if (!known) {
      err.println("plumbline: --verbose shows where; please report it");
    }
    err.flush();
    return problem instanceof BadInputException ? ExitCode.BAD_INPUT : ExitCode.COULD_NOT_MEASURE;
  }
}
