package plumbline.report;

import java.util.List;
import java.util.stream.Stream;
import plumbline.report.ReportModel.Figure;
import plumbline.report.ReportModel.Mark;
import plumbline.result.Units;

/**
 * Response times over load, in words and formatted figures: what every report says of the load
 * curves of a run.
 *
 * @param shapes what was loaded, in the order of the plan
 */
public record CurveSheet(List<Shape> shapes) {
  private static final String METHOD =
      "Response times: medians over the rounds, of which one that missed its rate counts as the"
          + " slowest, and of p99 the lowest and highest round. What was achieved is a median over"
          + " all rounds. Loads are shares of the saturation"
          + " throughput: the highest rate that a round sustained.";

  private static final String CLIENT =
      " "
          + Mark.CLIENT.sign()
          + " in most rounds schedule lag or garbage collection of the client explains more than"
          + " 10 % of it, see the footnotes of the figures.";

  /** The heads of the table's columns. */
  public static final List<String> COLUMNS =
      List.of("load", "ops/s", "achieved", "p50", "p99", "p99.9", "p99 of rounds", "rounds");

  public CurveSheet {
    shapes = List.copyOf(shapes);
  }

  /** How to read the tables. */
  public String method() {
    boolean marked =
        shapes.stream()
            .flatMap(shape -> shape.loads().stream())
            .flatMap(load -> Stream.of(load.p50(), load.p99(), load.tail()))
            .anyMatch(figure -> figure.mark() == Mark.CLIENT);
    return marked ? METHOD + CLIENT : METHOD;
  }

  /**
   * One benchmark under rising load.
   *
   * @param name system and operation, with what tells it from others
   * @param saturation with unit, or {@code -}
   * @param search how the saturation throughput was found, a sentence
   * @param crossing where p99 leaves the microseconds, a sentence
   * @param loads rising; none if the search found no rate
   */
  public record Shape(
      String name, String saturation, String search, String crossing, List<Load> loads) {
    /** The name and the saturation throughput, if that was found. */
    public String title() {
      return saturation.equals(Units.NONE) ? name : name + ": " + saturation + " at saturation";
    }

    /** For the headline. */
    String sentence() {
      return loads.isEmpty()
          ? name + ": " + search
          : name + ": saturated at " + saturation + "; " + crossing;
    }
  }

  /**
   * One load.
   *
   * @param share of the saturation throughput, such as {@code 25 %}
   * @param rate operations per second that were asked for
   * @param achieved share of it that was completed, or {@code -}
   * @param p50 with its mark
   * @param p99 with its mark
   * @param tail p99.9, with its mark
   * @param range of p99 over the rounds, or {@code -}
   * @param rounds valid ones of planned ones, such as {@code 3/3}
   * @param remark instead of the latencies, why there are none; empty if there are
   */
  public record Load(
      String share,
      String rate,
      String achieved,
      Figure p50,
      Figure p99,
      Figure tail,
      String range,
      String rounds,
      String remark) {}
}
