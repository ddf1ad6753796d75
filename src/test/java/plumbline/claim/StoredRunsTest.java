package plumbline.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.result.Finding;
import plumbline.result.RunData;
import plumbline.result.Series;
import plumbline.result.Warning;
import plumbline.result.file.RunDirectory;

/**
 * Runs that older versions stored are read, and judged as those versions judged them. What they
 * said is in outcomes.txt beside each run, and is never brought up to date: where it differs, a
 * verdict on a stored run has changed.
 */
class StoredRunsTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("plumbline.basedir", "."), "src/test/resources/plumbline/claim");
  private static final ClaimsFile CLAIMS = ClaimsFile.load(FOLDER.resolve("claims.yaml"));

  @TempDir private Path scratch;

  @ParameterizedTest
  @ValueSource(strings = {"schema-1", "schema-2"})
  void aStoredRunIsJudgedAsItWasThen(String name) throws IOException {
    RunData run = RunDirectory.open(FOLDER.resolve(name)).load();
    String then = Files.readString(FOLDER.resolve(name).resolve("outcomes.txt"));

    assertThat(String.join("\n", outcomes(run)) + "\n").isEqualTo(then);
    // All series at once give the same as each alone.
    assertThat(
            Judge.judge(run, CLAIMS).verdicts().stream()
                .filter(Verdict::isMeasured)
                .map(verdict -> line(verdict.claim(), "", verdict)))
        .containsExactlyInAnyOrderElementsOf(
            then.lines().map(line -> line.replaceFirst(" \\| [^|]+ \\|", " |  |")).toList());
  }

  /** Series by series, so that a line names what was judged whatever a verdict says of it. */
  private static List<String> outcomes(RunData run) {
    List<String> lines = new ArrayList<>();
    for (Claim claim : CLAIMS.claims()) {
      for (Series one : run.series()) {
        if (claim.kind() == Claim.Kind.BAND) {
          add(lines, claim, one.tag(), only(run, List.of(one)));
        } else {
          for (Series other : run.series()) {
            if (claim.numerator().orElseThrow().matches(one)
                && claim.denominator().orElseThrow().matches(other)) {
              add(lines, claim, one.tag() + " / " + other.tag(), only(run, List.of(one, other)));
            }
          }
        }
      }
    }
    return lines;
  }

  private static void add(List<String> lines, Claim claim, String series, RunData run) {
    Judge.judge(run, new ClaimsFile("one", List.of(claim), Optional.empty())).verdicts().stream()
        .filter(Verdict::isMeasured)
        .forEach(verdict -> lines.add(line(claim.id(), series, verdict)));
  }

  private static String line(String claim, String series, Verdict verdict) {
    return String.join(
        " | ",
        claim,
        series,
        verdict.metric().text(),
        verdict.outcome().toString(),
        verdict.inside() + " in, " + verdict.outside() + " out of " + verdict.rounds());
  }

  private static RunData only(RunData run, List<Series> series) {
    return new RunData(
        run.manifest(),
        run.rows().stream().filter(row -> series.contains(row.series())).toList(),
        run.rounds().stream().filter(round -> series.contains(round.series())).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"schema-1", "schema-2"})
  void itsStoredVerdictsAreReadAndSayWhatTheySaid(String name) throws IOException {
    Path folder = FOLDER.resolve(name);
    Path file = folder.resolve("verdicts.json");
    List<Tuple> said = new ArrayList<>();
    for (JsonNode verdict : new ObjectMapper().readTree(file.toFile()).get("verdicts")) {
      said.add(
          tuple(
              verdict.get("claim").asText(),
              verdict.get("metric").asText(),
              name.equals("schema-2") && isDecidedSince(verdict)
                  ? "HOLDS"
                  : verdict.get("outcome").asText()));
    }

    assertThat(JudgementFile.read(file, RunDirectory.open(folder).load()).verdicts())
        .extracting(Verdict::claim, verdict -> verdict.metric().text(), one -> one.outcome().name())
        .isEqualTo(said);
  }

  /** Lag used to leave a figure open that stays on its side without it. */
  private static boolean isDecidedSince(JsonNode verdict) {
    return verdict.get("claim").asText().equals("kafka-milliseconds-under-load")
        && verdict.get("metric").asText().equals("p99");
  }

  /** Each reason that schema 2 knows, in round 1 of a series that otherwise keeps to its bounds. */
  @Test
  void everyReasonOfSchemaTwoMeansWhatItMeantThen() throws IOException {
    Path stored = FOLDER.resolve("schema-2");
    List<String> csv = Files.readAllLines(stored.resolve("results.csv"));
    for (String file : List.of("run.json", "histograms.hlog")) {
      Files.copy(stored.resolve(file), scratch.resolve(file));
    }
    List<String> reasons = Files.readAllLines(stored.resolve("reasons.txt"));
    for (String line : reasons.subList(1, reasons.size())) {
      String[] cells = line.split(" ?\\| ?", -1);
      Files.write(
          scratch.resolve("results.csv"),
          csv.stream().map(row -> changed(row, cells[0], cells[3])).toList());

      RunData run = RunDirectory.open(scratch).load();

      assertThat(
              Judge.judge(run, CLAIMS).verdicts().stream()
                  .filter(verdict -> verdict.claim().equals("redis-microseconds"))
                  .filter(verdict -> verdict.subjects().get(0).series().operation().equals("INCR"))
                  .filter(verdict -> verdict.metric().text().equals("p50"))
                  .map(verdict -> verdict.outcome().toString()))
          .as(line)
          .containsExactly(cells[1]);
      assertThat(
              run.rows().stream()
                  .filter(
                      row -> row.series().operation().equals("INCR") && row.round().orElse(0) == 1)
                  .filter(row -> row.metric().text().equals("p50"))
                  .flatMap(row -> row.warnings().stream())
                  .map(Finding::warning)
                  .sorted()
                  .map(Warning::name)
                  .collect(Collectors.joining(" ")))
          .as(line)
          .isEqualTo(cells[2]);
    }
  }

  /** The row with this reason, if it is that of the first median of INCR. */
  private static String changed(String row, String valid, String reason) {
    return row.replaceFirst(
        "(,INCR,.*,1,p50,[^,]+,us,\\d+),true,[^,]*,",
        "$1," + valid + ",\"" + reason.replace("\"", "\"\"") + "\",");
  }
}
