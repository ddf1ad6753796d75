package plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.testing.Golden;

class TextReportTest {

  static Sample sample(String name) {
    return switch (name) {
      case "complete" -> Sample.complete();
      case "killed" -> Sample.killed();
      case "failed" -> Sample.failed();
      case "empty" -> Sample.empty();
      case "hostile" -> Sample.hostile();
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static String render(String name, int width, boolean color) {
    Sample sample = sample(name);
    return TextReport.render(sample.data(), SampleJudgement.of(sample), width, color);
  }

  @ParameterizedTest
  @ValueSource(strings = {"complete", "killed", "failed", "empty"})
  void saysWhatItSaidWhenItWasLookedAt(String name) throws IOException {
    Golden.assertSame("report/" + name + ".txt", render(name, 80, false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"complete", "killed", "failed", "empty", "hostile"})
  void noLineIsLongerThanEightyColumns(String name) {
    assertThat(render(name, 80, false).lines())
        .allSatisfy(
            line -> assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(80));
  }

  @Test
  void aGermanMachinePrintsTheSame() {
    Locale before = Locale.getDefault();
    String expected = render("complete", 80, false);
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(render("complete", 80, false)).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void colourAddsEscapeSequencesAndNothingElse() {
    String plain = render("complete", 80, false);
    String colored = render("complete", 80, true);
    assertThat(plain).doesNotContain("\u001b");
    assertThat(colored).contains("\u001b[32m").contains("\u001b[31m");
    assertThat(colored.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
  }

  @Test
  void textFromElsewhereCannotSendControlCharacters() {
    assertThat(render("hostile", 80, false)).doesNotContain("\u001b");
  }
}
