package plumbline.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ServerUsageTest {
  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aBusyProcessTakesTime() {
    ServerUsage usage = new ServerUsage(OptionalLong.of(ProcessHandle.current().pid()));
    usage.begin();
    Duration taken = cpu();
    // Until the system itself says that this much has gone.
    while (cpu().minus(taken).toMillis() < 100) {
      Thread.onSpinWait();
    }
    assertThat(usage.nanosSinceBegin()).isPresent();
    assertThat(usage.nanosSinceBegin().getAsLong())
        .isBetween(Duration.ofMillis(100).toNanos(), Duration.ofSeconds(60).toNanos());

    usage.begin();
    assertThat(usage.nanosSinceBegin().getAsLong()).isLessThan(Duration.ofMillis(100).toNanos());
  }

  private static Duration cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
  }

  @Test
  void withoutAProcessNothingIsKnown() {
    ServerUsage none = new ServerUsage(OptionalLong.empty());
    none.begin();
    assertThat(none.nanosSinceBegin()).isEmpty();

    ServerUsage gone = new ServerUsage(OptionalLong.of(Integer.MAX_VALUE - 7L));
    gone.begin();
    assertThat(gone.nanosSinceBegin()).isEmpty();
  }
}
