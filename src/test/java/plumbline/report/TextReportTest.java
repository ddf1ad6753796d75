package plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plumbline.report.page.TextWriter;
import plumbline.testing.Golden;

class TextReportTest {

  private static String render(Sample sample, int width, boolean color) {
    return TextWriter.write(sample.page(), width, color);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HOSTILE")
  void saysWhatItSaidWhenItWasLookedAt(Sample sample) throws IOException {
    Golden.assertSame(sample.golden("txt"), render(sample, 80, false));
  }

  @ParameterizedTest
  @EnumSource
  void noLineIsLongerThanEightyColumns(Sample sample) {
    assertThat(render(sample, 80, false).lines())
        .allSatisfy(
            line -> assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(80));
  }

  @Test
  void aGermanMachinePrintsTheSame() {
    Locale before = Locale.getDefault();
    String expected = render(Sample.COMPLETE, 80, false);
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(render(Sample.COMPLETE, 80, false)).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void colourAddsEscapeSequencesAndNothingElse() {
    String plain = render(Sample.COMPLETE, 80, false);
    String colored = render(Sample.COMPLETE, 80, true);
    assertThat(plain).doesNotContain("\u001b");
    assertThat(colored).contains("\u001b[32m").contains("\u001b[31m");
    assertThat(colored.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
  }

  @Test
  void textFromElsewhereCannotSendControlCharacters() {
    assertThat(render(Sample.HOSTILE, 80, false)).doesNotContain("\u001b");
  }
}
