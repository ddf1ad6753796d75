package plumbline.report.words;

import static org.assertj.core.api.Assertions.assertThat;
import static plumbline.testing.MadeRound.MICRO;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import plumbline.claim.ClaimsFile;
import plumbline.claim.Judge;
import plumbline.claim.Verdict;
import plumbline.report.page.Format;
import plumbline.result.Count;
import plumbline.result.HistogramKind;
import plumbline.result.Metric;
import plumbline.result.Round;
import plumbline.result.RunData;
import plumbline.testing.MadeRound;
import plumbline.testing.MadeRun;
import plumbline.testing.MadeSeries;

/** A slow round has fewer operations, and then no p99: the p99 of the others is not that of all. */
class FiguresOfSomeRoundsTest {
  private static Round round(int number, int operations) {
    return new MadeRound(MadeSeries.GET, number)
        .with(HistogramKind.LATENCY, 100 * MICRO, operations)
        .with(HistogramKind.PAUSES, 1, operations)
        .with(Count.COMPLETED, operations)
        .throughput(operations)
        .build();
  }

  private static RunData run(int operationsOfTheLast) {
    return MadeRun.ofNothing()
        .add(
            IntStream.rangeClosed(1, 5)
                .mapToObj(number -> round(number, number == 5 ? operationsOfTheLast : 5_000))
                .toArray(Round[]::new))
        .build();
  }

  private static Verdict p99(RunData run) {
    return verdicts(run).stream()
        .filter(one -> one.claim().equals("redis-microseconds") && one.metric() == Metric.P99)
        .findFirst()
        .orElseThrow();
  }

  private static List<Verdict> verdicts(RunData run) {
    return Judge.judge(run, ClaimsFile.load("article")).verdicts();
  }

  private static String answer(RunData run) {
    return new Answers(new VerdictWords(Wording.USUAL, run))
        .of(verdicts(run)).stream()
            .map(line -> line.words(Format.HTML))
            .filter(line -> line.startsWith("Redis in microseconds"))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void theFigureOfAllRoundsIsTold() {
    RunData run = run(5_000);

    assertThat(p99(run).figure()).isPresent();
    assertThat(p99(run).distance()).isPresent();
    assertThat(new VerdictWords(Wording.USUAL, run).judged(p99(run))).isNotEmpty();
    assertThat(answer(run)).contains("p99 100");
  }

  @Test
  void theFigureOfTheFastRoundsIsNot() {
    RunData run = run(500);

    assertThat(p99(run).estimate()).isPresent();
    assertThat(p99(run).figure()).isEmpty();
    assertThat(p99(run).distance()).isEmpty();
    assertThat(new Headline(new VerdictWords(Wording.USUAL, run)).of(verdicts(run)).toString())
        .contains("UNDECIDED at p99:");
    assertThat(new VerdictWords(Wording.USUAL, run).judged(p99(run))).isEmpty();
    assertThat(answer(run)).contains("p99: undecided").doesNotContain("p99 100");
  }
}
