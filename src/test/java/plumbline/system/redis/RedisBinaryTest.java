package plumbline.system.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import plumbline.problem.BadInputException;
import plumbline.problem.CannotMeasureException;
import plumbline.system.process.ProgramPath;

@DisabledOnOs(OS.WINDOWS)
class RedisBinaryTest {
  private static final ProgramPath NONE = new ProgramPath("");

  @TempDir Path folder;

  private Path script(String name, String text) throws Exception {
    Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  @Test
  void valkeyOnThePathComesBeforeRedis() throws Exception {
    script("redis-server", "echo Redis server v=7");
    Path valkey = script("valkey-server", "echo Valkey server v=8");

    assertThat(
            RedisBinary.find(
                Optional.empty(),
                new ProgramPath("/nowhere:" + folder),
                folder,
                into -> Optional.empty()))
        .isEqualTo(valkey);
  }

  @Test
  void brokenOneOnThePathIsPassedOver() throws Exception {
    script("valkey-server", "echo no library; exit 127");
    Path redis = script("redis-server", "echo Redis server v=7");

    assertThat(
            RedisBinary.find(
                Optional.empty(),
                new ProgramPath(folder.toString()),
                folder,
                into -> Optional.empty()))
        .isEqualTo(redis);
  }

  @Test
  void withoutOneOnThePathTheOneThatComesAlongIsUnpackedOrSaysWhyItDoesNotRun() {
    try {
      Path binary = RedisBinary.find(Optional.empty(), NONE, folder, RedisBinary.EMBEDDED);
      assertThat(binary).startsWith(folder);
      assertThat(RedisBinary.problem(binary)).isEmpty();
    } catch (CannotMeasureException e) {
      assertThat(e.getMessage()).startsWith("there is no Redis: ").contains("--redis-server PATH");
    }
  }

  @Test
  void noRedisAnywhereSaysWhatToDo() {
    assertThatThrownBy(
            () -> RedisBinary.find(Optional.empty(), NONE, folder, into -> Optional.empty()))
        .isInstanceOf(CannotMeasureException.class)
        .hasMessage(
            "there is no Redis: neither valkey-server nor redis-server is on the PATH, and the one"
                + " that comes along is not there for this platform; install one, or use"
                + " --redis-server PATH or --redis URI");
  }

  @Test
  void oneThatComesAlongButDoesNotRunIsNamed() throws Exception {
    Path broken = script("embedded", "echo libssl.so.3 is missing; exit 127");
    assertThatThrownBy(
            () -> RedisBinary.find(Optional.empty(), NONE, folder, into -> Optional.of(broken)))
        .isInstanceOf(CannotMeasureException.class)
        .hasMessageContaining("does not run: libssl.so.3 is missing");
  }

  @Test
  void choiceOfTheUserThatDoesNotRunIsBadInput() throws Exception {
    Path missing = folder.resolve("missing");
    assertThatThrownBy(
            () -> RedisBinary.find(Optional.of(missing), NONE, folder, into -> Optional.empty()))
        .isInstanceOf(BadInputException.class)
        .hasMessage("--redis-server " + missing + " does not exist");
    Path other = script("other", "echo something else");
    assertThatThrownBy(
            () -> RedisBinary.find(Optional.of(other), NONE, folder, into -> Optional.empty()))
        .isInstanceOf(BadInputException.class)
        .hasMessage("--redis-server " + other + " is no Redis or Valkey");
  }
}
