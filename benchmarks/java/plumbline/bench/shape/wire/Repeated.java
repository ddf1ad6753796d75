package plumbline.bench.shape.wire;

/** The same bytes over and over. */
final class Repeated {
  private Repeated() {}

  static byte[] of(byte[] unit, int times) {
    byte[] all = new byte[Math.multiplyExact(unit.length, times)];
    for (int i = 0; i < times; i++) {
      System.arraycopy(unit, 0, all, i * unit.length, unit.length);
    }
    return all;
  }
}
