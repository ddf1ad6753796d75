package plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plumbline.report.page.MarkdownWriter;
import plumbline.testing.Golden;

class MarkdownReportTest {

  private static String render(Sample sample) {
    return MarkdownWriter.write(sample.page());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HOSTILE")
  void saysWhatItSaidWhenItWasLookedAt(Sample sample) throws IOException {
    Golden.assertSame(sample.golden("md"), render(sample));
  }

  @Test
  void aGermanMachineWritesTheSame() {
    Locale before = Locale.getDefault();
    String expected = render(Sample.COMPLETE);
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(render(Sample.COMPLETE)).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyRowOfATableHasAsManyCellsAsItsHead(Sample sample) {
    String[] lines = render(sample).split("\n");
    int head = 0;
    for (String line : lines) {
      if (!line.startsWith("|")) {
        head = 0;
        continue;
      }
      int cells = line.replace("\\|", "").split("\\|", -1).length;
      head = head == 0 ? cells : head;
      assertThat(cells).as(line).isEqualTo(head);
    }
  }

  @Test
  void textFromElsewhereIsTextAndNotMarkup() {
    assertThat(render(Sample.HOSTILE))
        .doesNotContain("<script")
        .doesNotContain("<!--")
        .doesNotContain("\u001b")
        .contains("&lt;/script&gt;&lt;script&gt;")
        .contains("\\|\\`\\*\\_\\[a\\](b)");
  }
}
