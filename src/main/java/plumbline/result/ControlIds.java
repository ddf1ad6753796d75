package plumbline.result;

/**
 * The controls: what is measured of the machine and of the instrument itself, beside the systems
 * and in the same run. They stand in the column {@code system}, and no server belongs to them.
 */
public final class ControlIds {
  /** An echo over loopback: what no round trip on this machine can be faster than. */
  public static final String LOOPBACK = "loopback";

  /** The cost of recording. */
  public static final String INSTRUMENT = "instrument";

  /** The operation of {@link #LOOPBACK} between threads that never sleep. */
  public static final String SPINNING_ECHO = "spinning echo";

  private ControlIds() {}

  /** Whether a series is one of the controls. */
  public static boolean is(Series series) {
    return series.system().equals(LOOPBACK) || series.system().equals(INSTRUMENT);
  }
}
