package plumbline.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plumbline.result.Counts;
import plumbline.result.Fault;
import plumbline.result.Finding;
import plumbline.result.Round;
import plumbline.result.Search;
import plumbline.result.Series;
import plumbline.result.Warning;
import plumbline.testing.MadeSeries;

/** What is a failure of the run, and what only costs a round. */
class RunFailureTest {
  private static final Fault MISSED = Fault.of(Warning.RATE_MISSED, 80);
  private static final Fault UNSETTLED = Fault.of(Warning.NOT_SETTLED, 9, 4);

  private static final Round VALID = round("get", 1, Optional.empty());

  private static Round round(String operation, int number, Optional<Fault> failure) {
    Series series = MadeSeries.paced("RedisPacedBenchmark." + operation, 1_000);
    return new Round(series, number, Map.of(), Counts.none(), 1_000, failure);
  }

  private static Optional<String> of(List<Round> rounds) {
    return RunFailure.of(rounds, List.of());
  }

  private static Search search(String failure, String series) {
    return new Search(
        "RedisPacedBenchmark.get",
        OptionalInt.empty(),
        Optional.empty(),
        failure,
        List.of(),
        List.of(new Search.Share(95, series)));
  }

  @Test
  void aRateThatASearchChoseMayBeMissedInAllRounds() {
    Round missed = round("get", 1, Optional.of(MISSED));

    assertThat(of(List.of(missed))).isPresent();
    assertThat(RunFailure.of(List.of(missed), List.of(search("", missed.series().tag()))))
        .isEmpty();
    assertThat(RunFailure.of(List.of(missed), List.of(search("", "another")))).isPresent();
    Round unsettled = round("get", 1, Optional.of(UNSETTLED));
    List<Search> searches = List.of(search("", unsettled.series().tag()));
    assertThat(RunFailure.of(List.of(unsettled), searches)).isPresent();
    assertThat(RunFailure.of(List.of(unsettled, missed), searches)).isEmpty();
    Round lost = round("get", 1, Optional.of(Fault.of(Warning.MESSAGES_LOST, 3, 9)));
    assertThat(RunFailure.of(List.of(lost), List.of(search("", lost.series().tag())))).isPresent();
  }

  @Test
  void aSearchThatFoundNothingIsAFailure() {
    assertThat(RunFailure.of(List.of(VALID), List.of(search("no rate was sustained", ""))))
        .hasValue("RedisPacedBenchmark.get: no rate was sustained");
  }

  @Test
  void aRunOfValidRoundsHasNotFailed() {
    assertThat(of(List.of(VALID))).isEmpty();
  }

  private static Fault fault(Warning warning) {
    return new Fault(
        List.of(new Finding(warning, Collections.nCopies(warning.numbers(), 12.0))), "");
  }

  @ParameterizedTest
  @EnumSource
  void onlyADisturbanceCostsNoMoreThanItsRound(Warning warning) {
    Round other = round("get", 2, Optional.of(fault(warning)));

    assertThat(of(List.of(VALID, other)).isEmpty()).isEqualTo(warning.isDisturbance());
  }

  @Test
  void aDisturbanceDoesNotExcuseAWrongAnswerOfTheSameRound() {
    Fault fault =
        new Fault(
            List.of(Finding.of(Warning.WRONG_ANSWERS, 3, 9), Finding.of(Warning.RATE_MISSED, 97)),
            "");

    assertThat(of(List.of(VALID, round("get", 2, Optional.of(fault)))))
        .hasValue(
            "1 round is not valid; the first: RedisPacedBenchmark.get;rate=1000;payload=100"
                + " in round 2: "
                + "wrong-answers count=3 of=9; rate-missed percent=97");
  }

  @Test
  void anErrorThatNoWarningKnowsIsAFailure() {
    assertThat(of(List.of(VALID, round("get", 2, Optional.of(Fault.of("the fork ended"))))))
        .isPresent();
  }

  @Test
  void aSeriesOfWhichNothingIsLeftHasFailedHoweverItCame() {
    Round incr = round("incr", 1, Optional.of(UNSETTLED));

    assertThat(of(List.of(VALID, incr)))
        .hasValueSatisfying(text -> assertThat(text).startsWith("1 round is not valid"));
    assertThat(of(List.of(VALID, incr, round("incr", 2, Optional.empty())))).isEmpty();
  }
}
