package plumbline.report.words;

/**
 * Every phrase that states a fact of a run or a comparison; {@code {0}} is its first value, and
 * {@code {0:round}} that number with what is counted, see {@link Wording#say}. All of them stand
 * here, so that a test can reword them all.
 */
public enum Phrase {
  // Warnings: a sentence, a few words for a heading, and what helps.
  RATE_MISSED("{0} % of the target rate was achieved"),
  RATE_MISSED_BRIEF("of the target rate was achieved"),
  RATE_MISSED_REMEDY(
      "lower the rate; lag and service time say whether the client or the server is the limit"),
  BACKLOG_GREW("the backlog grew from {0:operation} to {1}"),
  BACKLOG_GREW_BRIEF("the backlog grew"),
  BACKLOG_GREW_REMEDY("lower the rate: it is more than what is sustained"),
  OPERATIONS_FAILED("{0} of {1:operation} failed or were not answered"),
  OPERATIONS_FAILED_BRIEF("failed or were not answered"),
  OPERATIONS_FAILED_REMEDY("the fork's log in logs/ has the first error"),
  WRONG_ANSWERS("{0} of {1:operation} had a wrong answer"),
  WRONG_ANSWERS_BRIEF("had a wrong answer"),
  WRONG_ANSWERS_REMEDY("the fork's log in logs/ has the first one"),
  MESSAGES_LOST("{0} of {1:operation} were lost"),
  MESSAGES_LOST_BRIEF("were lost"),
  MESSAGES_LOST_REMEDY("see whether the server or a connection failed: logs/ has what they said"),
  MESSAGES_DUPLICATED("{0} of {1:operation} arrived more than once"),
  MESSAGES_DUPLICATED_BRIEF("arrived more than once"),
  MESSAGES_DUPLICATED_REMEDY("see whether the client sends again: idempotence, retries"),
  RANGE_EXCEEDED("{0:operation} took longer than 60 s"),
  RANGE_EXCEEDED_BRIEF("took longer than 60 s"),
  RANGE_EXCEEDED_REMEDY("find what hangs; such a latency has no percentile"),
  NOTHING_MEASURED("no operation ended within the measured time"),
  NOTHING_MEASURED_BRIEF("no operation ended within the measured time"),
  NOTHING_MEASURED_REMEDY("measure for longer, or see logs/"),
  FORCED_WRITES("{0}; a write of 4 KiB that is forced to the disk takes {1} at p50"),
  DISK_IS_MEMORY("the server's data folder is memory (tmpfs), so that nothing is on a disk"),
  DISK_IS_MEMORY_BRIEF("data folder is memory"),
  DISK_IS_MEMORY_REMEDY("put the servers' data on a disk: -Djava.io.tmpdir=DIR"),
  NOT_SETTLED(
      "the warm-up had not settled: p50 of the service time was {0} us in the first third and {1}"
          + " us in the last"),
  NOT_SETTLED_BRIEF("the warm-up had not settled"),
  NOT_SETTLED_REMEDY("give the benchmark a longer warm-up in the plan"),
  TAIL_NOT_SETTLED(
      "the warm-up had not settled: p99 of the service time was {0} us in the first third and {1}"
          + " us in the last"),
  TAIL_NOT_SETTLED_BRIEF("p99 had not settled"),
  TAIL_NOT_SETTLED_REMEDY("give the benchmark a longer warm-up in the plan, or measure again"),
  CLIENT_SATURATED("{0} % of all processors were taken by the client"),
  CLIENT_SATURATED_BRIEF("of all processors were taken by the client"),
  CLIENT_SATURATED_REMEDY(
      "lower the rate, or give the client more processors than the servers leave it"),
  CLIENT_THREAD_SATURATED("one thread of the client was busy for {0} % of the time"),
  CLIENT_THREAD_SATURATED_BRIEF("one thread of the client was always busy"),
  CLIENT_THREAD_SATURATED_REMEDY("lower the rate: the client is the limit, not the server"),
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

  // What a run cannot decide, and how far it got.
  TOO_FEW_FOR_A_VERDICT("{0:round}: no verdict is possible, {1} are needed (--rounds {1})."),
  TOO_FEW_AT_THE_RATE(
      "{0:row sends|rows send} too few operations at the rate for {1}: {2} in a round are needed."),
  NOT_IN_THE_PLAN("No row of this run is about: {0}."),
  RUN_COMPLETE("Problems"),
  RUN_RUNNING(
      "INCOMPLETE RUN, being measured or killed while it was ({0} of {1:round} completed){2}"),
  RUN_INTERRUPTED("INCOMPLETE RUN, stopped by the user ({0} of {1:round} completed){2}"),
  RUN_FAILED("FAILED RUN ({0} of {1:round} completed){2}"),
  HANDED_ON("Measured with {0}: these figures stand beside none without it"),
  ROW_HANDED_ON("measured with {0}"),
  NOTHING_WAS_MEASURED("nothing was measured"),
  NEVER_MEASURED("never measured: {0}"),

  // The picture.
  PICTURE("How long an operation takes"),
  PICTURE_ASKS("holds?"),
  PICTURE_HOLDS("yes"),
  PICTURE_REFUTED("no"),
  PICTURE_UNDECIDED("?"),
  PICTURE_ROUNDS("p50 and p99 of single rounds"),
  PICTURE_READ("Claims are read {0}."),
  NANOSECONDS("nanoseconds"),
  MICROSECONDS("microseconds"),
  MILLISECONDS("milliseconds"),
  SECONDS("seconds"),

  // The first lines of a terminal.
  BRIEF_PLATFORM("maybe the machine's: its pauses were as long, and came as often"),
  BRIEF_COMPILING("still compiling: the client's compiler took {0} of a processor"),
  BRIEF_INVALID("not valid, see --details"),
  BRIEF_NONE("not known: too few operations lie beyond it, or none was timed"),
  BRIEF_PICTURE("Picture: . a round, : 1 ms; of its claim yes, no or ? (undecided), else nothing."),
  BRIEF_DETAILS("--details, or report.html there: reasons, other readings, limits, conditions."),

  // The first lines of a check.
  CHECKED("{0:verdict}: {1} HOLDS, {2} REFUTED, {3} UNDECIDED."),
  CHECK_REST("see --details"),
  CHECK_DETAILS("--details: reasons, how far from the bound, other readings, figures, limits."),

  // The list of runs.
  INDEX("Plumbline: runs"),
  INDEX_NAME("Runs"),
  INDEX_ORDER("Runs, the newest first"),
  INDEX_UNREADABLE("{0}, {1} of which cannot be read"),

  // Figures, and what marks them.
  FROM_ROUNDS("{0} of {1:round}{2}"),
  FROM_OPERATIONS(", {0:operation} in all"),
  FROM_MEDIAN("median over {0}"),
  FROM_TOGETHER("all together: {0}"),
  FROM_MERGED("{0:operation}, all valid rounds merged"),
  FROM_OBSERVATIONS("median of {0}"),
  TABLE_MEDIANS(
      "percentiles and ops/s are medians over the rounds, as claims judge them, where each round has"
          + " one; else, like the maximum, they are of all operations together."),
  NO_FIGURES("No figures: nothing was measured."),
  MARK_PLATFORM(
      "at least as many pauses of the platform as slower operations were as long: the figure may"
          + " be the machine's, not the server's."),
  MARK_CLIENT(
      "in most rounds schedule lag or garbage collection of the client explains more than 10 % of"
          + " it, see the footnotes of the figures."),
  MARK_LAG("in part the client's, which sent late or collected garbage: see the note of its line."),
  MARK_INVALID("not valid, see the note of its line."),
  MARK_NONE(
      "not known: fewer than 10 operations lie beyond the percentile, or the load is saturated,"
          + " where latencies are not recorded, or it is a figure that a tool does not print."),
  ROUND_IS_INVALID("Round {0} is invalid: {1}"),
  ROUNDS_ARE_INVALID("Rounds {0} are invalid: {1}"),
  MARKED_IN_ROUND("in round {0}"),
  MARKED_IN_ONE_ROUND("in one round"),
  MARKED_IN_ROUNDS("in {0:round}"),
  MARKED_IN_UP_TO("in up to {0:round}"),
  MARKED_OVER_ALL("over all rounds"),
  ROUNDS_MEASURED("{0:round} of {1} were measured"),

  // Load curves.
  CURVE("{0}: saturated at {1}; {2}"),
  CURVE_TITLE("{0}: {1} at saturation"),
  CURVE_METHOD(
      "Response times: medians over the rounds, of which one that missed its rate counts as the"
          + " slowest, and of p99 the lowest and highest round. What was achieved is a median over"
          + " all rounds. Loads are shares of the saturation throughput: the highest rate that"
          + " two of three rounds sustained. Busiest is what was nearest to its limit: a thread of"
          + " the client or of the server, or all processors, by both together."),
  RANGE_UPWARDS("{0} upwards"),
  SEARCH_FAILED("The search failed: {0}."),
  SEARCH_OPEN("The search did not end; {0:rate was|rates were} tried."),
  SEARCH_FOUND("A round sustained {0}{1}; {2:fork} searched it."),
  SEARCH_ABOVE(" and not {0} ({1})"),
  SEARCH_BUSIEST("; busiest there: {0}"),
  BUSIEST_CLIENT_THREAD("client {0}"),
  BUSIEST_SERVER_THREAD("server {0}"),
  BUSIEST_PROCESSORS("CPUs {0}"),
  BUSIEST_CLIENT_PROCESSORS("client's CPUs {0}"),
  BUSIEST_SERVER_PROCESSORS("server's CPUs {0}"),
  SEARCH_OVERLOADED("; overloaded, it completed up to {0}"),
  LOAD_NOT_MEASURED("not measured"),
  LOAD_UNFINISHED("unfinished"),
  LOAD_NOT_SUSTAINED("not sustained in {0} of {1:round}"),
  LOAD_NOT_VALID("not valid in {0} of {1:round}{2}"),
  LOAD_ALSO_NOT_SUSTAINED(", not sustained in {0}"),
  CROSSING_UNKNOWN("p99 is not known at any load."),
  CROSSING_NEVER("p99 stays in the microseconds at every load that was measured, up to {0}"),
  CROSSING_AT_ONCE(
      "p99 has left the microseconds already at the lowest load where it is known, {0}"),
  CROSSING_BETWEEN("p99 leaves the microseconds between {0} and {1}"),
  CROSSING_SPLIT(", where rounds lie on both sides of 1\u00a0ms"),
  CROSSING_BACK(", but is back in them at {0}"),
  CROSSING_NOT_SUSTAINED("; {0} {1} not sustained"),
  CROSSING_BUSY(" All processors were busy from {0} on: what takes long there is waiting for one."),
  CROSSING_NOT_VALID("; {0} {1} not valid"),

  // Promises.
  PROMISES(
      "p50 and p99 over all valid rounds, and how many rounds were valid. A promise is that of the"
          + " server that acknowledges a write, by its configuration."),
  PROMISE_MEMORY("in memory only"),
  PROMISE_MEMORY_BRIEF("in memory"),
  PROMISE_MEMORY_MEANING("When the server's process ends, what was acknowledged is gone."),
  PROMISE_PROCESS("acknowledged and survives a process kill"),
  PROMISE_PROCESS_BRIEF("survives a kill"),
  PROMISE_PROCESS_MEANING(
      "Handed to the operating system before the answer: there after the process was killed, since"
          + " the page cache outlives it, but not for certain after the machine failed."),
  PROMISE_DISK("acknowledged and on disk"),
  PROMISE_DISK_BRIEF("on disk"),
  PROMISE_DISK_MEANING(
      "Forced to the disk (fsync) before the answer. Known from the servers' configuration and"
          + " documentation: killing a process cannot test it, and a virtual disk may say that it"
          + " is done before it is."),
  PROMISE_UNKNOWN_BRIEF("promise unknown"),
  PROMISED_WRITE("write, {0} in flight (service time)"),
  PROMISED_DELIVERY("delivery, {0} ops/s (response time)"),
  PROMISE_NOT_VALID("has no valid round"),
  PROMISE_NOT_MEASURED("was not measured"),
  ONE_NODE("on one node"),
  ONE_NODE_REPLICAS("There is no replica anywhere."),
  ONE_NODE_MACHINES("Writes to several machines were not measured, for any system."),

  // What limits a result.
  FLOOR(
      "A TCP echo of {0} B over loopback between threads that never sleep takes {1} at p50{2}. A"
          + " round trip over TCP cannot be much faster on this machine."),
  THE_FLOOR("the floor"),
  THE_ECHO("that of the echo"),
  SLEEPING_ECHO(
      "A TCP echo of {0} B over loopback between threads that sleep while they wait takes {1} at"
          + " p50{2}. What keeps processors awake can be faster."),
  FLOOR_TAIL(" and {0} at p99"),
  NO_FLOOR("Not measured: without the loopback echo, the machine's own share is unknown."),
  OVER_THE_FLOOR("{0}: p50 is {1} {3} ({2} more)."),
  UNDER_THE_FLOOR("{0}: p50 is {1} {3} ({2} less)."),
  CLIENT_SHARE("{0} at p50: {1} with {2}, {3} over a bare socket. The client is {4}."),
  DIFFERENCE("{0} of it, {3} (rounds: {1} to {2})"),
  DIFFERENCE_NOT_TOLD("{0} of it, not told from zero (rounds: {1} to {2})"),
  WAKING_UP("{0} at p50: the waking of processors is {1}."),
  RECORDING_COST("What the instrument itself takes: {0}."),
  NO_RECORDING_COST("Not measured."),
  PROCESSOR_TIME("{0}: {1}{2} of client and {3} of server per operation."),
  PAYLOAD("{0} of payload; "),
  UNKNOWN_TIME("unknown time"),
  PAUSES_NOT_WATCHED("Not watched."),
  PAUSES_SEEN(
      "A thread that only sleeps, in the same JVMs, woke up late by {0} at p50, {1} at p99, {2} at"
          + " most."),
  PAUSES_EXPLAIN_NOTHING("No figure of the table is explained by them."),
  PAUSES_EXPLAIN(
      "What goes beyond the median is a pause. Marked * in the table, since as many pauses as"
          + " slower operations were at least as long: {0}."),
  PAUSED_LINES("{0} of {1} of {2:line}"),
  PACED(
      "{0}: {1} of the rate{2}; the figures of the table count from when an operation was due{3}."),
  PACED_LAG("; sent late by {0}"),
  PACED_SERVICE(", and service time from when it was sent: {0}"),
  ACK_GAP("{0}: the acknowledgement came later than the record, which its time leaves out: {1}."),
  REMEDY("Where \"{0}\": {1}."),
  DRIFT("{0}: p50 went from {1} in round {2} to {3} in round {4} ({5})."),
  NO_DRIFT("No p50 moved by more than 10 % from the first round to the last."),
  WAITED_TO_RUN("The measuring thread waited for a processor for at most {0}."),
  TAKEN_BY_HYPERVISOR("A hypervisor kept at most {0} from this machine."),
  SHARE_OF_LINE("{0} of the time ({1})"),
  CLIENTS_WARMED_UP("Before each round the client warmed up for {0} to {1} (rule: {2})."),
  CLIENTS_AT_THE_LIMIT("Not at rest when the plan's time was up: {0}."),
  ROUNDS_OF("{0} ({1} of {2:round})"),
  COMPILING("Share of a processor that the compiler took while it was measured: {0}."),
  WARMED_UP("{0} {1} That client ran on; each fork's starts cold."),
  WARM_UP_SETTLED("settled after {0} and {1:operation}{2} (rule: {3})."),
  WARM_UP_NOT_SETTLED("did NOT settle within {0} and {1:operation}{2} (rule: {3})."),
  WARM_UP_MOVED("; p50 went from {0} to {1}"),

  // Grounds of verdicts.
  ROUNDS_INSIDE("{0} of {1:round} inside"),
  ROUNDS_FIRST_SIDE("{0} of {1:round} {2}"),
  ROUNDS_SECOND_SIDE(", {0} {1}"),
  ROUNDS_ALSO_INSIDE(", {0} inside"),
  ROUNDS_SCATTER("{0}: the rounds scatter"),
  BELOW("below {0}"),
  AT_OR_BELOW("at or below {0}"),
  ABOVE("above {0}"),
  AT_OR_ABOVE("at or above {0}"),
  CHANCE_INSIDE("{0} of {1:round} inside, which chance alone gives with p = {2}"),
  CHANCE_OUTSIDE("{0} of {1:round} outside, which chance alone gives with p = {2}"),
  PAUSES_OPEN("platform pauses of up to {2} at {3} leave {0} of {1:round} open"),
  PAUSES_UNWATCHED("platform pauses, which were not watched, leave {0} of {1:round} open"),
  INVALID_ROUND("round {0} is not valid: {1}"),
  INVALID_ROUNDS("round {0} is not valid: {1} ({2:invalid round})"),
  CLIENTS_SHARE("{0} of round {1} is the client's: {2}"),
  TOO_FEW_EXCURSIONS(
      "{0} needs {1:separate excursion} beyond it in every round, round {2} has fewer: a stall is"
          + " one, however many operations it delays"),
  TOO_FEW_SAMPLES("{0} needs {1:sample} in every round, round {2} has {3}"),
  NO_FIGURE("round {0} has no {1}"),
  TOO_FEW_ROUNDS("needs at least {0:round}, has {1}"),
  TOO_FEW_PAIRS("needs at least {0:round} in which both have a figure, has {1}"),
  CLOCK_TOO_COARSE("the bound {0} is finer than the clock, whose smallest step is {1} ns"),
  NOT_MEASURED("not measured in this run"),
  NOT_MEASURED_BRIEF("not measured"),
  RUN_INCOMPLETE("the run is incomplete ({0})"),
  OF_A_SIDE("{0}: {1}"),

  // How far a figure is from a bound, and by which reading of a claim's words.
  DISTANCE_ABOVE("{0} above {1}"),
  DISTANCE_BELOW("{0} below {1}"),
  DISTANCE_NONE("at {0}"),
  AS("as {0}"),
  READ_AS("as {0}: {1}"),

  // Verdicts in a table.
  NO_CLAIM_JUDGED("No claim was judged on this run."),
  ALL_DECIDED("decided in every regime, as the table says"),
  FIGURES("medians over the rounds; in brackets: {0}"),
  MATRIX(
      "How many verdicts there are in each kind of regime, one for each regime and metric. A claim"
          + " that continues another is in its line; another reading of its words has one of its"
          + " own where it comes to something else."),
  MIXED("mixed: "),

  // What low and high of a verdict are.
  ONE_ROUND("1 round"),
  RANGE_OF_ROUNDS("range of {0:round}"),
  RANGE_AS_INTERVAL("range of {0:round}, a {1} % interval of the median"),
  INTERVAL_OF_THE_MEDIAN("{0} % interval of the median"),

  // Regimes.
  AGAINST("{0} against {1}"),
  ONE_IN_FLIGHT("one in flight"),
  MORE_IN_FLIGHT("{0} in flight"),
  AT_A_RATE("at a rate"),
  SATURATED("saturated"),
  IN_A_CLOSED_LOOP("in a closed loop"),
  ACROSS_PROMISES("across promises"),
  EVERYTHING("everything"),

  // Headline.
  NOTHING_JUDGED("Nothing was judged."),
  NOTHING_OF_THE_CLAIMS("Nothing that the claims speak about was measured in this run."),
  NOT_MEASURED_CLAIMS("Not measured in this run: {0}."),
  INCOMPLETE("The run is incomplete."),
  ANSWER_HOLDS("Yes"),
  ANSWER_REFUTED("No"),
  ANSWER_UNDECIDED("Undecided"),
  ANSWER_SOME("in {0} of {1}"),
  ANSWER_AT("{0}: {1}."),
  ANSWER_DIFFERS("{0} differs."),
  READING_DIFFERS("Read {0}, {1} of {2:verdict differs|verdicts differ}."),
  COUNTS("{0:claim}, {1:verdict}: {2}."),
  CLAIM("{0}: {1}."),
  BOTH_REGIMES("in both regimes"),
  ALL_REGIMES("in all {0:regime}"),
  SOME_REGIMES("in {0} of {1:regime}"),
  ELSEWHERE("elsewhere"),
  FOR("for {0}"),
  WITH("with {0}"),
  OTHER_REASONS(" (and {0:other reason})"),
  GAP("{0} takes {1} as long as {2} {3}{4}"),
  GAP_FIGURE("{0} ({1} to {2})"),
  GAP_ELSEWHERE(", {0} with {1}"),
  GAP_OVER(" over {0:regime}"),
  GAP_WITH(" with {0}"),
  AT_THE_MEDIAN("at the median"),
  IN_THE_MEAN("in the mean"),
  AT_THE_MAXIMUM("at the maximum"),
  IN_THROUGHPUT("in throughput"),
  AT("at {0}"),

  // What a comparison and its gate say.
  COMPARED_NOTHING("Nothing was compared"),
  COMPARED("{0} better, {1} worse, {2} without a difference that matters{3}"),
  COMPARED_UNKNOWN(", {0} not to be known"),
  COMPARED_TOO_FEW_STARTS(
      "Nothing is decided: {0} has {1:start} of the servers, and a side needs {2}"),
  COMPARED_BY_ROUNDS(
      "Rounds alone hint at {0} better and {1} worse; two starts can differ as much"),
  COMPARED_NO_HINT("Rounds alone hint at no difference"),
  COMPARED_FEW_ROUNDS("Rounds alone are too few for a hint"),
  COMPARED_NO_ROW("No row is on both sides: nothing was compared."),
  TOO_FEW("too few"),
  RULE(
      "A row is better or worse if Mann-Whitney's p, after Holm's correction over {0:tested row}, is"
          + " at most {1} and the change is more than {2}."),
  POWER("The smallest p that so many can give is {0}, after the correction {1}."),
  POWER_NOTHING(
      "The smallest p that so few can give is {0}, after the correction {1}: nothing can be"
          + " significant."),
  POWER_NEEDS("{0:row needs|rows need} {1:start} of the servers a side."),

  // The first lines of a comparison.
  SIDE_STARTS("{0}; {1:start}"),
  SIDE_RUNS("{0:run}, {1} to {2}"),
  SIDE_RUN("{0} ({1:round})"),
  SIDE_COMMIT("{0} (commit {1}, {2:round})"),
  SIDE_EMPTY("no rounds"),
  SAME_CONDITIONS("The conditions are the same, as far as the files tell."),
  OTHER_CONDITIONS("The conditions differ: {0}."),
  BRIEF_ROWS_LEFT("and {0:more row}, see --details"),
  BRIEF_NOT_COMPARED("not compared: {0:row}"),
  BRIEF_NOT_VALID("not valid: {0:round}"),
  BRIEF_LEGEND_STARTS("n: starts of the servers; in brackets: 95 % interval; ~: not told apart"),
  BRIEF_LEGEND_ROUNDS("n: rounds; in brackets: 95 % interval; ~: not told apart"),
  BRIEF_COMPARISON("--details: intervals, conditions, what was left out, how it was tested."),

  // What to type so that a comparison can decide.
  ADVICE_STARTS(
      "To decide it: {0:start} of the servers a side at least, {1} are enough in most cases{2}."),
  ADVICE_STARTS_OF_ROWS("; these {0:row} need {1}"),
  ADVICE_TRACK(
      "`run track --out results/before`, then `run track --out results/after`: {0:start} each"),
  ADVICE_POOL(
      "or several runs, each a start, pooled: `compare 'results/before/2*' 'results/after/2*'`"),
  ADVICE_ROWS("fewer rows: `--gate-on p50`, or `--filter REGEX`"),
  LEGEND_STARTS("n: starts of the servers, of which the median of the rounds counts"),
  LEGEND_ROUNDS("n: rounds"),
  LEGEND_FIGURES(
      "medians with their 95 % interval by order statistics (from 6 on); change: Hodges-Lehmann"
          + " ratio with its 95 % interval"),
  LEGEND_TOO_FEW("too few: with so few, no difference at all could be significant"),
  LEGEND_SAME(
      "~ no significant difference; that is no proof that there is none: the interval of the change"
          + " says how large one may be"),
  MEANS(
      "Over the rows that could be tested; in brackets the geometric mean of their intervals, which"
          + " covers at least as much, however the rows depend on each other."),
  GATE_BROKEN("GATE BROKEN: {0}"),
  GATE_BROKEN_BY_FAILURES("{0:row} failed more often"),
  GATE_BROKEN_BY("{0:row is|rows are} worse by more than {1}"),
  GATE_PASSED("GATE PASSED: no row is significantly worse by more than {0}"),
  GATE_UNDECIDED("GATE UNDECIDED: {0}"),
  GATE_NOT_EXCLUDED("{0} could still have changed by {1}"),
  GATE_MISS_NOT_EXCLUDED("{0} could still be slower than its rate allows"),
  GATE_MACHINE_NOT_SEEN("no figure of the machine was compared that could show that it changed"),
  GATE_CONDITIONS_NOT_KNOWN("not all conditions are known, for want of a run.json"),
  GATE_LEFT_OPEN("{0:row} could not be decided"),
  GATE_LEFT_OUT("{0:row was|rows were} not compared"),
  GATE_LEFT_INVALID("{0:round was|rounds were} not valid"),

  // What a comparison leaves out.
  LEFT_OUT_INVALID("Left out, not valid"),
  LEFT_OUT_MISSED("Compared as the slowest, rate missed"),
  LEFT_OUT_UNMATCHED("Not compared, on one side only"),
  LEFT_OUT_SPARSE("Not compared, too few operations or excursions in some rounds"),
  LEFT_OUT_ZERO("Not compared, values of 0"),
  OMITTED_TOO_FEW(
      "no valid round of {0} has it, all had too few operations, or excursions beyond it"),
  OMITTED_NO_ROUND("{0} has no valid round of it"),
  OMITTED_SPARSE(
      "only {0} of {1:valid round has|valid rounds have} it, the others had too few operations,"
          + " or excursions beyond it"),
  OMITTED_RATE("{0} of {1:round} missed their rate: compared as slower than all that kept it"),
  OMITTED_ZERO("a value of 0 has no ratio: the clock is too coarse for it"),

  // Why a gate is broken, or cannot decide.
  GATE_FAILURE("{0}: {2} of {3:round} of {1} failed, and {5} of {6} of {4}: {7}"),
  DOUBT_FIGURE_LOST(
      "not every valid round of {0} has enough for {1}, as those of {2} have: measure for longer, or"
          + " see whether it got slower or stalls"),
  DOUBT_UNFINISHED("the run {0} of {1} did not come to its end: leave it out, or measure it again"),
  DOUBT_SHARED_RUN(
      "the run {0} is on both sides, so its rounds cannot differ: name another on one of them"),
  DOUBT_NOTHING_COMPARED(
      "no row that it looks at is on both sides, so nothing was compared; without --gate, compare"
          + " shows what each side has"),
  DOUBT_NOTHING_FOUND("--filter: '{0}' is found in the name of no series, so nothing was compared"),
  DOUBT_TOO_FEW_STARTS("{0} has {1:start} of the servers, and a gate needs {2} a side"),
  DOUBT_CONDITIONS(
      "the conditions differ, so what is compared is not the change alone: {0}; if that was meant,"
          + " name it with --changed"),
  AND_OTHERS("{0} and {1:other}"),
  DOUBT_MACHINE(
      "the machine itself changed between the sides: {0}; measure both again, in turns"
          + " (.ci/alternate)"),
  DOUBT_TOO_MANY_ROWS(
      "{0:row needs|rows need} at least {1:start} of the servers a side before any difference can be"
          + " significant"),
  DOUBT_NOTHING_DECIDED(
      "no row of {0} could be decided for {1}: measure it there, or leave it out (--filter)"),
  DOUBT_ROUNDS_LOST(
      "{0}: {2} of {3:round} of {1} are missing or not valid, and {5} of {6} of {4}; those that are left do"
          + " not stand for all"),

  // Histories.
  HISTORY_TOO_SHORT(
      "Too few runs to show a change: for one in a single metric it takes {0} or more."),
  HISTORY_DETAILS("--details, or --out FILE.html: every metric, and how changes are found."),
  HISTORY_SAME("No change in any of {0:metric}."),
  HISTORY_CHANGED("{0:change} in {1} of {2:metric}."),

  // What a machine can decide.
  NEEDS_PROCESSORS("a client that sends on time and a server need a processor each"),
  SHARED_PROCESSOR("client and server share one processor, and so its throughput"),
  NO_DISK("the servers' data is in a file system without a disk, where forcing costs nothing"),
  CLOCK_ERROR("the clock is wrong by up to {0}, a large part of {1}"),
  DELAY_PAUSES("pauses"),
  DELAY_SCHEDULE_LAG("schedule lag"),
  DELAYS_REACH("{0} of up to {1} at {2} can reach the bound {3}"),
  DELAYS_NEAR("with {0} of up to {1} at {2}, a figure from {3} to {4} leaves it open"),
  DELAYS_APART("two figures less than {0} apart leave it open, as {1} can reach that at {2}"),
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
