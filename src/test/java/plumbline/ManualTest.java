package plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.claim.Claim;
import plumbline.claim.ClaimsFile;
import plumbline.claim.Judge;
import plumbline.claim.Reading;
import plumbline.claim.Selector;
import plumbline.claim.Verdict;
import plumbline.compare.Compare;
import plumbline.compare.Observation;
import plumbline.compare.Settings;
import plumbline.report.compare.SelfTestPage;
import plumbline.result.RunData;
import plumbline.run.plan.PlanFile;
import plumbline.schema.FileSchema;
import plumbline.statistics.MannWhitney;
import plumbline.testing.Golden;
import plumbline.testing.MadeRun;
import plumbline.testing.MadeSeries;
import plumbline.testing.MadeSettings;

/** What the manual says is so: its keys, its codes, its examples and its links. */
class ManualTest {
  private static final Path MANUAL =
      Path.of(System.getProperty("plumbline.basedir", "."), "src/site/markdown");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

  @TempDir private Path folder;

  private static String page(String name) {
    return Golden.read(MANUAL.resolve(name));
  }

  private static Stream<String> keys(Class<?> type) {
    return Arrays.stream(type.getRecordComponents()).map(ManualTest::key);
  }

  private static String key(RecordComponent component) {
    return Optional.ofNullable(component.getAccessor().getAnnotation(JsonProperty.class))
        .map(JsonProperty::value)
        .orElse(component.getName());
  }

  @Test
  void everyKeyOfAPlanStandsThere() {
    assertThat(
            Stream.of(PlanFile.class, PlanFile.Selection.class, PlanFile.Native.class)
                .flatMap(ManualTest::keys))
        .allSatisfy(key -> assertThat(page("plans.md")).contains("`" + key + "`"));
  }

  @Test
  void everyPlanThatComesAlongStandsThere() {
    assertThat(PlanFile.names())
        .allSatisfy(name -> assertThat(page("plans.md")).contains("| `" + name + "` |"));
  }

  @Test
  void everyKeyAndKindOfAClaimStandsThere() {
    assertThat(
            Stream.concat(
                Stream.of(Claim.class, Reading.class, Selector.class).flatMap(ManualTest::keys),
                Arrays.stream(Claim.Kind.values())
                    .map(kind -> kind.name().toLowerCase(Locale.ROOT))))
        .allSatisfy(key -> assertThat(page("claims.md")).contains("`" + key + "`"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void everyExitCodeStandsThere(int code) {
    assertThat(page("running.md")).contains("\n| " + code + " | ");
  }

  private Path example(String page, String name) throws IOException {
    Matcher yaml =
        Pattern.compile("<!-- " + name + ": example -->\n```yaml\n(.*?)```", Pattern.DOTALL)
            .matcher(page(page));
    assertThat(yaml.find()).isTrue();
    FileSchema schema = name.equals("plan") ? FileSchema.PLAN : FileSchema.CLAIMS;
    assertThat(schema.problems(yaml.group(1))).isEmpty();
    return Files.writeString(folder.resolve("mine.yaml"), yaml.group(1));
  }

  @Test
  void theExampleOfAClaimIsOne() throws IOException {
    ClaimsFile claims = ClaimsFile.load(example("claims.md", "claim"));

    assertThat(Judge.judge(MadeRun.quick(), claims).verdicts()).hasSize(1);
  }

  /** Of a run that has what the examples are about, each of them is decided. */
  @ParameterizedTest
  @ValueSource(strings = {"ratio", "paired", "continues"})
  void theOtherExamplesOfClaimsAreSome(String name) throws IOException {
    RunData run =
        new MadeRun()
            .add(
                MadeSeries.of("KafkaRoundTripBenchmark.roundTrip", "acks=all", "lingerMs=5"),
                6_120,
                0.12,
                2_000)
            .paced()
            .build();
    List<Verdict> verdicts =
        Judge.judge(run, ClaimsFile.load(example("claims.md", name))).verdicts();

    assertThat(verdicts).isNotEmpty().allMatch(Verdict::isMeasured);
  }

  /** What is said of starts is what the gate does. */
  @Test
  void theNumberOfStartsIsThatOfTheGate() {
    assertThat(page("compare.md"))
        .contains(
            "**A decision takes "
                + Observation.LEAST_STARTS
                + " starts of the servers a side at least; "
                + Observation.ENOUGH_STARTS
                + " are enough in most cases.**");
    String[] rows = cells("rows");
    String[] gate = cells("gate, `--alpha` " + Settings.GATE_ALPHA);
    for (int i = 0; i < rows.length; i++) {
      double level = Settings.GATE_ALPHA / Integer.parseInt(rows[i]);
      int few = Math.max(Observation.LEAST_STARTS, MannWhitney.smallestSize(level, false));
      int many = Math.max(Observation.LEAST_STARTS, MannWhitney.smallestSize(level, true));
      assertThat(gate[i]).isEqualTo(few == many ? "" + few : few + " to " + many);
    }
  }

  private static String[] cells(String head) {
    return page("compare.md")
        .lines()
        .filter(line -> line.startsWith("| " + head + " |"))
        .findFirst()
        .orElseThrow()
        .replaceFirst("\\| .*? \\| ", "")
        .replaceFirst(" \\|$", "")
        .split(" \\| ");
  }

  @Test
  void theExampleOfAPlanIsOne() throws IOException {
    PlanFile.Named plan = PlanFile.load(example("plans.md", "plan").toString());

    assertThat(plan.plan().benchmarks()).hasSize(1);
  }

  @Test
  void theJobToCopyIsTheOneThatRunsHere() throws IOException {
    Matcher job =
        Pattern.compile(
                "<!-- job: begin -->\n```yaml\n.*?jobs:\n(.*?)```\n<!-- job: end -->",
                Pattern.DOTALL)
            .matcher(page("ci.md"));

    assertThat(job.find()).isTrue();
    assertThat(job.group(1)).contains(".ci/alternate").contains("compare ");
    assertThat(Files.readString(MANUAL.resolve("../../../.github/workflows/plumbline.yml")))
        .contains(job.group(1));
  }

  @Test
  void theSelfTestIsThatOfTheRoundsBesideTheTests() throws Exception {
    Path rounds =
        Path.of(ManualTest.class.getResource("/plumbline/compare/quick-20-rounds.csv").toURI());
    Golden.assertShown(
        "src/site/markdown/compare.md",
        "self-test",
        Golden.terminal(
            SelfTestPage.text(
                Compare.selfTest(List.of(rounds.toString()), MadeSettings.strict(), 1_000, 1))));
  }

  @Test
  void noLinkLeadsNowhere() {
    List<String> dead = new ArrayList<>();
    for (Path page : Golden.pages()) {
      Matcher link = LINK.matcher(Golden.read(page));
      while (link.find()) {
        String target = link.group(1);
        if (!target.startsWith("http") && !leadsSomewhere(page, target)) {
          dead.add(page.getFileName() + ": " + target);
        }
      }
    }
    assertThat(dead).isEmpty();
  }

  private static boolean leadsSomewhere(Path page, String target) {
    String[] parts = target.split("#", 2);
    Path file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
    return Files.exists(file) && (parts.length == 1 || anchors(file).contains(parts[1]));
  }

  /** As those who show Markdown make them from headings. */
  private static List<String> anchors(Path page) {
    return Golden.read(page)
        .lines()
        .filter(line -> line.matches("#+ .*"))
        .map(
            line ->
                line.replaceFirst("#+ ", "")
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^a-z0-9 _-]", "")
                    .replace(' ', '-'))
        .toList();
  }
}
