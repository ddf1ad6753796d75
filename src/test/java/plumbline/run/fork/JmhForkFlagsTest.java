package plumbline.run.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class JmhForkFlagsTest {
  private static final List<String> OWN = ManagementFactory.getRuntimeMXBean().getInputArguments();

  @Test
  void flagsThatAForkTakesOverAreToldBeforeItsOwn() {
    assertThat(JmhFork.allFlags())
        .containsAll(OWN.stream().filter(flag -> !flag.startsWith("-D")).toList())
        .containsSubsequence("-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch", "-XX:-UsePerfData");
  }

  @Test
  void valuesOfPropertiesMayBeSecret() {
    assertThat(OWN).anyMatch(flag -> flag.startsWith("-D") && flag.contains("="));
    assertThat(JmhFork.allFlags())
        .filteredOn(flag -> flag.startsWith("-D") && flag.contains("="))
        .isNotEmpty()
        .allMatch(flag -> flag.endsWith("=..."));
  }
}
