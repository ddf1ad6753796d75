package plumbline.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plumbline.load.Load;
import plumbline.result.Counts;
import plumbline.result.Round;
import plumbline.result.Search;
import plumbline.result.Series;
import plumbline.result.Warning;

/** What is a failure of the run, and what only costs a round. */
class RunFailureTest {
  private static final String MISSED = "80.00 % " + Warning.RATE_MISSED.phrase();

  private static final Round VALID = round("get", 1, Optional.empty());

  private static Round round(String operation, int number, Optional<String> failure) {
    Series series =
        new Series(
            "RedisPacedBenchmark." + operation,
            new TreeMap<>(),
            "redis",
            "GET",
            Load.PACED,
            0,
            OptionalDouble.of(1_000),
            100);
    return new Round(series, number, Map.of(), Counts.none(), 1_000, failure);
  }

  private static Optional<String> of(List<Round> rounds) {
    return RunFailure.of(rounds, List.of());
  }

  private static Search search(String failure, String series) {
    return new Search(
        "RedisPacedBenchmark.get",
        OptionalInt.empty(),
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
    Round unsettled =
        round(
            "get",
            1,
            Optional.of(Warning.NOT_SETTLED.phrase() + ": p50 of the service time was 9 us"));
    List<Search> searches = List.of(search("", unsettled.series().tag()));
    assertThat(RunFailure.of(List.of(unsettled), searches)).isPresent();
    assertThat(RunFailure.of(List.of(unsettled, missed), searches)).isEmpty();
    Round lost = round("get", 1, Optional.of("3 of 9 operations were lost"));
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

  @ParameterizedTest
  @EnumSource
  void onlyADisturbanceCostsNoMoreThanItsRound(Warning warning) {
    Round other = round("get", 2, Optional.of("12 % " + warning.phrase()));

    assertThat(of(List.of(VALID, other)).isEmpty()).isEqualTo(warning.isDisturbance());
  }

  @Test
  void aDisturbanceDoesNotExcuseAWrongAnswerOfTheSameRound() {
    String reason = "3 of 9 operations had a wrong answer; 97.00 % of the target rate was achieved";

    assertThat(of(List.of(VALID, round("get", 2, Optional.of(reason)))))
        .hasValue(
            "1 round is not valid; the first: RedisPacedBenchmark.get;rate=1000;payload=100"
                + " in round 2: "
                + reason);
  }

  @Test
  void anErrorThatNoWarningKnowsIsAFailure() {
    assertThat(of(List.of(VALID, round("get", 2, Optional.of("the fork ended"))))).isPresent();
  }

  @Test
  void aSeriesOfWhichNothingIsLeftHasFailedHoweverItCame() {
    String reason = Warning.NOT_SETTLED.phrase() + ": p50 of the service time was 252 us";
    Round incr = round("incr", 1, Optional.of(reason));

    assertThat(of(List.of(VALID, incr)))
        .hasValueSatisfying(text -> assertThat(text).startsWith("1 round is not valid"));
    assertThat(of(List.of(VALID, incr, round("incr", 2, Optional.empty())))).isEmpty();
  }
}
