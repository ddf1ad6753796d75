package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.ParseResult;
import plumbline.report.words.Phrase;
import plumbline.run.plan.BenchmarkCatalog;
import plumbline.run.plan.PlanFile;
import plumbline.testing.Golden;

/** Every command that the README or the manual shows is one that the program takes. */
class ShownCommandsTest {
  private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
  private static final String PROGRAM = "java -jar target/benchmarks.jar ";

  /** What a sentence of the program tells to type. */
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

  /** A word, or what stands in quotes. */
  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

  record Shown(String page, String command) {
    @Override
    public String toString() {
      return page + ": " + command;
    }

    List<String> words() {
      List<String> words = new ArrayList<>();
      Matcher matcher = WORD.matcher(command);
      while (matcher.find() && !matcher.group().startsWith("#")) {
        words.add(
            Stream.of(matcher.group(1), matcher.group(2), matcher.group(3))
                .filter(group -> group != null)
                .findFirst()
                .orElseThrow());
      }
      return words;
    }
  }

  static List<Shown> commands() {
    List<Shown> commands = new ArrayList<>();
    for (Path page : Golden.pages()) {
      Matcher block = BLOCK.matcher(Golden.read(page));
      while (block.find()) {
        block
            .group(1)
            .replace("\\\n", " ")
            .lines()
            .filter(line -> line.startsWith(PROGRAM))
            .map(line -> new Shown(page.getFileName().toString(), line.substring(PROGRAM.length())))
            .forEach(commands::add);
      }
    }
    for (Phrase phrase : Phrase.values()) {
      Matcher quoted = QUOTED.matcher(phrase.text());
      while (quoted.find()) {
        String words = quoted.group(1);
        commands.add(
            new Shown(phrase.name(), words.startsWith("-") ? "compare BASE NEW " + words : words));
      }
    }
    return commands;
  }

  @ParameterizedTest
  @MethodSource("commands")
  void theProgramTakesIt(Shown shown) {
    String[] words = shown.words().toArray(String[]::new);
    assertThatCode(() -> Main.commandLine().parseArgs(words)).doesNotThrowAnyException();
    ParseResult command = Main.commandLine().parseArgs(words).subcommand();
    if (!command.commandSpec().name().equals("run")) {
      return;
    }
    String plan = command.matchedPositionalValue(0, "quick");
    assertThat(plan.endsWith(".yaml") || PlanFile.names().contains(plan)).as(plan).isTrue();
    if (command.hasMatchedOption("--only")) {
      Pattern only = Pattern.compile(command.matchedOption("--only").getValue().toString());
      assertThat(BenchmarkCatalog.load().entries())
          .anyMatch(benchmark -> only.matcher(benchmark.name()).find());
    }
  }

  @Test
  void thereAreSomeOnTheReadmeAndInTheManual() {
    assertThat(commands())
        .extracting(Shown::page)
        .contains("README.md", "running.md", "load.md", "ADVICE_TRACK");
  }
}
