package plumbline.system.check;

/**
 * One thing that the doctor looked at.
 *
 * @param name what was looked at, a few words
 * @param status how it is
 * @param detail what was found, in plain words; never empty
 * @param remedy what to do about it; empty if there is nothing to do
 */
public record Check(String name, Status status, String detail, String remedy) {

  /** How it is. */
  public enum Status {
    /** Nothing to do. */
    OK,
    /** It works, but results suffer or are limited. */
    WARNING,
    /** It is not there, so something cannot be measured, or only in another way. */
    MISSING
  }

  /** All is well. */
  public static Check ok(String name, String detail) {
    return new Check(name, Status.OK, detail, "");
  }

  /** It works, but. */
  public static Check warning(String name, String detail, String remedy) {
    return new Check(name, Status.WARNING, detail, remedy);
  }

  /** It is not there. */
  public static Check missing(String name, String detail, String remedy) {
    return new Check(name, Status.MISSING, detail, remedy);
  }
}
