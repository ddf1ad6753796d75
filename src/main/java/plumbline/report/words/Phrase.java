package plumbline.report.words;

/**
 * Every phrase about warnings, verdicts and what can be decided; {@code {0}} is its first value.
 */
public enum Phrase {
  // Warnings: a sentence, a few words for a heading, and what helps.
  RATE_MISSED("{0} % of the target rate was achieved"),
  RATE_MISSED_BRIEF("of the target rate was achieved"),
  RATE_MISSED_REMEDY(
      "lower the rate; lag and service time say whether the client or the server is the limit"),
  OPERATIONS_FAILED("{0} of {1} operations failed or were not answered"),
  OPERATIONS_FAILED_BRIEF("failed or were not answered"),
  OPERATIONS_FAILED_REMEDY("the fork's log in logs/ has the first error"),
  WRONG_ANSWERS("{0} of {1} operations had a wrong answer"),
  WRONG_ANSWERS_BRIEF("had a wrong answer"),
  WRONG_ANSWERS_REMEDY("the fork's log in logs/ has the first one"),
  MESSAGES_LOST("{0} of {1} operations were lost"),
  MESSAGES_LOST_BRIEF("were lost"),
  MESSAGES_LOST_REMEDY("see whether the server or a connection failed: logs/ has what they said"),
  MESSAGES_DUPLICATED("{0} of {1} operations arrived more than once"),
  MESSAGES_DUPLICATED_BRIEF("arrived more than once"),
  MESSAGES_DUPLICATED_REMEDY("see whether the client sends again: idempotence, retries"),
  RANGE_EXCEEDED("{0} operations took longer than 60 s"),
  RANGE_EXCEEDED_BRIEF("took longer than 60 s"),
  RANGE_EXCEEDED_REMEDY("find what hangs; such a latency has no percentile"),
  NOTHING_MEASURED("no operation ended within the measured time"),
  NOTHING_MEASURED_BRIEF("no operation ended within the measured time"),
  NOTHING_MEASURED_REMEDY("measure for longer, or see logs/"),
  NOT_SETTLED(
      "the warm-up had not settled: p50 of the service time was {0} us in the first third and {1}"
          + " us in the last"),
  NOT_SETTLED_BRIEF("the warm-up had not settled"),
  NOT_SETTLED_REMEDY("give the benchmark a longer warm-up in the plan"),
  CLIENT_SATURATED("{0} % of all processors were taken by the client"),
  CLIENT_SATURATED_BRIEF("of all processors were taken by the client"),
  CLIENT_SATURATED_REMEDY(
      "lower the rate, or give the client more processors than the servers leave it"),
  SCHEDULE_LAG("schedule lag explains {0} % of it"),
  SCHEDULE_LAG_BRIEF("schedule lag explains"),
  SCHEDULE_LAG_REMEDY(
      "close what else runs here, lower the rate, or read the service time beside it"),
  GC_PAUSES("garbage collection in the client explains {0} % of it"),
  GC_PAUSES_BRIEF("garbage collection in the client explains"),
  GC_PAUSES_REMEDY("measure for longer, or send smaller payloads or at a lower rate"),
  SERVER_STALLED("a stall of {0} s without any answer explains {1} % of it"),
  SERVER_STALLED_BRIEF("without any answer explains"),
  SERVER_STALLED_REMEDY(
      "see what the server did then, logs/ has its log; one stall is an anecdote, so measure"
          + " again"),
  NO_RATE_SUSTAINED("no rate was sustained, not even {0} ops/s"),
  NO_RATE_SUSTAINED_BRIEF("no rate was sustained"),
  NO_RATE_SUSTAINED_REMEDY("see what kept the lowest rate from being sustained"),
  PLATFORM_PAUSES("platform pauses of {0} us came as often"),
  PLATFORM_PAUSES_BRIEF("platform pauses of"),
  PLATFORM_PAUSES_REMEDY("use a quieter machine, or one whose processors are not shared"),

  // Grounds of verdicts.
  ROUNDS_INSIDE("{0} of {1} rounds inside"),
  ROUNDS_FIRST_SIDE("{0} of {1} rounds {2}"),
  ROUNDS_SECOND_SIDE(", {0} {1}"),
  ROUNDS_ALSO_INSIDE(", {0} inside"),
  ROUNDS_SCATTER("{0}: the rounds scatter"),
  BELOW("below {0}"),
  AT_OR_BELOW("at or below {0}"),
  ABOVE("above {0}"),
  AT_OR_ABOVE("at or above {0}"),
  CHANCE_INSIDE("{0} of {1} rounds inside, which chance alone gives with p = {2}"),
  CHANCE_OUTSIDE("{0} of {1} rounds outside, which chance alone gives with p = {2}"),
  PAUSES_OPEN("platform pauses of up to {2} at {3} leave {0} of {1} rounds open"),
  PAUSES_UNWATCHED("platform pauses, which were not watched, leave {0} of {1} rounds open"),
  INVALID_ROUND("round {0} is not valid: {1}"),
  INVALID_ROUNDS("round {0} is not valid: {1} ({2} invalid rounds)"),
  CLIENTS_SHARE("{0} of round {1} is the client's: {2}"),
  TOO_FEW_SAMPLES("{0} needs {1} samples in every round, round {2} has {3}"),
  NO_FIGURE("round {0} has no {1}"),
  TOO_FEW_ROUNDS("needs at least {0} rounds, has {1}"),
  TOO_FEW_PAIRS("needs at least {0} rounds in which both have a figure, has {1}"),
  CLOCK_TOO_COARSE("the bound {0} is finer than the clock, whose smallest step is {1} ns"),
  NOT_MEASURED("not measured in this run"),
  NOT_MEASURED_BRIEF("not measured"),
  RUN_INCOMPLETE("the run is incomplete ({0})"),
  OF_A_SIDE("{0}: {1}"),

  // What low and high of a verdict are.
  ONE_ROUND("1 round"),
  RANGE_OF_ROUNDS("range of {0} rounds"),
  RANGE_AS_INTERVAL("range of {0} rounds, a {1} % interval of the median"),
  INTERVAL_OF_THE_MEDIAN("{0} % interval of the median"),

  // Regimes.
  AGAINST("{0} against {1}"),
  ONE_IN_FLIGHT("one in flight"),
  MORE_IN_FLIGHT("{0} in flight"),
  AT_A_RATE("at a rate"),
  SATURATED("saturated"),
  ACROSS_PROMISES("across promises"),
  EVERYTHING("everything"),

  // Headline.
  NOTHING_JUDGED("Nothing was judged."),
  NOTHING_OF_THE_CLAIMS("Nothing that the claims speak about was measured in this run."),
  NOT_MEASURED_CLAIMS("Not measured in this run: {0}."),
  INCOMPLETE("The run is incomplete."),
  COUNTS("{0} claims, {1} verdicts: {2}."),
  CLAIM("{0}: {1}."),
  BOTH_REGIMES("in both regimes"),
  ALL_REGIMES("in all {0} regimes"),
  SOME_REGIMES("in {0} of {1} regimes"),
  ELSEWHERE("elsewhere"),
  FOR("for {0}"),
  WITH("with {0}"),
  ONE_OTHER_REASON(" (and 1 other reason)"),
  OTHER_REASONS(" (and {0} other reasons)"),
  GAP("{0} takes {1} as long as {2} {3}{4}"),
  GAP_ELSEWHERE(", {0} with {1}"),
  GAP_OVER(" over {0} regimes"),
  GAP_WITH(" with {0}"),
  AT_THE_MEDIAN("at the median"),
  IN_THE_MEAN("in the mean"),
  AT_THE_MAXIMUM("at the maximum"),
  IN_THROUGHPUT("in throughput"),
  AT("at {0}"),

  // What a comparison leaves out.
  OMITTED_TOO_FEW("no valid round of {0} has it, all had too few operations"),
  OMITTED_NO_ROUND("{0} has no valid round of it"),
  OMITTED_SPARSE("only {0} of {1} valid rounds have it, the others had too few operations for it"),
  OMITTED_ZERO("a value of 0 has no ratio: the clock is too coarse for it"),

  // Why a gate cannot decide.
  DOUBT_SHARED_RUN("the run {0} is on both sides, so its rounds cannot differ"),
  DOUBT_NOTHING_COMPARED("no row that it looks at is on both sides, so nothing was compared"),
  DOUBT_TOO_FEW_ROUNDS(
      "too few rounds: {0} rows need at least {1} valid rounds a side before any difference can be"
          + " significant"),
  DOUBT_NOTHING_DECIDED("no row of {0} could be decided for {1}"),
  DOUBT_ROUNDS_LOST(
      "{0}: {2} of {3} rounds of {1} are not valid, and {5} of {6} of {4}; those that are left do"
          + " not stand for all"),

  // What a machine can decide.
  NEEDS_PROCESSORS("a client that sends on time and a server need a processor each"),
  SHARED_PROCESSOR("client and server share one processor, and so its throughput"),
  NO_DISK("the servers' data is in a file system without a disk, where forcing costs nothing"),
  CLOCK_ERROR("the clock is wrong by up to {0}, a large part of {1}"),
  PAUSES_REACH("pauses of up to {0} at {1} reach the bound {2}"),
  PAUSES_NEAR("with pauses of up to {0} at {1}, a figure from {2} to {3} leaves it open"),
  PAUSES_APART("two figures less than {0} apart leave it open, as pauses reach that at {1}"),
  STOLEN("the hypervisor takes {0} % of the time, and beyond {1} lie only {2} %");

  private final String text;

  Phrase(String text) {
    this.text = text;
  }

  /** The usual text. */
  public String text() {
    return text;
  }
}
