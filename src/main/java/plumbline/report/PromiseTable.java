package plumbline.report;

import java.util.List;

/**
 * Systems side by side where they promise the same of an acknowledged write.
 *
 * @param systems names, one per column
 * @param groups one per promise that a row of the run gives
 * @param notes what the promises mean and what they do not
 */
public record PromiseTable(
    List<String> systems, List<Group> groups, List<ReportModel.Entry> notes) {

  /**
   * A promise.
   *
   * @param promise in words
   * @param lines what was measured under it
   */
  public record Group(String promise, List<Line> lines) {}

  /**
   * One kind of operation.
   *
   * @param kind such as {@code write, 1 in flight (service time)}
   * @param cells one per system
   */
  public record Line(String kind, List<Cell> cells) {}

  /**
   * One system.
   *
   * @param figures what was measured; empty if nothing was
   * @param absence why there is nothing; empty if there is something
   */
  public record Cell(List<Measured> figures, String absence) {}

  /**
   * One series.
   *
   * @param operation with the parameters that do not say the promise
   * @param p50 with its mark
   * @param p99 with its mark
   * @param rounds valid ones of those planned
   */
  public record Measured(String operation, String p50, String p99, String rounds) {}
}
