package plumbline.system.spi;

/**
 * A server gave no usable answer. The message is a phrase that completes {@code "ID at host:port
 * …"}, such as {@code does not answer}, and never holds a password.
 */
public final class NoAnswerException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean decided;

  private NoAnswerException(String message, boolean decided, Throwable cause) {
    super(message, cause);
    this.decided = decided;
  }

  /** A failure that may pass, as while a server starts. */
  public static NoAnswerException yet(String message, Throwable cause) {
    return new NoAnswerException(message, false, cause);
  }

  /** A failure that trying again will not change, such as a refused password. */
  public static NoAnswerException decided(String message, Throwable cause) {
    return new NoAnswerException(message, true, cause);
  }

  /** Whether trying again is of no use. */
  public boolean isDecided() {
    return decided;
  }
}
