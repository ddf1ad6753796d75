package plumbline.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plumbline.problem.BadInputException;
import plumbline.result.Metric;
import plumbline.result.Row;
import plumbline.result.RunData;
import plumbline.result.RunManifest;
import plumbline.result.Series;

/**
 * A run in one figure per benchmark and metric: the median over its valid rounds.
 *
 * <p>The median of rounds, and not the percentile of all rounds merged, because the round is the
 * unit of statistics here, as in verdicts: one round that the machine disturbed would shift the
 * merged tail, and does not move the median. A metric that some valid round lacks, for want of
 * samples, is left out: the rounds that have it are the faster ones, and their median would be of
 * those alone. Rounds that are not valid do not count at all.
 *
 * @param run the name of the run
 * @param plan the name of its plan
 * @param started start of the run, in whole milliseconds
 * @param commit full hash, with {@code -dirty} if tracked files differed from it; empty if unknown
 * @param branch the branch, or {@code HEAD} for a detached one; empty if unknown
 * @param servers provider and version of the servers that took part, or empty
 * @param figures in the order of benchmark and metric; may be empty
 */
public record RunSummary(
    String run,
    String plan,
    Instant started,
    String commit,
    String branch,
    String servers,
    SortedMap<Tracked, Figure> figures) {

  public RunSummary {
    figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
  }

  /** Which runs are let in, and under which name. */
  public record Policy(boolean allowIncomplete, Optional<String> branch) {
    /** Only complete runs, with the branch that they recorded. */
    public static final Policy STRICT = new Policy(false, Optional.empty());
  }

  /**
   * Sums up a run.
   *
   * @throws BadInputException if it is incomplete and the policy does not allow that, or if nothing
   *     in it is valid
   */
  public static RunSummary of(RunData data, Policy policy) {
    RunManifest manifest = data.manifest();
    if (!manifest.isComplete() && !policy.allowIncomplete()) {
      String reason = manifest.statusReason().isEmpty() ? "" : ": " + manifest.statusReason();
      throw new BadInputException(
          manifest.run()
              + ": is incomplete ("
              + manifest.status()
              + reason
              + "); its figures are taken only with --allow-incomplete");
    }
    SortedMap<Tracked, Figure> figures = figures(data);
    if (figures.isEmpty()) {
      throw new BadInputException(manifest.run() + ": has no valid figure");
    }
    return new RunSummary(
        manifest.run(),
        manifest.plan().name(),
        manifest.started().truncatedTo(ChronoUnit.MILLIS),
        manifest.git().map(RunSummary::commit).orElse(""),
        policy.branch().or(() -> manifest.git().map(RunManifest.Git::branch)).orElse(""),
        servers(manifest),
        figures);
  }

  private static String commit(RunManifest.Git git) {
    return git.commit() + (git.dirty() ? "-dirty" : "");
  }

  private static String servers(RunManifest manifest) {
    return String.join(
        ", ",
        manifest.servers().stream()
            .map(
                server ->
                    server.product() + " " + server.version() + " (" + server.provider() + ")")
            .distinct()
            .toList());
  }

  private static SortedMap<Tracked, Figure> figures(RunData data) {
    SortedMap<Tracked, Figure> figures = new TreeMap<>();
    for (Series series : data.series()) {
      List<Row> ofRounds = data.rows(series).stream().filter(row -> !row.isMerged()).toList();
      // A round is valid as a whole or not at all.
      Set<OptionalInt> bad = rounds(ofRounds.stream().filter(row -> !row.valid()));
      int valid = rounds(ofRounds.stream()).size() - bad.size();
      for (Metric metric : Tracked.METRICS) {
        List<Row> rows =
            data.roundRows(series, metric).stream()
                .filter(row -> !bad.contains(row.round()))
                .toList();
        if (valid == 0 || rows.size() != valid) {
          continue;
        }
        double[] values = rows.stream().mapToDouble(Row::value).toArray();
        if (figures.put(Tracked.of(series, metric), Figure.of(values)) != null) {
          throw new BadInputException(
              data.manifest().run()
                  + ": two series have the same name, "
                  + Tracked.name(series)
                  + "; they cannot be told apart in a history");
        }
      }
    }
    return figures;
  }

  private static Set<OptionalInt> rounds(Stream<Row> rows) {
    return rows.map(Row::round).collect(Collectors.toSet());
  }
}
