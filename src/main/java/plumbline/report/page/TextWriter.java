package plumbline.report.page;

import java.util.List;
import plumbline.report.page.Block.Entry;
import plumbline.report.page.Table.Column;
import plumbline.report.page.Table.Layout;
import plumbline.report.page.Table.Row;

/** Writes a page for a terminal. No line is longer than the width. */
public final class TextWriter {
  /** Narrower terminals are taken as this wide. */
  private static final int NARROWEST = 80;

  /** Lines that a reader sees at once. */
  private static final int SCREEN = 45;

  /**
   * What a table takes beside its rows: its head, what is left out of it, a line before and after.
   */
  private static final int TABLE = 5;

  /** Longer titles of entries stand before their text, not beside it. */
  private static final int WIDEST_TITLE = 16;

  private final Lines out;

  private TextWriter(Lines out) {
    this.out = out;
  }

  /**
   * Writes a page.
   *
   * @param width columns of the terminal; less than 80 is taken as 80
   * @param color whether to use ANSI escape sequences
   * @return lines that end in a line feed
   */
  public static String write(Page page, int width, boolean color) {
    Lines out = new Lines(Math.max(NARROWEST, width), color);
    new TextWriter(out).blocks(page.blocks(), 0);
    return out.text();
  }

  /** Lines of a terminal that are left for a table among some blocks, on one screen. */
  public static int room(List<Block> others) {
    Lines out = new Lines(NARROWEST, false);
    new TextWriter(out).blocks(others, 0);
    return SCREEN - (int) out.text().lines().count() - TABLE;
  }

  private void blocks(List<Block> blocks, int depth) {
    Block before = null;
    for (Block block : blocks) {
      if (!block.isIn(Format.TEXT)) {
        continue;
      }
      // Under a title of its own a table needs no line between; deeper down there is no room.
      boolean apart =
          depth == 0
              ? !(before instanceof Block.Headline || isAnswered(before, block))
              : depth == 1 && (block instanceof Table || before instanceof Table);
      if (before != null && apart) {
        out.gap();
      }
      write(block, depth);
      before = block;
    }
  }

  /** The answer stands right below the picture that shows it. */
  private static boolean isAnswered(Block before, Block block) {
    return before instanceof Picture && block instanceof Block.Headline;
  }

  private void write(Block block, int depth) {
    String indent = "  ".repeat(depth);
    if (block instanceof Block.Alert alert) {
      out.wrap("", alert.text(), alert.tone() == Tone.GOOD ? Tone.GOOD : Tone.BAD);
      items(indent + "  - ", alert.items());
    } else if (block instanceof Block.Headline headline) {
      headline.sentences().forEach(sentence -> out.wrap(indent, sentence, Tone.STRONG));
    } else if (block instanceof Block.Paragraph paragraph) {
      out.wrap(indent, paragraph.text());
    } else if (block instanceof Block.Items items) {
      items(indent + "- ", items);
    } else if (block instanceof Block.Entries entries) {
      entries(indent, entries.entries());
    } else if (block instanceof Table table) {
      table(indent, table);
    } else if (block instanceof Picture picture) {
      new TextPicture(out, picture).write();
    } else if (block instanceof Block.Section section) {
      out.wrap(indent, section.title(), depth == 0 ? Tone.STRONG : Tone.PLAIN);
      blocks(section.blocks(), depth + 1);
    }
  }

  private void items(String lead, Block.Items items) {
    int most = Math.min(items.limit().most(), items.texts().size());
    items.texts().subList(0, most).forEach(item -> out.wrap(lead, item));
    rest(lead, items.texts().size() - most, items.limit());
  }

  private void table(String indent, Table table) {
    int most = Math.min(table.limit().most(), table.rows().size());
    List<Row> rows = table.rows().subList(0, most);
    TextTable grid = new TextTable(out, table, rows);
    if (table.rows().isEmpty()) {
      out.wrap(indent, Text.of(table.otherwise()));
    } else if (table.layout() == Layout.STACKED
        || (table.layout() == Layout.GRID && !grid.fits())) {
      stacked(indent, table, rows);
    } else {
      grid.write();
    }
    rest(indent, table.rows().size() - most, table.limit());
  }

  private void stacked(String indent, Table table, List<Row> rows) {
    List<Column> columns = table.columns().subList(1, table.columns().size());
    int widest = columns.stream().mapToInt(column -> Lines.length(column.title())).max().orElse(0);
    boolean silent = true;
    for (Row row : rows) {
      List<Text> texts =
          row.cells().stream()
              .map(cell -> Text.joined("; ", cell.lines(Format.TEXT, out.width)))
              .toList();
      if (texts.stream().allMatch(Text.EMPTY::equals)) {
        continue;
      }
      silent = false;
      String lead = indent;
      for (Text group : row.groups()) {
        out.wrap(lead, group);
        lead += "  ";
      }
      out.wrap(lead, row.label());
      for (int i = 0; i < texts.size(); i++) {
        if (!texts.get(i).equals(Text.EMPTY)) {
          String title = columns.get(i).title();
          if (widest > WIDEST_TITLE) {
            out.wrap(lead + "  ", Text.of(title + ": ").plus(texts.get(i)));
          } else {
            String pad = " ".repeat(widest - Lines.length(title) + 2);
            out.wrap(lead + "  " + title + pad, texts.get(i));
          }
        }
      }
    }
    if (silent) {
      out.wrap(indent, Text.of(table.otherwise()));
    }
  }

  private void rest(String lead, int more, Block.Limit limit) {
    if (more > 0) {
      out.wrap(lead, Text.of("and " + more + " more, " + limit.rest()));
    }
  }

  private void entries(String indent, List<Entry> entries) {
    int widest = entries.stream().mapToInt(entry -> Lines.length(entry.title())).max().orElse(0);
    for (Entry entry : entries) {
      if (widest > WIDEST_TITLE) {
        Text texts = Text.joined(" ", entry.texts());
        out.wrap(indent, entry.title().plus(": ").plus(texts));
        continue;
      }
      String title = Lines.clean(entry.title().words(Format.TEXT));
      String lead = indent + title + " ".repeat(widest - Lines.length(title) + 2);
      for (Text text : entry.texts()) {
        out.wrap(lead, text);
        lead = " ".repeat(Lines.length(lead));
      }
    }
  }
}
