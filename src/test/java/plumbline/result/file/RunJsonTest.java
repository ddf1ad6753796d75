package plumbline.result.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.problem.BadInputException;
import plumbline.result.Busiest;
import plumbline.result.Finding;
import plumbline.result.RunManifest;
import plumbline.result.Search;
import plumbline.result.Warning;
import plumbline.schema.FileSchema;
import plumbline.testing.MadeRun;

class RunJsonTest {
  private static final RunManifest MANIFEST =
      new MadeRun().rounds(2).fail("RedisGet", 2, "died").build().manifest();

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() {
    file = folder.resolve("run.json");
    JsonFiles.write(file, MANIFEST);
  }

  private void replace(String from, String to) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  private void assertRefused(String message) throws IOException {
    assertThatThrownBy(() -> RunDirectory.manifest(file))
        .isInstanceOf(BadInputException.class)
        .hasMessageMatching(".*run\\.json:\\d+: the field " + message);
    assertThat(FileSchema.RUN.problems(Files.readString(file))).isNotEmpty();
  }

  @Test
  void manifestComesBackAsItWas() throws IOException {
    assertThat(FileSchema.RUN.problems(Files.readString(file))).isEmpty();
    assertThat(RunDirectory.manifest(file)).isEqualTo(MANIFEST);
  }

  @Test
  void searchesComeBackAsTheyWere() throws IOException {
    List<Search> searches =
        List.of(
            new Search(
                "one",
                OptionalInt.of(41_000),
                Optional.empty(),
                "",
                List.of(
                    new Search.Probe(
                        41_000,
                        OptionalDouble.of(40_912),
                        true,
                        Optional.empty(),
                        "",
                        Optional.of(new Busiest(Busiest.Part.SERVER_THREAD, 71.5))),
                    new Search.Probe(
                        82_000,
                        OptionalDouble.empty(),
                        false,
                        Optional.empty(),
                        "the fork ended",
                        Optional.empty())),
                List.of(new Search.Share(10, "one;rate=4100"))),
            new Search(
                "two",
                OptionalInt.empty(),
                Optional.of(List.of(Finding.of(Warning.RATE_MISSED, 97.5))),
                "nothing",
                List.of(),
                List.of(new Search.Share(1, ""))));
    RunManifest with = new MadeRun().searches(searches).build().manifest();
    JsonFiles.write(file, with);

    assertThat(RunDirectory.manifest(file)).isEqualTo(with);
    assertThat(FileSchema.RUN.problems(Files.readString(file))).isEmpty();
  }

  @Test
  void fileIsReadableAndAlwaysTheSameBytes() throws IOException {
    String text = Files.readString(file);
    assertThat(text)
        .startsWith("{\n  \"schema\": 3,\n  \"run\": \"20260115-102030-quick\",\n")
        .contains("\"started\": \"2026-01-15T10:20:30Z\"", "\"warmup\": \"PT1S\"")
        .doesNotContain("\r", "\"complete\"")
        .endsWith("}\n");
    JsonFiles.write(file, RunDirectory.manifest(file));
    assertThat(Files.readString(file)).isEqualTo(text);
  }

  @Test
  void fieldOfANewerVersionIsIgnored() throws IOException {
    replace("  \"schema\": 3,", "  \"schema\": 4,\n  \"weather\": {\"sun\": true},");
    assertThat(RunDirectory.manifest(file).schema()).isEqualTo(4);
  }

  @Test
  void missingFieldIsNamed() throws IOException {
    replace("  \"seed\": 42,\n", "");
    assertRefused("seed is missing");
  }

  @Test
  void missingFieldInsideIsNamedWithItsPath() throws IOException {
    replace("\"host\": \"bench-host\",", "");
    assertRefused("environment\\.host is missing");
  }

  @Test
  void wrongTypeAndUnknownStatusAreNamed() throws IOException {
    replace("\"seed\": 42", "\"seed\": \"many\"");
    assertRefused("seed: [^\\n]+");
    JsonFiles.write(file, MANIFEST);
    replace("\"status\": \"FAILED\"", "\"status\": \"TIRED\"");
    assertRefused("status: [^\\n]+TIRED[^\\n]+");
  }

  @Test
  void cutOffAndMissingFilesAreRefused() throws IOException {
    String text = Files.readString(file);
    for (int length : new int[] {0, 1, 40, text.length() / 2}) {
      Files.writeString(file, text.substring(0, length));
      assertThatThrownBy(() -> RunDirectory.manifest(file))
          .isInstanceOf(BadInputException.class)
          .hasMessageStartingWith(file.toString())
          .hasMessageMatching("[^\\n]+");
      assertThat(FileSchema.RUN.problems(Files.readString(file))).isNotEmpty();
    }
    Files.delete(file);
    assertThatThrownBy(() -> RunDirectory.manifest(file)).hasMessage(file + ": no such file");
  }
}
