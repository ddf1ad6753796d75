package plumbline.report.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plumbline.report.page.Block.Entry;
import plumbline.report.page.Table.Cell;
import plumbline.report.page.Table.Column;
import plumbline.report.page.Table.Row;

/** Writes a page in GitHub's Markdown. */
public final class MarkdownWriter {
  private final StringBuilder out = new StringBuilder();

  private MarkdownWriter() {}

  /** Writes a page; its title is the heading of its headline. */
  public static String write(Page page) {
    MarkdownWriter writer = new MarkdownWriter();
    page.blocks().forEach(block -> writer.write(block, 3));
    return writer.out.toString().stripTrailing().concat("\n").replace(Text.NO_BREAK, ' ');
  }

  private void write(Block block, int level) {
    if (!block.isIn(Format.MARKDOWN)) {
      return;
    }
    if (block instanceof Block.Alert alert) {
      String warning = alert.tone() == Tone.GOOD ? "" : "> [!WARNING]\n> ";
      line(warning + "**" + escape(alert.text().words(Format.MARKDOWN)) + "**").line("");
      write(alert.items(), level);
    } else if (block instanceof Block.Headline headline) {
      line("## " + escape(headline.heading())).line("");
      write(new Block.Items(headline.sentences()), level);
    } else if (block instanceof Block.Paragraph paragraph) {
      line(marked(paragraph.text())).line("");
    } else if (block instanceof Block.Items items) {
      items.texts().forEach(item -> line("- " + marked(item)));
      line(items.texts().isEmpty() ? null : "");
    } else if (block instanceof Block.Entries entries) {
      entries.entries().forEach(this::entry);
      line("");
    } else if (block instanceof Table table) {
      table(table);
    } else if (block instanceof Picture picture) {
      table(picture.table());
    } else if (block instanceof Block.Section section) {
      section(section, level);
    }
  }

  private void section(Block.Section section, int level) {
    boolean folded = section.folded().contains(Format.MARKDOWN);
    String title = escape(section.title().words(Format.MARKDOWN));
    line(folded ? "<details>\n<summary>" + title + "</summary>" : "#".repeat(level) + " " + title);
    line("");
    section.blocks().forEach(block -> write(block, level + 1));
    if (folded) {
      line("</details>").line("");
    }
  }

  private void entry(Entry entry) {
    boolean isSign = entry.title().spans().stream().anyMatch(span -> span.tone() == Tone.SIGN);
    String title = "- **" + escape(entry.title().words(Format.MARKDOWN)) + "**";
    if (entry.texts().size() == 1) {
      line(title + (isSign ? " " : ": ") + marked(entry.texts().get(0)));
    } else {
      line(title);
      entry.texts().forEach(text -> line("  - " + marked(text)));
    }
  }

  private void table(Table table) {
    if (table.rows().isEmpty()) {
      line(escape(table.otherwise())).line("");
      return;
    }
    List<String> head = new ArrayList<>(table.groups());
    List<String> rule = new ArrayList<>(Collections.nCopies(head.size(), ":---"));
    for (Column column : table.columns()) {
      head.add(column.title().replace("\n", ", "));
      rule.add(column.isNumber() ? "---:" : ":---");
    }
    if (!table.below().isEmpty()) {
      head.add(table.below());
      rule.add(":---");
    }
    row(head.stream().map(MarkdownWriter::escape));
    row(rule.stream());
    table.rows().forEach(row -> row(cells(table, row)));
    line("");
  }

  private static Stream<String> cells(Table table, Row row) {
    List<String> cells = new ArrayList<>();
    row.groups().forEach(group -> cells.add(marked(group)));
    cells.add(marked(row.label()));
    for (Cell cell : row.cells()) {
      cells.add(
          cell.lines(Format.MARKDOWN, Integer.MAX_VALUE).stream()
                  .map(MarkdownWriter::marked)
                  .collect(Collectors.joining("<br>"))
              + escape(cell.sign()));
      cells.addAll(Collections.nCopies(cell.span() - 1, ""));
    }
    int columns = table.groups().size() + table.columns().size();
    cells.addAll(Collections.nCopies(columns - cells.size(), ""));
    if (!table.below().isEmpty()) {
      cells.add(
          row.below().stream().map(MarkdownWriter::below).collect(Collectors.joining("<br>")));
    }
    return cells.stream();
  }

  private static String below(Table.Below below) {
    return below.cells().entrySet().stream()
        .map(cell -> escape(cell.getKey()) + " " + marked(cell.getValue()))
        .collect(Collectors.joining(", ", escape(below.label()) + ": ", ""));
  }

  private void row(Stream<String> cells) {
    line(cells.collect(Collectors.joining(" | ", "| ", " |")));
  }

  private MarkdownWriter line(String text) {
    if (text != null) {
      out.append(text).append('\n');
    }
    return this;
  }

  private static String marked(Text text) {
    StringBuilder marked = new StringBuilder();
    for (Text.Span span : text.in(Format.MARKDOWN)) {
      String words = escape(span.words());
      boolean isStrong = span.tone() == Tone.STRONG || span.tone().isAnswer();
      // Nothing can be escaped within code.
      boolean isCode = span.tone() == Tone.CODE && !span.words().matches("(?s).*[`|\\p{Cc}].*");
      marked.append(isStrong ? "**" + words + "**" : isCode ? "`" + span.words() + "`" : words);
    }
    return marked.toString();
  }

  /**
   * Text that means itself in Markdown and in a table: no markup, no HTML, no new line. Entities
   * for what GitHub would otherwise turn into links to people.
   */
  static String escape(String text) {
    return text.replaceAll("[\\p{Cc}\u2028\u2029]", " ")
        .replaceAll("([\\\\`*_\\[\\]|~#])", "\\\\$1")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "&#64;");
  }
}
