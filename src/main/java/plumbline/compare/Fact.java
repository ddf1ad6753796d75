package plumbline.compare;

import plumbline.result.Series;

/**
 * A condition under which a side was measured.
 *
 * @param kind what it is about
 * @param system the system that it is about; empty if it is about none
 * @param text what texts call it, such as {@code kernel}
 */
record Fact(Kind kind, String system, String text) {

  /** What a condition is about. */
  enum Kind {
    /** The machine, the JVM and the plan. What a platform does not tell is no difference. */
    MACHINE,
    /** A server, as run.json describes it. What it does not have, it has not. */
    SERVER,
    /** A server's version or a client, which may be several: not every series has the same. */
    VERSION,
    /** A server's conditions as the rows sum them up, for files without run.json. */
    SUMMARY
  }

  private static final String OF_A_SERIES = "plan: ";

  /** What a plan says of a series. */
  static Fact ofSeries(String tag) {
    return machine(OF_A_SERIES + tag);
  }

  /** Whether figures of a series were measured under it. Summaries stand in other facts as well. */
  boolean isAbout(Series series) {
    return switch (kind) {
      case MACHINE ->
          !text.startsWith(OF_A_SERIES)
              || text.substring(OF_A_SERIES.length()).equals(series.tag());
      case SERVER -> system.equals(series.system()) || system.startsWith(series.system() + " (");
      case VERSION, SUMMARY -> false;
    };
  }

  static Fact machine(String text) {
    return new Fact(Kind.MACHINE, "", text);
  }
}
