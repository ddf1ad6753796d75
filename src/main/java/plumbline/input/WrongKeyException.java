package plumbline.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import plumbline.problem.BadInputException;

/** A record of a YAML file finds a key of its own, or one further down, that is not right. */
public final class WrongKeyException extends BadInputException {
  private static final long serialVersionUID = 1L;

  private final ArrayList<Object> path;

  /**
   * A wrong key.
   *
   * @param message what is wrong
   * @param path from the record to the key: names of keys, and numbers of items of lists
   */
  public WrongKeyException(String message, Object... path) {
    super(message);
    this.path = new ArrayList<>(Arrays.asList(path));
  }

  private WrongKeyException(String message, List<Object> path, WrongKeyException cause) {
    super(message, cause);
    this.path = new ArrayList<>(path);
  }

  /** The same, as what holds the record sees it. */
  public WrongKeyException within(String before, Object... outer) {
    List<Object> whole = new ArrayList<>(Arrays.asList(outer));
    whole.addAll(path);
    return new WrongKeyException(before + getMessage(), whole, this);
  }

  /** From the record to the key. */
  public List<Object> path() {
    return List.copyOf(path);
  }
}
