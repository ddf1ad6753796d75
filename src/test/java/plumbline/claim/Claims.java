package plumbline.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import plumbline.input.StrictYaml;
import plumbline.schema.FileSchema;

/** Claims from YAML in a test. */
public final class Claims {
  /** The layout of a file of claims. */
  public static final Class<?> LAYOUT = ClaimsFile.Document.class;

  /** The layout of {@code verdicts.json}. */
  public static final Class<?> VERDICTS = JudgementFile.Document.class;

  private Claims() {}

  /** Reads claims as from a file {@code test.yaml}, of which the schema says the same. */
  public static ClaimsFile of(String yaml) {
    ClaimsFile claims =
        new ClaimsFile(
            "test.yaml",
            StrictYaml.parse(
                    "test.yaml", yaml.getBytes(StandardCharsets.UTF_8), ClaimsFile.Document.class)
                .value()
                .claims(),
            Optional.empty());
    assertThat(FileSchema.CLAIMS.problems(yaml)).isEmpty();
    return claims;
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
