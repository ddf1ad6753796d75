package plumbline.cli;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import plumbline.claim.ClaimsFile;
import plumbline.report.words.Wording;
import plumbline.run.plan.BenchmarkCatalog;
import plumbline.run.plan.PlanFile;

/** Shows what there is to run and to judge. */
@Command(
    name = "list",
    description = "Show the benchmarks, plans and claims.",
    mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    PrintStream out = System.out;
    out.println("Benchmarks (run --only REGEX), with their parameters (-p name=v1,v2)");
    for (BenchmarkCatalog.Entry entry : BenchmarkCatalog.load().entries()) {
      String params =
          entry.params().entrySet().stream()
              .map(param -> param.getKey() + "=" + String.join(",", param.getValue()))
              .collect(Collectors.joining(" "));
      out.println(("  " + pad(entry.name(), 34) + params).stripTrailing());
    }
    out.println();
    out.println("Plans (run PLAN), also any YAML file");
    for (String name : PlanFile.names()) {
      PlanFile plan = PlanFile.load(name).plan();
      out.println(
          "  "
              + pad(name, 10)
              + Wording.counted(plan.rounds(), "round")
              + ": "
              + plan.description());
    }
    out.println();
    out.println("Claims (run PLAN --claims NAME, check RUN --claims NAME), also any YAML file");
    for (String name : ClaimsFile.names()) {
      out.println("  " + name);
      ClaimsFile.load(name)
          .claims()
          .forEach(claim -> out.println("    " + claim.id() + ": " + claim.statement()));
    }
    return ExitCode.DONE;
  }

  private static String pad(String text, int width) {
    return text.length() >= width ? text + " " : text + " ".repeat(width - text.length());
  }
}
