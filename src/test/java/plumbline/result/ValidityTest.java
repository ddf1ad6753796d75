package plumbline.result;

import static org.assertj.core.api.Assertions.assertThat;
import static plumbline.testing.MadeRound.MICRO;
import static plumbline.testing.MadeRound.OPERATIONS;
import static plumbline.testing.MadeRound.SECOND;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.load.Load;
import plumbline.report.words.WarningWords;
import plumbline.testing.MadeRound;
import plumbline.testing.MadeSeries;

/** What disqualifies a round, each by itself. */
class ValidityTest {
  private static final int PROCESSORS = 2;

  private final MadeRound round = MadeRound.paced();

  private Optional<String> fault() {
    return Validity.fault(round.build(), PROCESSORS).map(WarningWords.USUAL::of);
  }

  @Test
  void aRoundInWhichAllWentWellIsValid() {
    assertThat(fault()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "WRONG, WRONG_ANSWERS, '3 of 10,000 operations had a wrong answer'",
    "LOST, MESSAGES_LOST, '3 of 10,000 operations were lost'",
    "DUPLICATED, MESSAGES_DUPLICATED, '3 of 10,000 operations arrived more than once'",
    "FAILED, OPERATIONS_FAILED, '3 of 10,000 operations failed or were not answered'",
  })
  void whatWentWrongWithAnOperationIsSaid(Count count, Warning warning, String reason) {
    round.with(count, 3);

    assertThat(fault()).hasValue(reason);
    assertThat(Validity.fault(round.build(), PROCESSORS).orElseThrow().has(warning)).isTrue();
    assertThat(warning.effect()).isEqualTo(Warning.Effect.FAILS);
  }

  @Test
  void reorderingIsCountedAndNoFault() {
    round.with(Count.REORDERED, 3);
    assertThat(fault()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"10.10, true", "10.102, false"})
  void theRateMustBeAchievedTo99Percent(double seconds, boolean valid) {
    round.with(Count.COMPLETION_TIME, Math.round(seconds * SECOND));

    assertThat(fault().isEmpty()).isEqualTo(valid);
    if (!valid) {
      assertThat(fault()).hasValue("98.99 % of the target rate was achieved");
    }
  }

  @Test
  void operationsThatNeverCompletedCountAgainstTheRate() {
    round.with(Count.COMPLETED, 9_000).with(Count.FAILED, 1_000);
    assertThat(fault())
        .hasValue(
            "1,000 of 10,000 operations failed or were not answered;"
                + " 90.00 % of the target rate was achieved");
  }

  @Test
  void aServerThatAnsweredNothingIsNotSilentlyLeftOut() {
    round.with(Count.COMPLETED, 0).with(Count.FAILED, OPERATIONS);
    assertThat(fault().orElseThrow())
        .contains("10,000 of 10,000 operations failed", "0.00 % of the target rate");
  }

  @ParameterizedTest
  @CsvSource({"199, true", "203, false"})
  void aBeginningThatIsMuchSlowerThanTheEndHasNotSettled(long micros, boolean valid) {
    round.without(HistogramKind.EARLY).with(HistogramKind.EARLY, micros * MICRO, OPERATIONS / 3);

    assertThat(fault().isEmpty()).isEqualTo(valid);
    if (!valid) {
      assertThat(fault())
          .hasValue(
              "the warm-up had not settled: p50 of the service time was 203 us in the first third"
                  + " and 100 us in the last");
    }
  }

  @Test
  void theTailOfASaturatedLoadIsThatOfItsSlicesAndTellsNothing() {
    Series series = MadeSeries.of("RedisPipelineBenchmark.get", Load.SATURATED);
    MadeRound saturated =
        new MadeRound(series, 1)
            .with(HistogramKind.LATENCY, Histograms.create())
            .with(HistogramKind.EARLY, 2 * MICRO, 98_000)
            .with(HistogramKind.EARLY, 200 * MICRO, 2_000)
            .with(HistogramKind.LATE, 2 * MICRO, 100_000)
            .with(Count.COMPLETED, 300_000)
            .throughput(500_000);
    assertThat(Validity.fault(saturated.build(), PROCESSORS)).isEmpty();

    saturated.with(HistogramKind.EARLY, 5 * MICRO, 200_000);
    assertThat(Validity.fault(saturated.build(), PROCESSORS).orElseThrow().has(Warning.NOT_SETTLED))
        .isTrue();
  }

  @Test
  void tooFewOperationsSayNothingAboutSettlingAndNeitherDoesASlowEnd() {
    round.without(HistogramKind.EARLY).with(HistogramKind.EARLY, 900 * MICRO, 99);
    assertThat(fault()).isEmpty();
    round.without(HistogramKind.EARLY).with(HistogramKind.EARLY, 20 * MICRO, OPERATIONS / 3);
    assertThat(fault()).isEmpty();
  }

  @Test
  void aClientThatTakesAllProcessorsMeasuresItself() {
    round.with(Count.CLIENT_CPU_TIME, 19 * SECOND);
    assertThat(fault()).hasValue("95 % of all processors were taken by the client");
  }

  @ParameterizedTest
  @CsvSource({
    // Of 10,000 operations, 0.25 % are 25.
    "100, 200, false",
    "100, 199, true",
    "3, 28, true",
    "3, 29, false",
    "30, 10, true",
  })
  void aBacklogThatGrowsShowsALoadThatIsNotSustained(long first, long last, boolean valid) {
    round.with(Count.BACKLOG_FIRST, first).with(Count.BACKLOG_LAST, last);
    round.with(Count.SCHEDULED, OPERATIONS);

    assertThat(fault().isEmpty()).isEqualTo(valid);
    if (!valid) {
      assertThat(fault()).hasValue("the backlog grew from " + first + " operations to " + last);
      assertThat(Validity.fault(round.build(), PROCESSORS).orElseThrow().isMissedRate()).isTrue();
    }
  }

  @Test
  void ofFewOperationsABacklogOfAHandfulIsNoTrend() {
    round.with(Count.BACKLOG_FIRST, 1).with(Count.BACKLOG_LAST, 11);
    round.with(Count.SCHEDULED, 300);
    assertThat(fault()).isEmpty();
  }

  @Test
  void aThreadOfTheClientThatNeverRestsMeasuresItselfThoughAProcessorIsIdle() {
    round.with(Count.CLIENT_THREAD_TIME, 9 * SECOND);
    assertThat(fault()).isEmpty();
    round.with(Count.CLIENT_THREAD_TIME, 9 * SECOND + SECOND / 2);
    assertThat(fault()).hasValue("one thread of the client was busy for 95 % of the time");
  }

  @Test
  void aClosedRoundNeedsOnlyOperations() {
    MadeRound closed =
        new MadeRound(MadeSeries.GET, 1)
            .with(HistogramKind.LATENCY, Histograms.create())
            .throughput(5);
    assertThat(Validity.fault(closed.build(), PROCESSORS))
        .hasValue(Fault.of(Warning.NOTHING_MEASURED));
    assertThat(Validity.fault(closed.with(Count.COMPLETED, 1).build(), PROCESSORS)).isEmpty();
  }

  @Test
  void everyWarningHasAPhraseOfItsOwnAndARemedy() {
    for (Warning warning : Warning.values()) {
      assertThat(WarningWords.USUAL.brief(warning)).isNotBlank();
      assertThat(WarningWords.USUAL.remedy(warning)).isNotBlank().doesNotEndWith(".");
    }
  }

  @ParameterizedTest
  @CsvSource({"2800, false", "900, true"})
  void theTailMustHaveSettledToo(long micros, boolean valid) {
    round.with(HistogramKind.EARLY, micros * MICRO, 100);

    assertThat(fault().isEmpty()).isEqualTo(valid);
    if (!valid) {
      assertThat(fault())
          .hasValue(
              "the warm-up had not settled: p99 of the service time was 2802 us in the first third"
                  + " and 100 us in the last");
    }
  }

  @Test
  void theTailOfFewOperationsSaysNothing() {
    round
        .without(HistogramKind.EARLY)
        .with(HistogramKind.EARLY, 100 * MICRO, 900)
        .with(HistogramKind.EARLY, 2_800 * MICRO, 99);

    assertThat(fault()).isEmpty();
  }
}
