package plumbline.run.machine;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import plumbline.input.Processors;
import plumbline.problem.BadInputException;
import plumbline.problem.CannotMeasureException;
import plumbline.system.process.ProgramPath;

/**
 * Which processors forks and which servers may use, so that neither is moved or takes the other's
 * place.
 *
 * @param client the processors of forks
 * @param server those of every server
 */
public record Pinning(Processors client, Processors server) {
  private static final String OPTION = "--pin";

  /**
   * Reads {@code client=0} and {@code server=1}, in any order.
   *
   * @throws BadInputException if it is something else, or a processor is none that this program may
   *     use
   * @throws CannotMeasureException if nothing can be pinned here
   */
  public static Pinning of(List<String> sides) {
    LinuxFiles files = new LinuxFiles(Path.of("/"));
    Pinning pinning = parse(sides);
    if (!files.has("proc/self/status") || ProgramPath.ofEnvironment().find("taskset").isEmpty()) {
      throw new CannotMeasureException(
          OPTION + " needs Linux with taskset on the PATH (package util-linux)");
    }
    pinning.check(new TreeSet<>(files.allowedProcessors()));
    return pinning;
  }

  static Pinning parse(List<String> sides) {
    Map<String, Processors> parts = new TreeMap<>();
    for (String side : sides) {
      String[] words = side.split("=", 2);
      if (words.length == 2) {
        parts.put(words[0], Processors.of(words[1], OPTION + " " + words[0]));
      }
    }
    if (!parts.keySet().equals(new TreeSet<>(List.of("client", "server")))) {
      throw new BadInputException(
          OPTION
              + " takes client=CPUS server=CPUS, such as "
              + OPTION
              + " client=0 server=1, not '"
              + String.join(" ", sides)
              + "'");
    }
    return new Pinning(parts.get("client"), parts.get("server"));
  }

  void check(SortedSet<Integer> allowed) {
    SortedSet<Integer> all = new TreeSet<>(client.numbers());
    all.addAll(server.numbers());
    all.removeAll(allowed);
    if (!all.isEmpty()) {
      throw new BadInputException(
          OPTION
              + ": processor "
              + all.first()
              + " is none that this program may use; there are "
              + String.join(", ", allowed.stream().map(String::valueOf).toList()));
    }
  }

  /** As a parameter of series, such as {@code client:0/server:1}. */
  public String text() {
    return "client:" + client.text() + "/server:" + server.text();
  }
}
