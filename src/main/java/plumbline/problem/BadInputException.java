package plumbline.problem;

/**
 * The user gave something that cannot be used. The message is one line that says what is wrong,
 * where (file, line, key) and what would be right. The command line ends with exit code 2.
 */
public class BadInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadInputException(String message) {
    super(message);
  }

  /** With its cause, which only {@code --verbose} shows. */
  public BadInputException(String message, Throwable cause) {
    super(message, cause);
  }
}
