package plumbline.report.page;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** A format that a page is written in. */
public enum Format {
  /** Lines of limited width for a terminal. */
  TEXT,
  /** GitHub's Markdown, for a pull request or the summary of a job. */
  MARKDOWN,
  /** One self-contained file for a browser. */
  HTML;

  /** Every format. */
  public static final Set<Format> ALL = Collections.unmodifiableSet(EnumSet.allOf(Format.class));
}
