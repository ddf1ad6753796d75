package plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    assertThat(other.resolve("report.md")).hasSameBinaryContentAs(one.resolve("report.md"));
  }

  @Test
  void holdsNoPathOfTheMachineThatWroteIt() throws IOException {
    Reports.write(folder, Sample.COMPLETE.page());
    for (String name : new String[] {"report.html", "report.md"}) {
      assertThat(Files.readString(folder.resolve(name)))
          .doesNotContain(folder.toString(), System.getProperty("user.dir"), "\r");
    }
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
