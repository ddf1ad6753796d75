package plumbline.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import plumbline.claim.ClaimsFile;
import plumbline.claim.Judge;
import plumbline.report.page.Format;
import plumbline.report.page.Text;
import plumbline.result.RunData;
import plumbline.result.Units;
import plumbline.testing.MadeRun;
import plumbline.testing.MadeSeries;

/** Question, answer and where it differs, in a line. */
class AnswersTest {
  private static List<String> answers(MadeRun made, Format format) {
    RunData run = made.build();
    return new Answers(new VerdictWords(Wording.USUAL, run))
        .of(Judge.judge(run, ClaimsFile.load("article")).verdicts()).stream()
            .map((Text line) -> line.words(format).replace(Units.NO_BREAK, ' '))
            .toList();
  }

  @Test
  void theMostFrequentAnswerComesFirstAndTheBoundSaysByWhichReading() {
    assertThat(answers(quick(), Format.TEXT))
        .containsExactly(
            "Kafka in milliseconds (>= 1 ms)? No: p50 241 to 414 µs. Yes with lingerMs=5.",
            "Redis in microseconds (< 1 ms)? Yes: p50 33.2 to 67.5 µs, p99 91.2 to 213 µs.",
            "Kafka slower than Redis? Yes: p50 5.77 to 6.15 times; 91.8 with lingerMs=5.",
            "Not measured in this run: ack-gap, kafka-milliseconds-under-load and 1 other.");
  }

  @Test
  void whereThereIsRoomOtherMetricsAndReadingsAreTold() {
    assertThat(answers(quick(), Format.HTML).get(0))
        .isEqualTo(
            "Kafka in milliseconds (>= 1 ms)? No: p50 241 to 414 µs. Yes: 5.64 to 6.12 ms with"
                + " lingerMs=5. p99: yes 1.73 to 2.11 ms with lingerMs=0. Read as the nearest power"
                + " of ten, 6 of 12 verdicts differ.");
  }

  /** Service and response times have no range in common: each claim has a line of its own. */
  @Test
  void aClaimOfAnotherLoadHasItsOwnLine() {
    assertThat(answers(quick().paced(), Format.TEXT))
        .endsWith(
            "Kafka under load in milliseconds (>= 1 ms)? No: p50 900 µs. p99: yes.",
            "Redis under load in microseconds (< 1 ms)? Yes: p50 90 µs, p99 247 µs.",
            "Not measured in this run: ack-gap.");
  }

  @Test
  void fewRoundsDecideNothingAndTheFiguresAreToldAllTheSame() {
    String line = "Redis in microseconds? Undecided: p50 33.2 to 67.5 µs, p99 91.2 to 213 µs";
    assertThat(answers(quick().rounds(3), Format.TEXT).get(1)).isEqualTo(line + ".");
    assertThat(answers(quick().rounds(3), Format.HTML).get(1))
        .isEqualTo(line + "; needs at least 5 rounds, has 3.");
  }

  @Test
  void aRunOfOtherThingsSaysSo() {
    assertThat(answers(new MadeRun().without("kafka").without("redis"), Format.TEXT))
        .containsExactly("Nothing that the claims speak about was measured in this run.");
  }

  private static MadeRun quick() {
    return new MadeRun()
        .add(
            MadeSeries.of("KafkaRoundTripBenchmark.roundTrip", "acks=all", "lingerMs=5"),
            6_120,
            0.12,
            2_000);
  }
}
