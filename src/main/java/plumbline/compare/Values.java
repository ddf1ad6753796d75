package plumbline.compare;

import java.util.Arrays;

/** Numbers that are added one by one. */
final class Values {
  /** Stands for figures that are not compared. */
  static final Values NONE = new Values();

  private double[] values = new double[8];
  private int size;

  void add(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  int size() {
    return size;
  }

  double[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
