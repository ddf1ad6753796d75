package plumbline.run.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.result.Search.Probe;

class RateSearchTest {
  private static Probe probe(int rate, boolean sustained) {
    return new Probe(
        rate,
        // What a system completes that collapses under overload.
        OptionalDouble.of(sustained ? rate : rate / 10.0),
        sustained,
        Optional.empty(),
        sustained ? "" : "missed",
        Optional.empty());
  }

  private static RateSearch search(IntPredicate sustains) {
    RateSearch search = new RateSearch();
    for (OptionalInt rate = search.next(); rate.isPresent(); rate = search.next()) {
      boolean sustained = sustains.test(rate.getAsInt());
      search.add(probe(rate.getAsInt(), sustained));
    }
    return search;
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 37, 300, 3_999, 4_000, 7_700, 52_000, 117_000})
  void findsWhatASystemSustainsThoughItCollapsesBeyond(int capacity) {
    RateSearch search = search(rate -> rate <= capacity);

    int found = search.sustained().orElseThrow();
    assertThat(found).isLessThanOrEqualTo(capacity);
    assertThat(capacity).isLessThan((int) Math.ceil(found * 1.1) + 1);
    assertThat(search.probes()).hasSizeLessThanOrEqualTo(RateSearch.MOST_PROBES);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 300, 52_000, 117_000})
  void beyondTheFirstRateItNeverSendsMoreThanTwiceWhatWasSustained(int capacity) {
    RateSearch search = search(rate -> rate <= capacity);

    assertThat(search.probes())
        .extracting(Probe::rate)
        .allMatch(rate -> rate <= Math.max(RateSearch.FIRST, 2 * capacity));
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 37, 300, 7_700, 52_000, 117_000, 480_000})
  void bothEndsOfTheGapAreTriedTwice(int capacity) {
    RateSearch search = search(rate -> rate <= capacity);

    int limit =
        search.probes().stream()
            .filter(probe -> !probe.sustained())
            .mapToInt(Probe::rate)
            .min()
            .orElseThrow();
    assertThat(search.probes()).filteredOn(probe -> probe.rate() == limit).hasSize(2);
    int found = search.sustained().orElseThrow();
    assertThat(search.probes()).filteredOn(probe -> probe.rate() == found).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {23_000, 32_000})
  void aRateThatIsSustainedOnceByLuckIsNotWhatIsFound(int lucky) {
    Set<Integer> seen = new HashSet<>();
    RateSearch search = search(rate -> rate <= 20_000 || (rate == lucky && seen.add(rate)));

    assertThat(search.sustained().orElseThrow()).isBetween(18_000, 20_000);
    assertThat(search.probes()).filteredOn(probe -> probe.rate() == lucky).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 16_000, 32_000, 45_000})
  void aRateThatFailsOnceIsNotTakenForTheLimit(int hiccup) {
    Set<Integer> seen = new HashSet<>();
    RateSearch search = search(rate -> rate <= 52_000 && !(rate == hiccup && seen.add(rate)));

    assertThat(search.sustained().orElseThrow()).isBetween(47_000, 52_000);
  }

  @Test
  void nothingSustainedEndsWithNothing() {
    RateSearch search = search(rate -> false);

    assertThat(search.sustained()).isEmpty();
    assertThat(search.probes()).extracting(Probe::rate).first().isEqualTo(RateSearch.FIRST);
    assertThat(search.probes()).extracting(Probe::rate).allMatch(rate -> rate >= RateSearch.LEAST);
  }

  @Test
  void forksWithoutFiguresEndTheSearchSoon() {
    RateSearch search = new RateSearch();
    for (OptionalInt rate = search.next(); rate.isPresent(); rate = search.next()) {
      search.add(
          new Probe(
              rate.getAsInt(),
              OptionalDouble.empty(),
              false,
              Optional.empty(),
              "connection refused",
              Optional.empty()));
    }

    assertThat(search.probes()).hasSize(3);
    assertThat(search.sustained()).isEmpty();
  }

  /** Whatever the machine does, the time is bounded. */
  @Test
  void aMachineThatFlipsCoinsEndsTheSearchToo() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      RateSearch search = search(rate -> random.nextBoolean());
      assertThat(search.probes()).hasSizeLessThanOrEqualTo(RateSearch.MOST_PROBES);
    }
  }

  @ParameterizedTest
  @CsvSource({"200000, 1", "300000, 1", "300000, 2", "700000, 3", "52000, 4", "52000, 6"})
  void oneHiccupDoesNotSendTheSearchElsewhere(int capacity, int hiccup) {
    int[] probes = {0};
    RateSearch search = search(rate -> ++probes[0] != hiccup && rate <= capacity);

    assertThat(search.sustained().orElseThrow()).isBetween((int) (capacity / 1.11), capacity);
  }

  @Test
  void onAMachineThatHiccupsInOneOfTwentyProbesWhatIsFoundIsSeldomFarOff() {
    int off = 0;
    for (int seed = 0; seed < 1_000; seed++) {
      Random random = new Random(seed);
      int capacity = 60_000 + random.nextInt(440_000);
      RateSearch search = search(rate -> rate <= capacity && random.nextInt(20) > 0);
      off += search.sustained().orElseThrow() < 0.8 * capacity ? 1 : 0;
    }
    assertThat(off).isLessThan(50);
  }

  @Test
  void anEndlessSystemEndsAtTheHighestRateThatCanBeAskedFor() {
    assertThat(search(rate -> true).sustained().orElseThrow())
        .isBetween(RateSearch.MOST / 2, RateSearch.MOST);
  }

  @ParameterizedTest
  @CsvSource({
    "0.4, 1",
    "1.2, 1",
    "9.6, 10",
    "11.6, 12",
    "42300, 42000",
    "44650, 45000",
    "99700, 100000"
  })
  void ratesAreRounded(double rate, int rounded) {
    assertThat(RateSearch.rounded(rate, 2)).isEqualTo(rounded);
  }
}
