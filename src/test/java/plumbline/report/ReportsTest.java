package plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import plumbline.problem.CannotMeasureException;
import plumbline.report.run.Reports;

class ReportsTest {
  @TempDir private Path folder;

  @Test
  void writesTheSameBytesEveryTimeAndEverywhere() throws IOException {
    Path one = Files.createDirectory(folder.resolve("one"));
    Path other = Files.createDirectory(folder.resolve("another-place"));
    Reports.write(one, Sample.COMPLETE.page());
    byte[] first = Files.readAllBytes(one.resolve("report.html"));
    Reports.write(one, Sample.COMPLETE.page());
    Reports.write(other, Sample.COMPLETE.page());

    assertThat(one.resolve("report.html")).hasBinaryContent(first);
    assertThat(other.resolve("report.html")).hasBinaryContent(first);
    assertThat(other.resolve("picture.svg")).hasSameBinaryContentAs(one.resolve("picture.svg"));
    assertThat(other.resolve("report.md")).hasSameBinaryContentAs(one.resolve("report.md"));
  }

  @Test
  void holdsNoPathOfTheMachineThatWroteIt() throws IOException {
    Reports.write(folder, Sample.COMPLETE.page());
    for (String name : new String[] {"report.html", "report.md", "picture.svg"}) {
      assertThat(Files.readString(folder.resolve(name)))
          .doesNotContain(folder.toString(), System.getProperty("user.dir"), "\r");
    }
  }

  @Test
  void thePictureIsXmlThatAsksForNothingWhateverTheNamesAre() throws Exception {
    Reports.write(folder, Sample.HOSTILE.page());
    Path picture = folder.resolve("picture.svg");
    DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
    parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);

    Document svg = parsers.newDocumentBuilder().parse(picture.toFile());

    assertThat(svg.getElementsByTagName("script").getLength()).isZero();
    assertThat(Files.readString(picture)).doesNotContain("href", "url(", "@import");
    assertThat(svg.getElementsByTagName("g").getLength())
        .isEqualTo(Shown.table(Sample.HOSTILE.page(), "figures").rows().size() - 2 + 1);
  }

  @Test
  void leavesNothingHalfWritten() throws IOException {
    Path blocked = Files.createDirectories(folder.resolve("report.html/in the way")).getParent();
    assertThatThrownBy(() -> Reports.write(folder, Sample.EMPTY.page()))
        .isInstanceOf(CannotMeasureException.class)
        .hasMessageContaining("report.html");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactlyInAnyOrder(blocked, folder.resolve("report.md"));
    }
  }
}
