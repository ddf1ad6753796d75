package plumbline.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static plumbline.testing.MadeSeries.GET;
import static plumbline.testing.MadeSeries.ROUND_TRIP;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.problem.BadInputException;
import plumbline.result.Metric;
import plumbline.result.Series;
import plumbline.schema.FileSchema;
import plumbline.testing.MadeRows;
import plumbline.testing.Told;

/** A claim whose words can be read in two ways gets a verdict for each. */
class ReadingTest {
  private static final Optional<String> WRITTEN = Optional.of("a figure in milliseconds");
  private static final Optional<String> NEAREST = Optional.of("the nearest power of ten");

  private static final ClaimsFile ARTICLE = ClaimsFile.load("article");

  @TempDir private Path folder;

  private static MadeRows median(Series series, double micros) {
    return new MadeRows()
        .values(series, Metric.P50, micros, micros, micros, micros, micros)
        .quiet(series, 5);
  }

  private static List<Verdict> medians(MadeRows rows, String claim) {
    return Judge.judge(rows.run(), ARTICLE).verdicts().stream()
        .filter(verdict -> verdict.claim().equals(claim) && verdict.metric() == Metric.P50)
        .toList();
  }

  @Test
  void aRoundTripOfAThirdOfAMillisecondIsMillisecondsByOneReadingOnly() {
    List<Verdict> verdicts = medians(median(ROUND_TRIP, 350), "kafka-milliseconds");

    assertThat(verdicts).extracting(Verdict::reading).containsExactly(WRITTEN, NEAREST);
    assertThat(verdicts)
        .extracting(Verdict::outcome)
        .containsExactly(Outcome.REFUTED, Outcome.HOLDS);
    assertThat(verdicts)
        .extracting(verdict -> Told.distance(verdict))
        .containsExactly("2.9 times below 1 ms", "1.1 times above 316 us");
    assertThat(Reading.together(verdicts)).isEqualTo(Outcome.HOLDS);
  }

  @Test
  void sixtyMicrosecondsAreMicrosecondsByOneReadingOnly() {
    List<Verdict> verdicts = medians(median(GET, 60), "redis-microseconds");

    assertThat(verdicts)
        .extracting(Verdict::outcome)
        .containsExactly(Outcome.HOLDS, Outcome.REFUTED);
    assertThat(verdicts)
        .extracting(verdict -> Told.distance(verdict))
        .containsExactly("17 times below 1 ms", "19 times above 3.16 us");
  }

  @Test
  void theDistanceIsToTheBoundThatWasMissedOrThatWouldBeCrossedFirst() {
    assertThat(medians(median(ROUND_TRIP, 350), "kafka-milliseconds").get(0).distance())
        .contains(new Distance(1_000 / 350.0, true, false));
    assertThat(medians(median(ROUND_TRIP, 500_000), "kafka-milliseconds").get(0).distance())
        .contains(new Distance(2, false, false));
    assertThat(medians(median(ROUND_TRIP, 1_000), "kafka-milliseconds").get(0).distance())
        .contains(new Distance(1, true, true));
    assertThat(
            Told.distance(
                medians(median(ROUND_TRIP, 1_000), "kafka-milliseconds").toArray(Verdict[]::new)))
        .isEqualTo("at 1 ms and 3.2 times below 3.16 ms");
    assertThat(medians(median(ROUND_TRIP, 0), "kafka-milliseconds").get(0).distance()).isEmpty();
  }

  @Test
  void theHeadlineTellsTheOtherReadingWhereItComesToSomethingElse() {
    MadeRows rows =
        median(ROUND_TRIP, 350)
            .values(ROUND_TRIP, Metric.P99, 2_000, 2_000, 2_000, 2_000, 2_000)
            .quiet(ROUND_TRIP, 5);
    List<Verdict> verdicts =
        Judge.judge(rows.run(), ARTICLE).verdicts().stream().filter(Verdict::isMeasured).toList();

    assertThat(Told.headline(verdicts))
        .isEqualTo(
            "Kafka's latency is on the order of milliseconds: as a figure in milliseconds: REFUTED"
                + " at the median (350 µs, 2.9 times below 1 ms), HOLDS at p99 (2 ms, 2 times above"
                + " 1 ms) for Kafka round trip (client); as the nearest power of ten: HOLDS at the"
                + " median (1.1 times above 316 us) for Kafka round trip (client).");
  }

  @Test
  void readingsThatAgreeAreNotTold() {
    List<Verdict> verdicts = medians(median(ROUND_TRIP, 2_000), "kafka-milliseconds");

    assertThat(verdicts).extracting(Verdict::outcome).containsOnly(Outcome.HOLDS);
    assertThat(Reading.told(verdicts)).containsExactly(verdicts.get(0));
    assertThat(Told.headline(verdicts)).doesNotContain("power of ten").doesNotContain("figure in");
  }

  @Test
  void aFigureIsRefutedOnlyIfItIsByEveryReading() {
    List<Verdict> far = medians(median(ROUND_TRIP, 100), "kafka-milliseconds");

    assertThat(far).extracting(Verdict::outcome).containsOnly(Outcome.REFUTED);
    assertThat(Reading.together(far)).isEqualTo(Outcome.REFUTED);
  }

  @Test
  void theFileTellsReadingAndDistanceAndIsReadBack() throws IOException {
    MadeRows rows = median(ROUND_TRIP, 350);
    Judgement judgement = Judge.judge(rows.run(), ARTICLE);
    Path file = folder.resolve("verdicts.json");
    JudgementFile.write(file, judgement, "");

    assertThat(Files.readString(file))
        .contains("\"reading\": \"the nearest power of ten\"")
        .contains("\"continues\": \"kafka-milliseconds\"")
        .containsPattern("\"distance\": \\{\\s+\"factor\": 2.857[0-9]+,\\s+\"lower\": true,");
    assertThat(JudgementFile.read(file, rows.run())).isEqualTo(judgement);
    assertThat(FileSchema.VERDICTS.problems(Files.readString(file))).isEmpty();
  }

  @Test
  void aFileOfVersionTwoToldNoneOfThatAndIsReadAsItIs() throws IOException {
    MadeRows rows = median(ROUND_TRIP, 350);
    Judgement judgement = Judge.judge(rows.run(), Claims.of(Claims.band("p50", "below: 1 ms")));
    Path file = folder.resolve("verdicts.json");
    JudgementFile.write(file, judgement, "");
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode document = (ObjectNode) mapper.readTree(file.toFile());
    document.put("schema", 2);
    for (JsonNode verdict : document.get("verdicts")) {
      ((ObjectNode) verdict).remove(List.of("reading", "continues", "distance"));
    }
    mapper.writeValue(file.toFile(), document);

    assertThat(JudgementFile.read(file, rows.run())).isEqualTo(judgement);
  }

  private static String claim(String bounds) {
    return Claims.band("p50", bounds);
  }

  private static void assertRefused(String bounds, String message) {
    assertThatThrownBy(() -> Claims.of(claim(bounds)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(message);
  }

  @Test
  void wrongReadingsAreRefused() {
    assertRefused(
        "below: 1 ms\n    readings: [{name: strict, below: 1 us}]",
        "a-band: bounds belong either to the claim or to its readings, not to both");
    assertRefused(
        "readings: [{name: strict, below: 1 us}, {name: strict, below: 1 ms}]",
        "a-band: the reading 'strict' is given twice");
    assertRefused("readings: [{name: ' ', below: 1 us}]", "a-band: a reading needs a name");
    assertRefused(
        "readings: [{name: strict}]", "a-band: reading 'strict': a bound is missing: at_least");
    assertRefused(
        "readings: [{name: strict, at_least: 2 ms, below: 1 ms}]",
        "a-band: reading 'strict': the lower bound 2 ms is not below the upper bound 1 ms");
    assertRefused("readings: [{name: strict, under: 1 ms}]", "unknown key 'under'");
    assertRefused("readings: [{below: 1 ms}]", "name");
    assertRefused("readings: []", "a-band: a bound is missing");
  }

  @Test
  void aClaimContinuesAnotherOfItsFile() {
    assertRefused(
        "below: 1 ms\n    continues: a-bend",
        "a-band: continues a-bend, which is no other claim of this file");
    assertRefused("below: 1 ms\n    continues: a-band", "a-band: continues a-band, which is no");
    String more =
        """
          - {id: b-band, statement: so, kind: band, select: {}, metric: p50, below: 1 s%s}
          - {id: c-band, statement: so, kind: band, select: {}, metric: p50, below: 1 s%s}
        """;
    assertThatThrownBy(
            () -> Claims.of(claim("below: 1 ms") + more.formatted(", continues: b-bant", "")))
        .hasMessageEndingWith("known: a-band, c-band (did you mean a-band?)");
    assertThatThrownBy(
            () ->
                Claims.of(
                    claim("below: 1 ms")
                        + more.formatted(", continues: a-band", ", continues: b-band")))
        .hasMessageEndingWith("c-band: continues b-band, which continues one itself: name a-band");
  }
}
