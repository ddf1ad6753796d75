package plumbline.bench.shape;

/** A server answered, but not what it should have. The round is not valid and the run fails. */
public final class WrongAnswerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the problem.
   *
   * @param message what was expected and what came, one line
   */
  public WrongAnswerException(String message) {
    super(message);
  }
}
