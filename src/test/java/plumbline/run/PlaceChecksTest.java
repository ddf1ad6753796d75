package plumbline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static plumbline.run.Check.Status.MISSING;
import static plumbline.run.Check.Status.OK;
import static plumbline.run.Check.Status.WARNING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceChecksTest {
  private static final long MIB = 1L << 20;
  @TempDir Path folder;

  @Test
  void brokerNeedsRoomForItsLog() {
    assertThat(PlaceChecks.brokerDisk(folder, 100 * MIB).status()).isEqualTo(MISSING);
    assertThat(PlaceChecks.brokerDisk(folder, 1_000 * MIB).status()).isEqualTo(WARNING);
    assertThat(PlaceChecks.brokerDisk(folder, 4_000 * MIB).status()).isEqualTo(OK);
  }

  @Test
  void temporaryFolderThatIsNotThereIsSaid() {
    Check check = PlaceChecks.brokerDisk(folder.resolve("nowhere"));

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

  @Test
  void valkeyIsTakenBeforeRedis() throws IOException {
    program("one/redis-server");
    Path valkey = program("two/valkey-server");
    String path = folder.resolve("one") + "::" + folder.resolve("two");

    assertThat(PlaceChecks.redis(path, ":", false)).isEqualTo(Check.ok("Redis", valkey.toString()));
  }

  @Test
  void fileThatCannotBeExecutedIsNoServer() throws IOException {
    Path file = program("bin/redis-server");
    assertThat(file.toFile().setExecutable(false)).isTrue();
    Files.createDirectories(folder.resolve("bin/valkey-server"));

    assertThat(PlaceChecks.redis(folder.resolve("bin").toString(), ":", false).status())
        .isEqualTo(MISSING);
  }

  @Test
  void binaryInTheJarIsALastResort() {
    assertThat(PlaceChecks.redis("", ":", true).status()).isEqualTo(WARNING);
  }

  private Path program(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.createFile(file);
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }
}
