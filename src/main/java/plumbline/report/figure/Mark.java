package plumbline.report.figure;

/** What restricts a figure. */
public enum Mark {
  /** Nothing. */
  NONE(""),
  /** The platform paused for at least as long as this figure, equally often. */
  PLATFORM("*"),
  /** The load generator explains more of it than is allowed. */
  CLIENT("+"),
  /** The row is marked as not valid. */
  INVALID("!");

  private final String sign;

  Mark(String sign) {
    this.sign = sign;
  }

  /** One character, or nothing. */
  public String sign() {
    return sign;
  }
}
