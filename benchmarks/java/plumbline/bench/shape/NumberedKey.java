package plumbline.bench.shape;

import java.nio.charset.StandardCharsets;

/**
 * A text with a key whose number changes from one operation to the next: the key itself, or an
 * encoded command. All keys are of one length, so that no other byte changes. For one thread.
 */
public final class NumberedKey {
  private static final int DIGITS = 8;

  private final byte[] text;
  private final int end;

  private NumberedKey(byte[] text, int end) {
    this.text = text;
    this.end = end;
  }

  /**
   * The key of a number.
   *
   * @param name what all keys begin with
   * @param number from 0 to 99,999,999
   */
  public static String key(String name, int number) {
    byte[] key = (name + "-" + "0".repeat(DIGITS)).getBytes(StandardCharsets.ISO_8859_1);
    return new String(new NumberedKey(key, key.length).at(number), StandardCharsets.ISO_8859_1);
  }

  /** Only the key of a name. */
  public static NumberedKey of(String name) {
    byte[] key = key(name, 0).getBytes(StandardCharsets.ISO_8859_1);
    return new NumberedKey(key, key.length);
  }

  /**
   * A command with a key in it.
   *
   * @param command encoded for number 0
   */
  public static NumberedKey in(byte[] command, String name) {
    String key = key(name, 0);
    int start = new String(command, StandardCharsets.ISO_8859_1).indexOf(key);
    if (start < 0) {
      throw new IllegalArgumentException("the command does not hold the key " + key);
    }
    return new NumberedKey(command, start + key.length());
  }

  /** The text with this number: always the same array. */
  public byte[] at(int number) {
    int rest = number;
    for (int i = 1; i <= DIGITS; i++) {
      text[end - i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    return text;
  }
}
