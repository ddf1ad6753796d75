package plumbline.system.janitor;

/** How a line of the pipe is to be taken. */
sealed interface Order {
  /** Without it a line was cut off, and what is left of a folder's name may be another folder. */
  String END = " .";

  String WATCH = "watch";
  String FORGET = "forget";
  String DONE = "done";

  /** Put on the list. */
  record Add(Watch watch) implements Order {}

  /** Take off the list. */
  record Remove(Watch watch) implements Order {}

  /** The host ends in order. */
  record Farewell() implements Order {}

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException if it is none of these, as when the host died while writing
   */
  static Order of(String line) {
    if (line.equals(DONE)) {
      return new Farewell();
    }
    int space = line.indexOf(' ');
    int end = line.length() - END.length();
    if (space < 0 || space >= end || !line.endsWith(END)) {
      throw new IllegalArgumentException("not an order");
    }
    Watch watch = Watch.of(Watch.decode(line.substring(space + 1, end)));
    return switch (line.substring(0, space)) {
      case WATCH -> new Add(watch);
      case FORGET -> new Remove(watch);
      default -> throw new IllegalArgumentException("not an order");
    };
  }
}
