package plumbline.result.file;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plumbline.report.words.WarningWords;
import plumbline.result.Metric;
import plumbline.result.Warning;
import plumbline.testing.Golden;

/**
 * The manual has every column, metric and warning that there is: none can be added without words.
 */
class FileTablesTest {
  private static final String PAGE = "src/site/markdown/files.md";

  private static String about(CsvColumn column) {
    return switch (column) {
      case RUN -> "the run's folder";
      case STARTED -> "when the run began, UTC";
      case COMMIT -> "git commit of the working directory, `-dirty` if it had changes";
      case PLAN -> "name of the plan";
      case BENCHMARK -> "class and method";
      case PARAMS -> "the benchmark's parameters, `name=value`, in alphabetical order";
      case SYSTEM -> "`kafka`, `redis`, `memcached`, or a control: `loopback`, `instrument`";
      case OPERATION -> "what is timed: `GET`, `round trip`, …";
      case LOAD -> "`closed`, `paced` or `saturated`";
      case IN_FLIGHT -> "operations under way at once; 0 where nothing bounds it";
      case TARGET_RATE -> "operations per second that a paced load asks for; else empty";
      case PAYLOAD -> "bytes of a value or record; 0 of an operation without one";
      case ROUND -> "1 and up; `all` for the operations of all valid rounds together";
      case METRIC -> "see below";
      case VALUE -> "the figure; empty for the metric `failure` only";
      case UNIT -> "of the value";
      case SAMPLES -> "operations that the figure comes from";
      case VALID -> "`false` if the round may not be used; a row that is only marked is valid";
      case WARNINGS -> "codes with their numbers, separated by `;`, see below";
      case REASON -> "what is wrong that no warning says, such as how a fork failed";
      case SERVERS -> "where the servers came from, with what of their configuration matters";
      case PROMISE ->
          "what an acknowledgement promises, of benchmarks that ask: `memory`, `process`, `disk` or"
              + " `unknown`";
      case SERVER_VERSION, CLIENT_VERSION -> "its name and version";
      case JAVA -> "version of the JVM that measured";
      case HOST -> "the machine, as the run called it";
    };
  }

  private static String about(Metric metric) {
    return switch (metric) {
      case P50, P90, P99, P99_9, P99_99 ->
          "so many percent of the operations took at most this long; response time of a paced load";
      case MAX -> "the slowest operation";
      case MEAN -> "the mean of all operations";
      case THROUGHPUT -> "operations that ended with the right answer, over the measured time";
      case THROUGHPUT_MB ->
          "of a saturated load: the payload of these, in units of 1,000,000 bytes";
      case PAUSE_P50, PAUSE_P90, PAUSE_P99, PAUSE_P99_9, PAUSE_P99_99 ->
          "the platform's pause that came as often as operations lie beyond this percentile";
      case PAUSE_MAX -> "the longest pause of the platform";
      case SERVICE_P50,
          SERVICE_P90,
          SERVICE_P99,
          SERVICE_P99_9,
          SERVICE_P99_99,
          SERVICE_MAX,
          SERVICE_MEAN ->
          "of a paced load: the same from when an operation was sent";
      case LAG_P50, LAG_P99, LAG_MAX -> "of a paced load: how late the generator itself was";
      case ACK_GAP_P50, ACK_GAP_P99, ACK_GAP_MAX ->
          "of a round trip: what the acknowledgement took longer than the record";
      case RATE_ACHIEVED -> "the throughput in percent of the target rate";
      case CLIENT_CPU, SERVER_CPU -> "processor time of all threads of that side, per operation";
      case SCHEDULED -> "operations that a paced load had on its schedule";
      case STARTED -> "operations that were sent";
      case COMPLETED -> "operations that ended with the right answer";
      case FAILED -> "operations that ended with an error, or never";
      case WRONG -> "operations whose answer was wrong";
      case LOST -> "messages that were sent and never arrived";
      case DUPLICATED -> "messages that arrived once more";
      case REORDERED -> "messages that arrived after one that was sent later";
      case BACKLOG_FIRST, BACKLOG_LAST ->
          "of a paced load: operations that were due and had not ended, the median over the sends of"
              + " that third of the schedule";
      case MEASURED_TIME -> "the measured time; of a paced load, that of its schedule";
      case COMPLETION_TIME -> "of a paced load: until the last answer, less the shortest latency";
      case CLIENT_CPU_TIME, SERVER_CPU_TIME -> "processor time of all threads of that side";
      case CLIENT_THREAD_TIME -> "of the busiest thread of the fork, its compilers left out";
      case SERVER_THREAD_TIME -> "of the busiest thread of the server";
      case COMPILE_TIME -> "for which the fork's compiler was at work, its threads added up";
      case RUN_QUEUE_WAIT ->
          "for which the measuring thread waited for a processor although it could have run";
      case STOLEN_TIME -> "that a hypervisor kept from all processors together";
      case WARMUP_TIME -> "that the fork took to warm up, before the measured time";
      case GC_TIME -> "in which the fork's garbage collector was at work";
      case CLIENT_MEMORY -> "the most memory that the fork has held, heap and all else (`VmHWM`)";
      case FAILURE -> "a round without a valid result: no value, only a reason";
    };
  }

  private static String table(String heads, Stream<String> rows) {
    String line = heads.replaceAll("[^|]+", "---");
    return rows.collect(Collectors.joining("\n", heads + "\n" + line + "\n", "\n"));
  }

  @Test
  void everyColumnStandsInTheManual() {
    Golden.assertShown(
        PAGE,
        "columns",
        table(
            "| column | what it holds |",
            Arrays.stream(CsvColumn.values())
                .map(column -> "| `" + column.header() + "` | " + about(column) + " |")));
  }

  @Test
  void everyMetricStandsInTheManual() {
    Golden.assertShown(
        PAGE,
        "metrics",
        table(
            "| metric | unit | what it is |",
            Arrays.stream(Metric.values())
                .map(
                    metric ->
                        "| `%s` | %s | %s |"
                            .formatted(metric.text(), metric.unit(), about(metric)))));
  }

  @Test
  void everyWarningStandsInTheManual() {
    Golden.assertShown(
        PAGE,
        "warnings",
        table(
            "| code | effect | what it says | what to do |",
            Arrays.stream(Warning.values())
                .map(
                    warning ->
                        "| `%s` | %s | … %s | %s |"
                            .formatted(
                                warning.code(),
                                warning.effect().name().toLowerCase(Locale.ROOT),
                                WarningWords.USUAL.brief(warning),
                                WarningWords.USUAL.remedy(warning)))));
  }
}
