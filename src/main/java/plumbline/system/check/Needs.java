package plumbline.system.check;

/**
 * What a server of a system takes of the machine on which this program starts it, with the settings
 * of the plans that come along. All are bytes, and 0 where it hardly matters.
 *
 * @param memory with which it runs undisturbed
 * @param leastMemory below which it does not start; at most {@code memory}
 * @param disk that its data may grow to within a run
 * @param leastDisk below which even a short run may fill the disk; at most {@code disk}
 */
public record Needs(long memory, long leastMemory, long disk, long leastDisk) {
  /** Of a system that takes next to nothing. */
  public static final Needs NONE = new Needs(0, 0, 0, 0);

  private static final long MEBIBYTE = 1L << 20;

  /** None is negative or below its least. */
  public Needs {
    if (leastMemory < 0 || leastDisk < 0 || memory < leastMemory || disk < leastDisk) {
      throw new IllegalArgumentException(
          "needs of " + memory + ", " + leastMemory + ", " + disk + ", " + leastDisk + " bytes");
    }
  }

  /** Needs in MiB. */
  public static Needs ofMebibytes(long memory, long leastMemory, long disk, long leastDisk) {
    return new Needs(
        memory * MEBIBYTE, leastMemory * MEBIBYTE, disk * MEBIBYTE, leastDisk * MEBIBYTE);
  }
}
