package plumbline.claim;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import plumbline.input.StrictYaml;

/** Claims from YAML in a test. */
public final class Claims {
  private Claims() {}

  /** Reads claims as from a file {@code test.yaml}. */
  public static ClaimsFile of(String yaml) {
    return new ClaimsFile(
        "test.yaml",
        StrictYaml.parse(
                "test.yaml", yaml.getBytes(StandardCharsets.UTF_8), ClaimsFile.Document.class)
            .value()
            .claims(),
        Optional.empty());
  }

  /** A band for every system. */
  static String band(String metric, String bounds) {
    return """
        claims:
          - id: a-band
            statement: It is so
            kind: band
            select: {system: [redis, kafka]}
            metric: %s
            %s
        """
        .formatted(metric, bounds);
  }

  /** Kafka over Redis. */
  static String ratio(String metric, String bounds) {
    return """
        claims:
          - id: a-gap
            statement: Kafka takes longer
            kind: ratio
            numerator: {system: kafka}
            denominator: {system: redis}
            metric: %s
            %s
        """
        .formatted(metric, bounds);
  }
}
