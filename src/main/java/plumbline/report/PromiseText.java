package plumbline.report;

import plumbline.report.ReportModel.Entry;

/** The table of promises in 80 columns, systems below each other. */
final class PromiseText {
  private static final int LABEL = 48;
  private static final int CELL = 12;
  private static final int ROUNDS = 8;

  private final TextPage page;

  PromiseText(TextPage page) {
    this.page = page;
  }

  void print(PromiseTable table) {
    page.blank();
    page.heading("At the same promise");
    page.item("  ", ReportText.PROMISES);
    page.blank();
    page.line(page.styled(row("", "p50", "p99", "rounds"), TextPage.Style.BOLD));
    page.line(page.styled("-".repeat(TextReport.NARROWEST), TextPage.Style.FAINT));
    for (PromiseTable.Group group : table.groups()) {
      page.item("", group.promise());
      for (PromiseTable.Line line : group.lines()) {
        page.item("  ", line.kind());
        for (int i = 0; i < line.cells().size(); i++) {
          cell(table.systems().get(i), line.cells().get(i));
        }
      }
    }
    page.blank();
    for (Entry note : table.notes()) {
      page.item("  ", note.title() + ": " + String.join(" ", note.texts()));
    }
  }

  private void cell(String system, PromiseTable.Cell cell) {
    if (cell.figures().isEmpty()) {
      page.item("    ", system + " " + cell.absence());
    }
    for (PromiseTable.Measured one : cell.figures()) {
      String label = "    " + TextPage.clean(system + " " + one.operation());
      boolean fits = label.length() < LABEL;
      if (!fits) {
        page.item("    ", label.strip());
      }
      page.line(row(fits ? label : "", one.p50(), one.p99(), one.rounds()));
    }
  }

  private static String row(String label, String p50, String p99, String rounds) {
    String format = "%-" + LABEL + "s%" + CELL + "s%" + CELL + "s%" + ROUNDS + "s";
    return String.format(format, label, p50, p99, rounds);
  }
}
