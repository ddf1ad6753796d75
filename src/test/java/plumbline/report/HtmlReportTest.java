package plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlReportTest {

  static String render(Sample sample) {
    return HtmlReport.render(sample.data(), SampleJudgement.of(sample));
  }

  @Test
  void hostileTextStaysText() {
    String html = render(Sample.hostile());
    assertThat(html).doesNotContain("<script>document.title").doesNotContain("<!--");
    assertThat(html.split("</script>", -1)).hasSize(4);
  }
}
