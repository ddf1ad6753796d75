package plumbline.cli;

import picocli.CommandLine.Help.Ansi;

/** What the output goes to. */
final class Terminal {
  /** Lines of an answer; {@code --details} prints more. */
  static final int LINES = 45;

  /** Columns of an answer. */
  static final int WIDTH = 80;

  private Terminal() {}

  /** Whether a person watches and colours can be shown; false in a pipe or with NO_COLOR. */
  static boolean isInteractive() {
    return Ansi.AUTO.enabled();
  }
}
