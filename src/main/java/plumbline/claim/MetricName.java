package plumbline.claim;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;
import java.util.List;
import plumbline.input.Suggestion;
import plumbline.problem.BadInputException;
import plumbline.result.Metric;

/** A metric by its name in files, such as {@code p99.9}. */
final class MetricName extends JsonDeserializer<Metric> {
  @Override
  public Metric deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    String name = parser.getText();
    return Metric.of(name)
        .orElseThrow(
            () ->
                new BadInputException(
                    "there is no metric '" + name + "'; " + Suggestion.known(name, names())));
  }

  static String judged() {
    return String.join(", ", names());
  }

  private static List<String> names() {
    return Claim.judgedMetrics().stream().map(Metric::text).toList();
  }
}
