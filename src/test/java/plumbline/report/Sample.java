package plumbline.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import plumbline.claim.Claims;
import plumbline.claim.ClaimsFile;
import plumbline.claim.Judge;
import plumbline.claim.Judgement;
import plumbline.claim.JudgementFile;
import plumbline.report.page.Page;
import plumbline.report.run.RunPage;
import plumbline.result.RunData;
import plumbline.result.RunManifest.Status;
import plumbline.result.Series;
import plumbline.testing.Golden;
import plumbline.testing.MadeRun;
import plumbline.testing.MadeSeries;

/** The runs that reports are looked at with, and verdicts on them. */
public enum Sample {
  /** Five valid rounds; one series has too few operations for a p99, one is slowed by pauses. */
  COMPLETE,

  /** Killed in round 3, three series after round 2. */
  KILLED,

  /** The broker died in round 4, within the series that waits for all replicas. */
  FAILED,

  /** Strings that try to leave their place, wherever a run can hold text. */
  HOSTILE,

  /** Nothing was measured at all. */
  EMPTY,

  /** The plan of promises; every round of the delivery over Kafka that is flushed failed. */
  PROMISES;

  private static final String HOSTILITY =
      "</script><script>document.title='x'</script>|`*_[a](b)\n\u001b[31m&<!--";

  private static Sample latest;
  private static RunData made;

  /** The golden file of a report of it. */
  String golden(String extension) {
    return "report/" + name().toLowerCase(Locale.ROOT) + "." + extension;
  }

  Page page() {
    return RunPage.of(data(), judgement());
  }

  /** The run; made once for all that ask for the same in a row. */
  RunData data() {
    if (latest != this) {
      made = run().build();
      latest = this;
    }
    return made;
  }

  private MadeRun run() {
    return switch (this) {
      case COMPLETE -> quick();
      case KILLED -> quick().killed(2, 3);
      case FAILED -> failed();
      case HOSTILE -> failed().hostile(HOSTILITY).status(Status.FAILED, HOSTILITY);
      case EMPTY -> quick().killed(0, 0);
      case PROMISES -> promises();
    };
  }

  Judgement judgement() {
    if (this == EMPTY) {
      return new Judgement("none", List.of());
    }
    ClaimsFile claims =
        this == PROMISES
            ? ClaimsFile.load("durability")
            : Claims.of(Golden.read("report/claims.yaml"));
    Judgement judgement = Judge.judge(data(), claims);
    return this == HOSTILE ? hostile(judgement, data()) : judgement;
  }

  /** A file of verdicts can hold what no claim may say. */
  private static Judgement hostile(Judgement judgement, RunData run) {
    try {
      Path file = Files.createTempFile("verdicts", ".json");
      try {
        JudgementFile.write(file, judgement, "");
        String text = HOSTILITY.replace("\n", "\\n").replace("\u001b", "\\u001b");
        Files.writeString(
            file,
            Files.readString(file).replace("\"statement\": \"", "\"statement\": \"" + text),
            StandardCharsets.UTF_8);
        return JudgementFile.read(file, run);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MadeRun quick() {
    Series slow = MadeSeries.of("KafkaRoundTripBenchmark.roundTrip", "acks=all", "lingerMs=5");
    return new MadeRun().dirty().add(slow, 6_120, 0.12, 800).add(MadeSeries.GET, 66, 0.24, 4_000);
  }

  private static MadeRun failed() {
    return quick()
        .fail(
            "KafkaRoundTripBenchmark.roundTrip;acks=all;lingerMs=0;",
            4,
            "the broker ended in the middle of the round (exit value 137)")
        .status(Status.FAILED, "1 row is invalid");
  }

  public static MadeRun promises() {
    MadeRun run = MadeRun.ofNothing();
    String flushed = "KafkaDurableDeliveryBenchmark.deliver";
    flush(run, "KafkaDurableAckBenchmark.ack", 0, List.of(268.0, 2_900.0));
    persist(run, "RedisAppendBenchmark.append", 0, List.of(71.0, 84.0, 980.0, 85.0));
    flush(run, flushed, 200, List.of(900.0, 4_100.0));
    persist(
        run, "RedisDurableStreamDeliveryBenchmark.deliver", 200, List.of(150.0, 160.0, 1_300.0));
    for (int round = 1; round <= 5; round++) {
      run.fail(
          flushed + ";acks=all;flushMessages=1;", round, "95.10 % of the target rate was achieved");
    }
    return run.status(Status.FAILED, "5 rows are invalid");
  }

  private static void flush(MadeRun run, String benchmark, int rate, List<Double> medians) {
    for (int i = 0; i < 2; i++) {
      add(
          run,
          MadeSeries.of(benchmark, "acks=all", "lingerMs=0", "flushMessages=" + i),
          rate,
          medians.get(i));
    }
  }

  private static void persist(MadeRun run, String benchmark, int rate, List<Double> medians) {
    List<String> modes = List.of("off", "no", "always", "everysec");
    for (int i = 0; i < medians.size(); i++) {
      add(run, MadeSeries.of(benchmark, "persistence=" + modes.get(i)), rate, medians.get(i));
    }
  }

  private static void add(MadeRun run, Series closed, int rate, double median) {
    run.add(rate == 0 ? closed : MadeSeries.paced(closed, rate), median, 0.3, 2_000);
  }
}
