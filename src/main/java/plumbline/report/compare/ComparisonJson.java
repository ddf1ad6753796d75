package plumbline.report.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import plumbline.compare.ComparedRow;
import plumbline.compare.Comparison;
import plumbline.compare.GateOutcome;
import plumbline.report.words.ComparisonWords;
import plumbline.report.words.GateWords;
import plumbline.report.words.Wording;
import plumbline.result.Series;
import plumbline.statistics.MedianInterval;

/**
 * A comparison as JSON, with a version of its own schema. Ratios are new over base; what is not
 * known is null.
 */
final class ComparisonJson {
  /**
   * The version of the layout. Version 2 has observations, which are rounds or starts of the
   * servers, where rounds were before.
   */
  static final int SCHEMA = 2;

  private static final ComparisonWords WORDS = new ComparisonWords(Wording.USUAL);
  private static final GateWords GATE = new GateWords(Wording.USUAL);

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private ComparisonJson() {}

  static String render(Comparison comparison) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("schema", SCHEMA);
    all.put("alpha", comparison.settings().alpha());
    all.put("minEffect", comparison.settings().minEffect());
    all.put("observation", comparison.observation().text());
    all.put("gate", comparison.gate().map(ComparisonJson::gate).orElse(null));
    all.put("differences", comparison.differences());
    all.put("notes", comparison.notes());
    all.put("sides", comparison.sides());
    all.put("power", comparison.power());
    all.put("rows", comparison.rows().stream().map(ComparisonJson::row).toList());
    all.put("means", comparison.means().stream().map(ComparisonJson::mean).toList());
    all.put("omitted", comparison.omitted().stream().map(ComparisonJson::omission).toList());
    try {
      return JSON.writeValueAsString(all) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a comparison that is no JSON", e);
    }
  }

  private static Map<String, Object> gate(GateOutcome gate) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("state", gate.state().name().toLowerCase(Locale.ROOT));
    json.put("reason", GATE.doubt(gate));
    json.put("failures", gate.failures().stream().map(GATE::failure).toList());
    json.put("broken", gate.broken().stream().map(ComparisonJson::row).toList());
    return json;
  }

  private static Map<String, Object> row(ComparedRow row) {
    Series series = row.figure().series();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("side", row.side());
    json.put("benchmark", series.benchmark());
    json.put("params", series.params());
    json.put("system", series.system());
    json.put("operation", series.operation());
    json.put("load", series.load().text());
    json.put("inFlight", series.inFlight());
    json.put(
        "targetRate", series.targetRate().isPresent() ? series.targetRate().getAsDouble() : null);
    json.put("payload", series.payload());
    json.put("metric", row.figure().metric().text());
    json.put("unit", row.figure().metric().unit());
    json.put("base", observations(row.base()));
    json.put("new", observations(row.changed()));
    json.put("ratio", finite(row.change().ratio()));
    json.put("ratioLow", row.change().hasInterval() ? finite(row.change().low()) : null);
    json.put("ratioHigh", row.change().hasInterval() ? finite(row.change().high()) : null);
    json.put("p", row.p());
    json.put("pAdjusted", row.adjusted());
    json.put("verdict", row.verdict().text());
    json.put("needed", row.needed() == 0 ? null : row.needed());
    return json;
  }

  private static Map<String, Object> observations(ComparedRow.Observations observations) {
    MedianInterval median = observations.median();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("observations", observations.count());
    json.put("median", finite(median.median()));
    json.put("low", observations.hasInterval() ? finite(median.low()) : null);
    json.put("high", observations.hasInterval() ? finite(median.high()) : null);
    return json;
  }

  /** What missed its rate has no figure. */
  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  private static Map<String, Object> mean(Comparison.Mean mean) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("side", mean.side());
    json.put("system", mean.system());
    json.put("metric", mean.metric().text());
    json.put("rows", mean.rows());
    json.put("ratio", mean.change().ratio());
    json.put("low", mean.change().low());
    json.put("high", mean.change().high());
    return json;
  }

  private static Map<String, Object> omission(Comparison.Omission omission) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", omission.kind().text());
    json.put("side", omission.side());
    json.put("what", omission.what());
    json.put("reason", WORDS.reason(omission));
    return json;
  }
}
