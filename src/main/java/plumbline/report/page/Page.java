package plumbline.report.page;

import java.util.List;

/**
 * What is said, in the order in which it is said.
 *
 * @param title of the document
 * @param name what it is about, such as a run
 * @param time when that was, or empty
 * @param blocks what it says
 * @param footer where it comes from
 * @param data what the scripts draw charts from, as a value that Jackson can write
 * @param scripts names of the page's own scripts, resources of this package; none, if it has no
 *     charts
 */
public record Page(
    String title,
    String name,
    String time,
    List<Block> blocks,
    String footer,
    Object data,
    List<String> scripts) {
  public Page {
    blocks = List.copyOf(blocks);
    scripts = List.copyOf(scripts);
  }

  /** What a table of contents names: the sections of HTML that are open. */
  public List<Block.Section> contents() {
    return blocks.stream()
        .filter(block -> block instanceof Block.Section && block.isIn(Format.HTML))
        .map(Block.Section.class::cast)
        .toList();
  }
}
