package plumbline.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plumbline.report.page.Block;
import plumbline.report.page.Block.Entries;
import plumbline.report.page.Block.Entry;
import plumbline.report.page.Block.Section;
import plumbline.report.page.Format;
import plumbline.report.page.Page;
import plumbline.report.page.Table;
import plumbline.report.page.Table.Cell;
import plumbline.report.page.Table.Row;
import plumbline.report.page.Text;
import plumbline.result.Units;

/** Finds what a page shows, by the titles under which a reader finds it. */
public final class Shown {
  private Shown() {}

  /** All blocks, those of sections too, in the order of the page. */
  public static Stream<Block> blocks(List<Block> blocks) {
    return blocks.stream()
        .flatMap(
            block ->
                block instanceof Section section
                    ? Stream.concat(Stream.of(block), blocks(section.blocks()))
                    : Stream.of(block));
  }

  static Optional<Section> section(Page page, String id) {
    return blocks(page.blocks())
        .filter(Section.class::isInstance)
        .map(Section.class::cast)
        .filter(section -> section.id().equals(id))
        .findFirst();
  }

  /** The first table of a section. */
  static Table table(Page page, String id) {
    return first(section(page, id).orElseThrow(), Table.class);
  }

  static <B extends Block> B first(Section section, Class<B> kind) {
    return blocks(section.blocks())
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst()
        .orElseThrow();
  }

  /** The row of the table of figures for an operation in a regime. */
  static Row row(Page page, String operation, String regime) {
    return table(page, "figures").rows().stream()
        .filter(row -> words(row.groups().get(0)).equals(operation))
        .filter(row -> words(row.label()).replaceAll(" \\[.*", "").equals(regime))
        .findFirst()
        .orElseThrow();
  }

  /** Under a column of a table: words and sign. */
  static String cell(Table table, Row row, String column) {
    for (int i = 1; i < table.columns().size(); i++) {
      if (table.columns().get(i).title().equals(column)) {
        return words(row.cells().get(i - 1));
      }
    }
    throw new AssertionError("no column " + column);
  }

  static String words(Cell cell) {
    return cell.lines().stream().map(Shown::words).collect(Collectors.joining("; ")) + cell.sign();
  }

  static String words(Text text) {
    return text.words(Format.HTML).replace(Units.NO_BREAK, ' ');
  }

  /** What is said under a title of a section's entries; empty if nothing is. */
  static String entry(Page page, String section, String title) {
    return entries(section(page, section).orElseThrow())
        .filter(entry -> words(entry.title()).equals(title))
        .flatMap(entry -> entry.texts().stream().map(Shown::words))
        .collect(Collectors.joining(" "));
  }

  static Stream<Entry> entries(Section section) {
    return blocks(section.blocks())
        .filter(Entries.class::isInstance)
        .flatMap(entries -> ((Entries) entries).entries().stream());
  }
}
