package plumbline.report.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A line of words, pieces of which may have a tone of their own. A number and its unit are joined
 * by {@link #NO_BREAK}, which the writers of plain text replace.
 *
 * @param spans the pieces, without anything between them
 */
public record Text(List<Span> spans) {
  /** Joins what should stay on one line. */
  public static final char NO_BREAK = '\u00a0';

  /** No words. */
  public static final Text EMPTY = new Text(List.of());

  public Text {
    spans = List.copyOf(spans);
  }

  /**
   * Words that are written alike.
   *
   * @param words what is said
   * @param tone among the words around them
   * @param address what they lead to in HTML: a place of the page, which begins with #, another
   *     file, or empty
   * @param in the formats that say it
   */
  public record Span(String words, Tone tone, String address, Set<Format> in) {
    /** Whether they lead to a place of the same page. */
    public boolean isReference() {
      return address.startsWith("#");
    }
  }

  /** Words without a tone. */
  public static Text of(String words) {
    return EMPTY.plus(words);
  }

  /** Words of a tone. */
  public static Text of(String words, Tone tone) {
    return EMPTY.plus(words, tone);
  }

  /** A text for each of several lines without a tone. */
  public static List<Text> all(Collection<String> lines) {
    return lines.stream().map(Text::of).toList();
  }

  /** A text for each line of some words. */
  static Text[] lines(String words, Tone tone) {
    return words.lines().map(line -> of(line, tone)).toArray(Text[]::new);
  }

  /** Several as one, with words between them. */
  static Text joined(String between, List<Text> texts) {
    Text joined = EMPTY;
    for (Text text : texts) {
      joined = joined.spans.isEmpty() ? text : joined.plus(between).plus(text);
    }
    return joined;
  }

  /** The same with more words after it. */
  public Text plus(String words) {
    return plus(words, Tone.PLAIN);
  }

  /** The same with more words after it. */
  public Text plus(String words, Tone tone) {
    return plus(new Span(words, tone, "", Format.ALL));
  }

  /** The same with another text after it. */
  public Text plus(Text other) {
    List<Span> all = new ArrayList<>(spans);
    all.addAll(other.spans);
    return new Text(all);
  }

  /** The same with a reference to an entry after it. */
  public Text reference(String words, String anchor) {
    return plus(new Span(words, Tone.PLAIN, "#" + anchor, Format.ALL));
  }

  /** Words that lead to another file, by its address from the page. */
  public static Text link(String words, String address) {
    return EMPTY.plus(new Span(words, Tone.PLAIN, address, Format.ALL));
  }

  /** The same for some formats; the others do not say it. */
  public Text only(Format... formats) {
    return new Text(
        spans.stream()
            .map(span -> new Span(span.words, span.tone, span.address, Set.of(formats)))
            .toList());
  }

  private Text plus(Span span) {
    return span.words.isEmpty() ? this : plus(new Text(List.of(span)));
  }

  /** What a format says. */
  public List<Span> in(Format format) {
    return spans.stream().filter(span -> span.in.contains(format)).toList();
  }

  /** What a format says, without tones. */
  public String words(Format format) {
    return in(format).stream().map(Span::words).collect(Collectors.joining());
  }

  /** Whether a format says nothing. */
  boolean isSilent(Format format) {
    return in(format).isEmpty();
  }
}
