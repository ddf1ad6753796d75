package plumbline.problem;

/**
 * The input was right, but measuring was not possible or did not end well: no server, a server that
 * died, a wrong answer, a full disk. The message is one line. The command line ends with exit code
 * 3, and what was measured before is kept.
 */
public final class CannotMeasureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the problem.
   *
   * @param message one line, complete for a user who sees nothing else
   */
  public CannotMeasureException(String message) {
    super(message);
  }

  /**
   * Creates the problem with its cause, which only {@code --verbose} shows.
   *
   * @param message one line, complete for a user who sees nothing else
   * @param cause what was thrown underneath
   */
  public CannotMeasureException(String message, Throwable cause) {
    super(message, cause);
  }
}
