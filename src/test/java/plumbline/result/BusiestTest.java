package plumbline.result;

import static org.assertj.core.api.Assertions.assertThat;
import static plumbline.testing.MadeRound.SECOND;

import java.util.List;
import org.junit.jupiter.api.Test;
import plumbline.result.Busiest.Part;
import plumbline.testing.MadeRound;
import plumbline.testing.MadeSeries;

class BusiestTest {
  /** Of 10 s on two processors. */
  private static Round round(double client, double server, double all) {
    return MadeRound.paced()
        .with(Count.CLIENT_THREAD_TIME, Math.round(client * SECOND))
        .with(Count.SERVER_THREAD_TIME, Math.round(server * SECOND))
        .with(Count.CLIENT_CPU_TIME, Math.round(all / 2 * SECOND))
        .with(Count.SERVER_CPU_TIME, Math.round(all / 2 * SECOND))
        .build();
  }

  @Test
  void itIsThePartThatWasNearestToItsOwnLimit() {
    assertThat(Busiest.of(List.of(round(6, 5, 10)), 2))
        .hasValue(new Busiest(Part.CLIENT_THREAD, 60));
    assertThat(Busiest.of(List.of(round(6, 9, 16)), 2))
        .hasValue(new Busiest(Part.SERVER_THREAD, 90));
    assertThat(Busiest.of(List.of(round(6, 5, 19)), 2)).hasValue(new Busiest(Part.PROCESSORS, 95));
  }

  /** One processor each of four: half of two full ones is no quarter of four. */
  @Test
  void whoIsPinnedHasOnlyItsOwnProcessors() {
    Series pinned = MadeSeries.of("RedisGetBenchmark.get", "pin=client:0/server:1-2");
    Round round =
        new MadeRound(pinned, 1)
            .with(Count.COMPLETED, 1)
            .with(Count.COMPLETION_TIME, 10 * SECOND)
            .with(Count.CLIENT_THREAD_TIME, 6 * SECOND)
            .with(Count.SERVER_THREAD_TIME, 5 * SECOND)
            .with(Count.CLIENT_CPU_TIME, 96 * SECOND / 10)
            .with(Count.SERVER_CPU_TIME, 10 * SECOND)
            .build();

    assertThat(Busiest.of(List.of(round), 4))
        .hasValue(new Busiest(Part.CLIENT_PROCESSORS, 96))
        .hasValueSatisfying(busiest -> assertThat(busiest.areProcessorsTaken()).isTrue());
  }

  @Test
  void withNineTenthsOfAllTimeTheProcessorsAreTaken() {
    assertThat(new Busiest(Part.PROCESSORS, 90).areProcessorsTaken()).isFalse();
    assertThat(new Busiest(Part.PROCESSORS, 91).areProcessorsTaken()).isTrue();
    assertThat(new Busiest(Part.SERVER_THREAD, 99).areProcessorsTaken()).isFalse();
  }

  @Test
  void ofSeveralRoundsItIsTheMedian() {
    assertThat(Busiest.of(List.of(round(1, 5, 9), round(8, 5, 9), round(9, 5, 9)), 2))
        .hasValue(new Busiest(Part.CLIENT_THREAD, 80));
  }

  @Test
  void itIsNotKnownWhereNobodyTells() {
    Round silent = new MadeRound(MadeSeries.GET, 1).with(Count.MEASURED_TIME, SECOND).build();
    assertThat(Busiest.of(List.of(silent), 2)).isEmpty();
    assertThat(Busiest.of(List.of(), 2)).isEmpty();
  }
}
