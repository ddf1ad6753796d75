package plumbline.run.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static plumbline.system.check.Check.Status.MISSING;
import static plumbline.system.check.Check.Status.OK;
import static plumbline.system.check.Check.Status.WARNING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.system.check.Check;
import plumbline.system.check.Needs;

class PlaceChecksTest {
  private static final long MIB = 1L << 20;
  @TempDir Path folder;

  @Test
  void theDataOfAllServersNeedsRoom() {
    List<Needs> servers =
        List.of(Needs.ofMebibytes(0, 0, 2_000, 500), Needs.ofMebibytes(0, 0, 1_000, 100));

    assertThat(PlaceChecks.disk(folder, 599 * MIB, servers).status()).isEqualTo(MISSING);
    assertThat(PlaceChecks.disk(folder, 2_999 * MIB, servers).status()).isEqualTo(WARNING);
    assertThat(PlaceChecks.disk(folder, 3_000 * MIB, servers).status()).isEqualTo(OK);
    assertThat(PlaceChecks.disk(folder, 0, List.of(Needs.NONE)).status()).isEqualTo(OK);
  }

  @Test
  void temporaryFolderThatIsNotThereIsSaid() {
    Check check = PlaceChecks.disk(folder.resolve("nowhere"), List.of());

    assertThat(check.status()).isEqualTo(MISSING);
    assertThat(check.detail()).contains("nowhere");
  }

  @Test
  void resultsFolderNeedNotExistAndIsNotMade() throws IOException {
    assertThat(PlaceChecks.results(folder.resolve("a/results")).status()).isEqualTo(OK);
    try (var left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void resultsFolderBelowAFileCannotBeWritten() throws IOException {
    Path file = Files.createFile(folder.resolve("results"));

    assertThat(PlaceChecks.results(file).status()).isEqualTo(MISSING);
    assertThat(PlaceChecks.results(file.resolve("run")).status()).isEqualTo(MISSING);
  }
}
