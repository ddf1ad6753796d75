package plumbline.problem;

/**
 * The input was right, but measuring was not possible or did not end well: no server, a server that
 * died, a wrong answer, a full disk. The message is one line. The command line ends with exit code
 * 3, and what was measured before is kept.
 */
public final class CannotMeasureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CannotMeasureException(String message) {
    super(message);
  }

  /** With its cause, which only {@code --verbose} shows. */
  public CannotMeasureException(String message, Throwable cause) {
    super(message, cause);
  }
}
