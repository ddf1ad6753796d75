package plumbline.report.page;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A part of a page. */
public sealed interface Block
    permits Block.Alert,
        Block.Headline,
        Block.Paragraph,
        Block.Items,
        Block.Entries,
        Block.Section,
        Block.Chart,
        Picture,
        Table {

  /** Whether a format shows it. */
  default boolean isIn(Format format) {
    return true;
  }

  /** What must be seen before everything else, in one line, with what it is about. */
  record Alert(Tone tone, Text text, Items items) implements Block {}

  /** What the page says, the most important first; the heading is for pages without a title. */
  record Headline(String heading, List<Text> sentences) implements Block {}

  /** Some sentences. */
  record Paragraph(Text text) implements Block {
    /** Sentences beside the point. */
    public static Paragraph faint(String words) {
      return new Paragraph(Text.of(words, Tone.FAINT));
    }
  }

  /** A list, of which a terminal may show a part. */
  record Items(List<Text> texts, Limit limit) implements Block {
    /** A list that is shown whole. */
    public Items(List<Text> texts) {
      this(texts, Limit.NONE);
    }
  }

  /** How much of something long a terminal shows, and where the rest is found. */
  record Limit(int most, String rest) {
    /** All of it. */
    public static final Limit NONE = new Limit(Integer.MAX_VALUE, "");
  }

  /** Titles, each with what is said of it. */
  record Entries(List<Entry> entries) implements Block {
    /** Those of which something is said. */
    public static Entries of(Entry... entries) {
      return new Entries(Arrays.stream(entries).filter(entry -> !entry.texts().isEmpty()).toList());
    }
  }

  /** A title with what is said of it; others refer to it by its anchor, which may be empty. */
  record Entry(Text title, List<Text> texts, String anchor) {
    /** An entry of one text, or of none if that is empty. */
    public static Entry of(String title, String text) {
      return of(title, text.isEmpty() ? List.of() : List.of(text));
    }

    /** An entry that is not referred to. */
    public static Entry of(String title, List<String> texts) {
      return new Entry(Text.of(title), Text.all(texts), "");
    }
  }

  /**
   * Blocks under a title.
   *
   * @param id unique in the page
   * @param title a few words
   * @param blocks what it holds
   * @param in the formats that show it
   * @param folded the formats that show its title only, until it is opened
   * @param role a class of the style sheet; or empty
   */
  record Section(
      String id, Text title, List<Block> blocks, Set<Format> in, Set<Format> folded, String role)
      implements Block {
    /** A section that every format shows. */
    public static Section of(String id, String title, Block... blocks) {
      return of(id, Text.of(title), Arrays.asList(blocks));
    }

    /** A section that every format shows. */
    public static Section of(String id, Text title, List<? extends Block> blocks) {
      return new Section(id, title, List.copyOf(blocks), Format.ALL, Set.of(), "");
    }

    /** The same in some formats. */
    public Section only(Format... formats) {
      return new Section(id, title, blocks, Set.of(formats), folded, role);
    }

    /** The same, folded in some formats. */
    public Section folded(Format... formats) {
      return new Section(id, title, blocks, in, Set.of(formats), role);
    }

    /** The same with a class of the style sheet. */
    public Section as(String newRole) {
      return new Section(id, title, blocks, in, folded, newRole);
    }

    @Override
    public boolean isIn(Format format) {
      return in.contains(format);
    }
  }

  /**
   * A chart, which a script draws from the data of the page. Only HTML shows it; what it shows must
   * be said in a table, too.
   *
   * @param id by which the script finds its place
   * @param large whether it takes the width of the page; else several stand side by side
   * @param title what is drawn
   * @param caption what it shows, above it
   * @param note more of that, below it
   * @param description what it shows, for those who cannot see it
   * @param columns heads of the figures of the legend
   * @param keys the legend
   */
  record Chart(
      String id,
      boolean large,
      Text title,
      String caption,
      String note,
      String description,
      List<String> columns,
      List<Key> keys)
      implements Block {
    /** One of several, without a legend. */
    public static Chart small(String id, Text title, String caption, String note, String about) {
      return new Chart(id, false, title, caption, note, about, List.of(), List.of());
    }

    /** One that explains itself by its legend. */
    public static Chart large(
        String id, String note, String about, List<String> columns, List<Key> keys) {
      return new Chart(id, true, Text.EMPTY, "", note, about, columns, keys);
    }

    @Override
    public boolean isIn(Format format) {
      return format == Format.HTML;
    }
  }

  /**
   * A line of a legend.
   *
   * @param style classes of the style sheet
   * @param name what the curve is
   * @param figures one per column
   * @param about from what they come, or empty
   */
  record Key(String style, String name, List<String> figures, String about) {}
}
