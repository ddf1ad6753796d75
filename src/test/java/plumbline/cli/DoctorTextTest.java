package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import plumbline.system.check.Check;

class DoctorTextTest {
  @Test
  void checksAreReadAsATableWithRemedies() {
    String text =
        DoctorText.of(
            List.of(
                Check.ok("Java", "OpenJDK 17.0.15+6"),
                Check.warning(
                    "CPU governor",
                    "powersave; processors slow down between operations",
                    "cpupower frequency-set -g performance"),
                Check.missing("Docker", "no engine answers", "start one")));

    assertThat(text)
        .isEqualTo(
            """
            ok       Java                 OpenJDK 17.0.15+6
            warning  CPU governor         powersave; processors slow down between operations
                                          Remedy: cpupower frequency-set -g performance
            missing  Docker               no engine answers
                                          Remedy: start one

            1 ok, 1 warning, 1 missing
            """);
  }

  @Test
  void theAnswerComesFirstAndWhatIsRightIsCountedOnly() {
    String text =
        DoctorText.brief(
            List.of(
                Check.ok("Java", "OpenJDK 17.0.15+6"),
                Check.missing("Docker", "no engine answers", "start one")),
            30);

    assertThat(text)
        .isEqualTo(
            """
            Checks: 1 ok, 0 warnings, 1 missing
            missing  Docker               no engine answers
                                          Remedy: start one
            """);
  }

  @Test
  void whatDoesNotFitIsNamed() {
    List<Check> checks =
        IntStream.range(0, 20)
            .mapToObj(i -> Check.warning("Check " + i, "word ".repeat(30).strip(), "wait"))
            .toList();
    String text = DoctorText.brief(checks, 30);

    assertThat(text.lines().count()).isLessThanOrEqualTo(30);
    assertThat(text).startsWith("Checks: 0 ok, 20 warnings, 0 missing\nwarning  Check 0 ");
    assertThat(text).contains("Check 19: see").endsWith("--details\n");
    assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  @Test
  void noLineIsLongerThanEightyColumns() {
    String path = "/a" + "/very-long-folder".repeat(10);
    String text =
        DoctorText.of(
            List.of(
                Check.ok("Redis", path),
                Check.warning("Clock", "word ".repeat(60).strip(), path + " " + path)));

    assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    assertThat(text.replaceAll("\\s", "")).contains(path);
    assertThat(text).endsWith("\n\n1 ok, 1 warning, 0 missing\n");
  }

  @Test
  void severalWarningsAreCountedAsSuch() {
    Check warning = Check.warning("Load", "busy", "wait");

    assertThat(DoctorText.of(List.of(warning, warning))).endsWith("0 ok, 2 warnings, 0 missing\n");
  }
}
