package plumbline.cli;

import picocli.CommandLine.Help.Ansi;

/** What the output goes to. */
final class Terminal {
  /** Every report of a run fits this many columns; a comparison needs more. */
  static final int WIDTH = 80;

  private Terminal() {}

  /** Whether a person watches and colours can be shown; false in a pipe or with NO_COLOR. */
  static boolean isInteractive() {
    return Ansi.AUTO.enabled();
  }
}
