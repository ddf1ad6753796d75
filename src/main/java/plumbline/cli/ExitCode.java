package plumbline.cli;

/** What a command's exit code says. */
final class ExitCode {
  /** Done. */
  static final int DONE = 0;

  /** The answer is no, where the user asked for it to count. */
  static final int NO = 1;

  /** Bad input. */
  static final int BAD_INPUT = 2;

  /** Could not measure, or not all of it. */
  static final int COULD_NOT_MEASURE = 3;

  private ExitCode() {}
}
