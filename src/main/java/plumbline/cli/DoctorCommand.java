package plumbline.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import plumbline.problem.CannotMeasureException;
import plumbline.run.Check;
import plumbline.run.Doctor;
import plumbline.server.docker.DockerEngine;

/** Says what this machine can measure and what it lacks. */
@Command(
    name = "doctor",
    description = "Say what this machine can measure, and what it lacks.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  @Option(
      names = "--watch",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description = "How long to watch for pauses of the platform (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Override
  public Integer call() {
    Doctor doctor =
        Doctor.ofThisMachine(
            DoctorCommand::containers, Path.of("results"), Duration.ofSeconds(seconds));
    System.out.print(DoctorText.of(doctor.examine()));
    System.out.flush();
    return ExitCode.DONE;
  }

  private static Check containers() {
    try {
      return Check.ok("Container engine", "answers at " + DockerEngine.find().address());
    } catch (CannotMeasureException e) {
      return Check.missing(
          "Container engine", e.getMessage(), "Servers run as processes; that needs no engine.");
    }
  }
}
