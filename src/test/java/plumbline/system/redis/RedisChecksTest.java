package plumbline.system.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static plumbline.system.check.Check.Status.MISSING;
import static plumbline.system.check.Check.Status.OK;
import static plumbline.system.check.Check.Status.WARNING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import plumbline.system.check.Check;
import plumbline.system.process.ProgramPath;

@DisabledOnOs(OS.WINDOWS)
class RedisChecksTest {
  private static final ProgramPath NONE = new ProgramPath("");

  @TempDir private Path folder;

  private Path program(String name, String said) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\necho " + said + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  @Test
  void theProgramThatARunWouldStartIsNamed() throws IOException {
    program("one/redis-server", "Redis server v=7");
    Path valkey = program("two/valkey-server", "Valkey server v=8");
    ProgramPath path = new ProgramPath(folder + "/one::" + folder + "/two");

    assertThat(RedisChecks.server(path, false)).isEqualTo(Check.ok("Redis", valkey.toString()));
  }

  @Test
  void aProgramThatIsNoRedisIsNone() throws IOException {
    program("one/redis-server", "something else");
    ProgramPath path = new ProgramPath(folder + "/one");

    assertThat(RedisChecks.server(path, false).status()).isEqualTo(MISSING);
  }

  @Test
  void binaryInTheJarIsALastResort() {
    assertThat(RedisChecks.server(NONE, true).status()).isEqualTo(WARNING);
    assertThat(RedisChecks.server(NONE, false).status()).isEqualTo(MISSING);
  }

  @Test
  void hugePagesForEverybodyStallIt() {
    assertThat(RedisChecks.hugePages("always").status()).isEqualTo(WARNING);
    assertThat(RedisChecks.hugePages("madvise").status()).isEqualTo(OK);
    assertThat(RedisChecks.hugePages("").status()).isEqualTo(OK);
  }
}
