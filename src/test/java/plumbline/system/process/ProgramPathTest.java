package plumbline.system.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class ProgramPathTest {
  @TempDir private Path folder;

  private Path program(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.createFile(file);
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  private ProgramPath path(String... folders) {
    return new ProgramPath(String.join(File.pathSeparator, folders));
  }

  @Test
  void theFirstFolderThatHasItWins() throws IOException {
    Path first = program("one/server");
    program("two/server");

    assertThat(path("/nowhere", folder + "/one", folder + "/two").find("server")).contains(first);
  }

  @Test
  void whatIsNoExecutableFileIsPassedOver() throws IOException {
    Files.createDirectories(folder.resolve("one/server"));
    assertThat(program("two/server").toFile().setExecutable(false)).isTrue();
    Path last = program("three/server");

    assertThat(path(folder + "/one", folder + "/two").find("server")).isEmpty();
    assertThat(path(folder + "/one", folder + "/two", folder + "/three").find("server"))
        .contains(last);
  }

  @Test
  void partsThatNameNoFolderHoldNoProgram() throws IOException {
    Path server = program("one/server");

    assertThat(path("", "\0", folder + "/one").find("server")).contains(server);
    assertThat(path("").find("server")).isEmpty();
  }

  @Test
  void aRelativeFolderGivesAnAbsolutePath() {
    assertThat(path("/bin").find("sh")).hasValueSatisfying(file -> assertThat(file).isAbsolute());
  }
}
