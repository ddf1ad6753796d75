package plumbline.run.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import plumbline.problem.BadInputException;

class ForkOptionsTest {
  private static final List<String> OWN = ManagementFactory.getRuntimeMXBean().getInputArguments();

  private static ForkOptions jvmArgs(String... values) {
    return ForkOptions.of(List.of(), List.of(values), List.of());
  }

  @Test
  void flagsThatAForkTakesOverAreToldBeforeItsOwn() {
    assertThat(ForkOptions.NONE.allFlags())
        .containsAll(OWN.stream().filter(flag -> !flag.startsWith("-D")).toList())
        .containsSubsequence("-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch", "-XX:-UsePerfData");
  }

  @Test
  void valuesOfPropertiesMayBeSecret() {
    assertThat(OWN).anyMatch(flag -> flag.startsWith("-D") && flag.contains("="));
    ForkOptions options =
        ForkOptions.of(List.of(), List.of(), List.of("-Dpassword=secret -Dx -Xint"));
    assertThat(options.allFlags())
        .contains("-Dpassword=...", "-Dx")
        .filteredOn(flag -> flag.startsWith("-D") && flag.contains("="))
        .allMatch(flag -> flag.endsWith("=..."));
    assertThat(options.handedOn().words())
        .containsSubsequence("-Dpassword=...", "-Dx", "-Xint")
        .noneMatch(word -> word.contains("secret"));
  }

  @Test
  void jvmArgsStandInsteadOfThoseOfTheHostAndWinOverOurs() {
    assertThat(jvmArgs("-Xint -Xmx300m").allFlags())
        .doesNotContainAnyElementsOf(
            OWN.stream().filter(flag -> flag.startsWith("-X") || flag.startsWith("--")).toList())
        .doesNotContain("-Xms256m", "-Xmx256m")
        .endsWith("-Xint", "-Xmx300m");
  }

  @Test
  void appendedArgumentsComeLastAfterThoseOfTheHost() {
    ForkOptions options =
        ForkOptions.of(List.of(), List.of(), List.of("-Xint", "-XX:+UseSerialGC"));
    assertThat(options.allFlags())
        .containsAll(OWN.stream().filter(flag -> flag.startsWith("-X")).toList())
        .contains("-Xmx256m")
        .endsWith("-Xint", "-XX:+UseSerialGC");
  }

  @Test
  void theHeapAndThePropertiesOfThisJvmMakeNoForkAnotherOne() {
    // Surefire gives this JVM both.
    assertThat(OWN).anyMatch(flag -> flag.startsWith("-Xmx"));
    assertThat(ForkOptions.NONE.handedOn().words())
        .noneMatch(word -> word.startsWith("-Xmx") || word.startsWith("-D"));
    assertThat(ForkOptions.of(List.of("gc"), List.of("-Xint"), List.of()).handedOn().words())
        .containsExactly("-prof gc", "-Xint");
  }

  @Test
  void aProfilerThatJmhDoesNotHaveIsBadInput() {
    assertThatThrownBy(() -> ForkOptions.of(List.of("gcc"), List.of(), List.of()))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "-prof gcc: JMH has no such profiler; JMH's own main lists those it has with -lprof");
  }

  @Test
  void argumentsWithWhichNoJvmStartsAreBadInput() {
    assertThatThrownBy(() -> jvmArgs("-XX:+NoSuchFlag -Dpassword=secret"))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith(
            "-jvmArgs: a JVM does not start with -XX:+NoSuchFlag -Dpassword=...: ")
        .hasMessageContaining("NoSuchFlag")
        .hasMessageNotContaining("\n");
  }
}
