package plumbline.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.testing.Golden;

/** The schemas beside the manual are those of this code, and take every file that comes along. */
class FileSchemaTest {
  private static final Path BASE = Path.of(System.getProperty("plumbline.basedir", "."));
  private static final String FOLDER = "src/site/resources/schemas/";

  private static String file(FileSchema schema) {
    return FOLDER + schema.name() + ".schema.json";
  }

  @ParameterizedTest
  @MethodSource("plumbline.schema.FileSchema#all")
  void theFileIsThatOfThisCode(FileSchema schema) {
    Golden.assertWhole(file(schema), schema.text());
  }

  private static Stream<Path> plansAndClaims() throws IOException {
    return Stream.of("plans", "claims")
        .flatMap(
            kind -> {
              try (Stream<Path> files = Files.list(BASE.resolve("benchmarks").resolve(kind))) {
                return files.sorted().toList().stream();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  @ParameterizedTest
  @MethodSource("plansAndClaims")
  void everyPlanAndClaimThatComesAlongIsTakenAndNamesItsSchema(Path file) {
    FileSchema schema = file.getParent().endsWith("plans") ? FileSchema.PLAN : FileSchema.CLAIMS;
    String text = Golden.read(file);

    assertThat(schema.problems(text)).isEmpty();
    String first = text.lines().findFirst().orElseThrow();
    assertThat(first).startsWith("# yaml-language-server: $schema=");
    assertThat(file.resolveSibling(first.substring(first.indexOf('=') + 1)).normalize())
        .isEqualTo(BASE.resolve(file(schema)).normalize());
  }

  private static Stream<Path> referenceRuns() throws IOException {
    try (Stream<Path> runs = Files.list(BASE.resolve("results/reference"))) {
      return runs.filter(Files::isDirectory).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("referenceRuns")
  void everyReferenceRunIsTaken(Path run) {
    assertThat(FileSchema.RUN.problems(Golden.read(run.resolve("run.json")))).isEmpty();
    assertThat(FileSchema.VERDICTS.problems(Golden.read(run.resolve("verdicts.json")))).isEmpty();
  }

  /** So that a key without words is seen when it is added. */
  @Test
  void everyKeyThatAUserWritesHasWords() {
    assertThat(FileSchema.PLAN.keysWithoutWords()).isEmpty();
    assertThat(FileSchema.CLAIMS.keysWithoutWords()).isEmpty();
  }
}
