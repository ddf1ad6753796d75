package plumbline.compare;

import plumbline.problem.BadInputException;

/**
 * What was named is not there: for a table a mistake, for a gate a history that is yet to begin.
 */
final class NoSuchRunException extends BadInputException {
  private static final long serialVersionUID = 1L;

  NoSuchRunException(String message) {
    super(message);
  }
}
