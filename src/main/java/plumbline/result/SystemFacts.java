package plumbline.result;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a reader of a run has to know of a system. The run writes it down, so that it can be read
 * where nobody knows the system.
 *
 * @param title the name in prose
 * @param volatileConfiguration keys of the servers' configuration whose values are others at every
 *     start, sorted
 * @param promiseParams parameters by which benchmarks ask for a {@link Promise}, sorted
 * @param remarks sentences for reports by the {@link Topic#id()} that they are about
 */
public record SystemFacts(
    String title,
    List<String> volatileConfiguration,
    List<String> promiseParams,
    SortedMap<String, String> remarks) {

  /** The keys that runs of schema 1 and 2, which did not write them down, had to leave out. */
  private static final List<String> SCHEMA_2_VOLATILE =
      List.of(
          "port",
          "pidfile",
          "info.config_file",
          "info.tcp_port",
          "info.process_id",
          "info.run_id",
          "info.cluster.id",
          "info.hz",
          "info.lru_clock",
          "info.server_time_usec",
          "info.uptime_in_seconds",
          "info.uptime_in_days");

  public SystemFacts {
    volatileConfiguration = volatileConfiguration.stream().sorted().toList();
    promiseParams = promiseParams.stream().sorted().toList();
    remarks = Collections.unmodifiableSortedMap(new TreeMap<>(remarks));
  }

  /**
   * The facts that a system contributes.
   *
   * @param remarks by what they are about
   */
  public static SystemFacts of(
      String title,
      Set<String> volatileConfiguration,
      Set<String> promiseParams,
      Map<Topic, String> remarks) {
    SortedMap<String, String> byId = new TreeMap<>();
    remarks.forEach((topic, text) -> byId.put(topic.id(), text));
    return new SystemFacts(
        title, List.copyOf(volatileConfiguration), List.copyOf(promiseParams), byId);
  }

  /**
   * What is taken for true of a system where a run says nothing: of one that has no server, such as
   * a control, and of all in runs of schema 1 and 2.
   *
   * @param system its id
   */
  public static SystemFacts unwritten(String system) {
    return new SystemFacts(
        capital(system), SCHEMA_2_VOLATILE, Schema2Promises.params(), Collections.emptySortedMap());
  }

  private static String capital(String id) {
    return id.isEmpty() ? "" : id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
  }

  /** System and operation in prose: the title, and what was done. */
  public String nameOf(Series series) {
    return title.isEmpty() ? series.operation() : title + " " + series.operation();
  }

  /** The remark on a topic, if there is one. */
  public Optional<String> remark(Topic topic) {
    return Optional.ofNullable(remarks.get(topic.id()));
  }
}
