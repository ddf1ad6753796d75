package plumbline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import plumbline.system.janitor.Watch;

@DisabledOnOs(OS.WINDOWS)
class CleanUpTest {
  @Test
  void anotherProcessWithTheIdOfAWatchedOneIsSpared() throws Exception {
    Process bystander = new ProcessBuilder("sleep", "60").start();
    try {
      CleanUp list = new CleanUp();
      list.add(
          new Watch.OfProcess(
              bystander.pid(), Watch.OfProcess.of(bystander.toHandle()).startMillis() - 60_000));
      list.run();
      assertThat(bystander.isAlive()).isTrue();

      list.add(Watch.OfProcess.of(bystander.toHandle()));
      list.run();
      assertThat(bystander.waitFor(5, TimeUnit.SECONDS)).isTrue();
    } finally {
      bystander.destroyForcibly();
    }
  }
}
