package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.result.file.RunDirectory;
import plumbline.testing.MadeRun;

class ReportCommandTest {
  @TempDir private Path folder;
  private Path runs;
  private Path page;
  private RunDirectory older;
  private RunDirectory newer;

  @BeforeEach
  void writeRuns() {
    runs = folder.resolve("runs");
    page = folder.resolve("site/index.html");
    older = MadeRun.write(MadeRun.quick(), runs);
    newer = MadeRun.write(new MadeRun().later(1, "fedcba9876543210").build(), runs);
  }

  private Said list(Path... others) {
    String[] arguments = new String[5 + others.length];
    arguments[0] = "report";
    arguments[1] = older.path().toString();
    arguments[2] = newer.path().toString();
    for (int i = 0; i < others.length; i++) {
      arguments[3 + i] = others[i].toString();
    }
    arguments[3 + others.length] = "--out";
    arguments[4 + others.length] = page.toString();
    return Said.by(arguments);
  }

  @Test
  void severalRunsBecomeAPageThatLeadsToReportsThatAreThere() throws IOException {
    Said said = list();

    assertThat(said).isEqualTo(new Said(ExitCode.DONE, "Wrote " + page + ": 2 runs\n", ""));
    String html = Files.readString(page);
    for (RunDirectory run : new RunDirectory[] {older, newer}) {
      String address = "../runs/" + run.name() + "/report.html";
      assertThat(html).contains("<a href=\"" + address + "\">");
      assertThat(page.resolveSibling(address).normalize()).isNotEmptyFile();
    }
    assertThat(html.indexOf("runs/" + newer.name()))
        .isLessThan(html.indexOf("runs/" + older.name()));
    assertThat(html).contains("fedcba9876").doesNotContain(folder.toString());
  }

  @Test
  void aRunThatIsGivenTwiceIsThereOnce() {
    assertThat(list(runs.resolve("latest"), older.path()).out()).endsWith(": 2 runs\n");
  }

  @Test
  void aDamagedRunIsALineOfThePageAndOneOnTheTerminal() throws IOException {
    RunDirectory damaged = MadeRun.write(new MadeRun().later(2, "b").build(), runs);
    Files.writeString(damaged.resultsCsv(), "no such,columns\n");

    Said said = list(damaged.path());

    assertThat(said.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(said.err()).startsWith("plumbline: " + damaged.resultsCsv() + ":1: ");
    assertThat(said.err().lines()).hasSize(1);
    assertThat(said.out()).endsWith(": 3 runs, 1 of which cannot be read\n");
    assertThat(Files.readString(page))
        .contains("href=\"../runs/" + newer.name() + "/report.html\"")
        .contains(damaged.name() + "/results.csv:1: ")
        .doesNotContain("href=\"../runs/" + damaged.name())
        .doesNotContain(folder.toString());
  }

  @Test
  void detailsAndAListAreNotBoth() {
    assertThat(Said.by("report", older.path().toString(), "--out", page.toString(), "--details"))
        .extracting(Said::exitCode, said -> said.err().lines().count())
        .containsExactly(ExitCode.BAD_INPUT, 1L);
    assertThat(page).doesNotExist();
  }

  @Test
  void withoutAFileEachRunIsPrinted() {
    Said said = Said.by("report", older.path().toString(), newer.path().toString());
    assertThat(said.out())
        .contains("Files: " + older.path() + "\n")
        .endsWith("Files: " + newer.path() + "\n");
  }
}
