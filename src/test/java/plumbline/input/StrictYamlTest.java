package plumbline.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.problem.BadInputException;
import plumbline.schema.FileSchema;

class StrictYamlTest {
  enum Color {
    RED,
    BLUE
  }

  record Inner(String name, Duration warmup, OptionalInt forks) {}

  record Outer(
      String name,
      int rounds,
      Optional<Color> color,
      List<Inner> entries,
      Map<String, List<String>> params,
      boolean quick) {
    Outer {
      if (rounds < 1) {
        throw new IllegalArgumentException("rounds must be at least 1, not " + rounds);
      }
    }
  }

  private static final String GOOD =
      """
      name: a plan
      rounds: 5
      color: blue
      quick: true
      entries:
        - name: one
          warmup: 2 s
      params:
        acks: [all, 1]
      """;

  private static final FileSchema SCHEMA = FileSchema.ofYaml(Outer.class);

  @TempDir Path folder;

  private static Outer parse(String text) {
    return StrictYaml.parse("plan.yaml", text.getBytes(StandardCharsets.UTF_8), Outer.class)
        .value();
  }

  /** By the parser, and by the schema that the same record has. */
  private static void assertRefused(String text, String message) {
    assertThatThrownBy(() -> parse(text)).isInstanceOf(BadInputException.class).hasMessage(message);
    assertThat(SCHEMA.problems(text)).as(text).isNotEmpty();
  }

  @Test
  void recordsAreReadWithDurationsAndOptionals() {
    assertThat(SCHEMA.problems(GOOD)).isEmpty();
    assertThat(parse(GOOD))
        .isEqualTo(
            new Outer(
                "a plan",
                5,
                Optional.of(Color.BLUE),
                List.of(new Inner("one", Duration.ofSeconds(2), OptionalInt.empty())),
                Map.of("acks", List.of("all", "1")),
                true));
  }

  @Test
  void absentOptionalsListsAndMapsAreEmpty() {
    assertThat(parse("name: x\nrounds: 1\nquick: false\n"))
        .isEqualTo(new Outer("x", 1, Optional.empty(), List.of(), Map.of(), false));
  }

  @Test
  void unknownKeyIsNamedWithItsPlaceTheKnownOnesAndAGuess() {
    assertRefused(
        GOOD.replace("    warmup: 2 s", "    wramup: 2 s"),
        "plan.yaml:7:5: unknown key 'wramup'; known: name, warmup, forks (did you mean warmup?)");
  }

  @Test
  void unknownKeyIsNamedBeforeWhatTheRecordFindsWrong() {
    assertRefused(
        GOOD.replace("rounds: 5", "rounds: 0") + "speed: 3\n",
        "plan.yaml:10:1: unknown key 'speed';"
            + " known: name, rounds, color, entries, params, quick");
  }

  @Test
  void missingKeyIsNamedWithThePlaceOfItsGroup() {
    assertRefused(
        GOOD.replace("    warmup: 2 s\n", ""), "plan.yaml:6:5: the key 'warmup' is missing");
    assertRefused("name: x\nquick: true\n", "plan.yaml:1:1: the key 'rounds' is missing");
  }

  @Test
  void keyWithoutValueIsRefused() {
    assertRefused(GOOD.replace("a plan", ""), "plan.yaml:1:1: the key 'name' has no value");
  }

  @Test
  void repeatedKeyIsRefused() {
    assertRefused(GOOD + "rounds: 6\n", "plan.yaml:10:1: the key 'rounds' is given twice");
  }

  @Test
  void wrongTypesAreRefused() {
    assertRefused(
        GOOD.replace("rounds: 5", "rounds: five"),
        "plan.yaml:2:9: 'rounds' must be a whole number, not 'five'");
    assertRefused(
        GOOD.replace("rounds: 5", "rounds: 5.5"),
        "plan.yaml:2:9: 'rounds' must be a whole number, not '5.5'");
    assertRefused(
        GOOD.replace("rounds: 5", "rounds: ''"),
        "plan.yaml:2:9: 'rounds' must be a whole number, not ''");
    assertRefused(
        GOOD.replace("quick: true", "quick: 1"),
        "plan.yaml:4:8: 'quick' must be true or false, not '1'");
    assertRefused(
        GOOD.replace("color: blue", "color: green"),
        "plan.yaml:3:8: 'color' must be one of red, blue, not 'green'");
    assertRefused(
        GOOD.replace("quick: true", "quick: maybe"),
        "plan.yaml:4:8: 'quick' must be true or false, not 'maybe'");
    assertRefused(
        GOOD.replace("name: a plan", "name: [a]"), "plan.yaml:1:7: 'name' must be a text");
    assertRefused(
        GOOD.replace("acks: [all, 1]", "acks: all"),
        "plan.yaml:9:9: 'acks' must be a list, not 'all'");
    assertRefused("- a\n- b\n", "plan.yaml:1:1: the file must be a group of keys with values");
  }

  @Test
  void durationNeedsAKnownUnit() {
    assertRefused(
        GOOD.replace("2 s", "2 parsecs"),
        "plan.yaml:7:13: warmup: unknown unit 'parsecs' in '2 parsecs';"
            + " known units: ns, us, ms, s, min");
    assertRefused(
        GOOD.replace("2 s", "2"),
        "plan.yaml:7:13: warmup: '2' has no unit; known units: ns, us, ms, s, min");
  }

  @Test
  void checksOfTheRecordItselfGetThePlaceInFront() {
    assertThatThrownBy(() -> parse(GOOD.replace("rounds: 5", "rounds: 0")))
        .isInstanceOf(BadInputException.class)
        .hasMessage("plan.yaml:1:1: rounds must be at least 1, not 0");
  }

  @Test
  void brokenYamlIsOneLineWithItsPlace() {
    assertThatThrownBy(() -> parse("name: [a\nrounds: 5\n"))
        .isInstanceOf(BadInputException.class)
        .hasMessageMatching("plan\\.yaml:2:7: not valid YAML: [^\\n]+");
    assertThatThrownBy(() -> parse("\tname: a\n"))
        .isInstanceOf(BadInputException.class)
        .hasMessageMatching("plan\\.yaml:1:1: not valid YAML: [^\\n]+");
  }

  @Test
  void emptyFileAliasAndSecondDocumentAreRefused() {
    assertRefused("# nothing\n", "plan.yaml:1:1: the file is empty");
    assertRefused(
        "name: &n x\nrounds: 1\nquick: *n\n",
        "plan.yaml:3:8: aliases (*name) are not supported, write it out");
    assertThatThrownBy(() -> parse(GOOD + "---\nname: b\n"))
        .isInstanceOf(BadInputException.class)
        .hasMessageMatching("plan\\.yaml:\\d+:\\d+: not valid YAML: [^\\n]+");
  }

  @Test
  void fileThatIsNotThereOrNotTextIsNamed() throws Exception {
    Path file = folder.resolve("plan.yaml");
    assertThatThrownBy(() -> StrictYaml.read(file, Outer.class))
        .isInstanceOf(BadInputException.class)
        .hasMessage(file + ": no such file");
    Files.write(file, new byte[] {'a', (byte) 0xff, (byte) 0xfe});
    assertThatThrownBy(() -> StrictYaml.read(file, Outer.class))
        .isInstanceOf(BadInputException.class)
        .hasMessage(file + ": is not UTF-8 text");
  }
}
