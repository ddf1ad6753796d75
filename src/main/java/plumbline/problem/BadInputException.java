package plumbline.problem;

/**
 * The user gave something that cannot be used. The message is one line that says what is wrong,
 * where (file, line, key) and what would be right. The command line ends with exit code 2.
 */
public class BadInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the problem.
   *
   * @param message one line, complete for a user who sees nothing else
   */
  public BadInputException(String message) {
    super(message);
  }

  /**
   * Creates the problem with its cause, which only {@code --verbose} shows.
   *
   * @param message one line, complete for a user who sees nothing else
   * @param cause what was thrown underneath
   */
  public BadInputException(String message, Throwable cause) {
    super(message, cause);
  }
}
