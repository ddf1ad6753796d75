package plumbline.record;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import plumbline.statistics.MedianInterval;

/**
 * When a client is warm. Its warm-up is cut into windows, and is over when the last {@value #KEPT}
 * of them were calm:
 *
 * <ul>
 *   <li>the compiler was at work for at most {@value #COMPILING} % of their time, its threads added
 *       up, and
 *   <li>their median is within {@value #CHANGE} % of that of the {@value #KEPT} windows before.
 * </ul>
 *
 * <p>It takes both: the median may stand still while the compiler keeps the processors awake, and
 * the compiler may rest while a server still gets faster. A plan limits a warm-up. Who has not come
 * to rest by then is measured all the same, and judged by {@link plumbline.result.Validity}.
 */
final class WarmUp {
  /** How long a window is. */
  static final Duration WINDOW = Duration.ofMillis(200);

  private static final int KEPT = 4;
  private static final int COMPILING = 2;
  private static final int CHANGE = 10;

  /** The rule in words. */
  static final String RULE =
      "over when in the last "
          + KEPT
          + " windows of "
          + WINDOW.toMillis()
          + " ms the compiler was at work for at most "
          + COMPILING
          + " % of the time, and their median was within "
          + CHANGE
          + " % of that of the "
          + KEPT
          + " before; at most as long as the plan says";

  /**
   * What a window showed.
   *
   * @param nanos how long it was
   * @param compiling nanoseconds for which the compiler was at work in it
   * @param operation nanoseconds that an operation took, or 0 if none ended or they were sent in
   *     another way than is measured
   */
  record Window(long nanos, long compiling, double operation) {}

  private final List<Window> windows = new ArrayList<>();
  private boolean over;

  /** Takes the next window. */
  void add(Window window) {
    windows.add(window);
    over |= isCompiled() && isSteady();
  }

  /** How long it has taken. */
  long nanos() {
    return windows.stream().mapToLong(Window::nanos).sum();
  }

  /** Whether it is over. Once it is, it stays so. */
  boolean isOver() {
    return over;
  }

  /** Whether the compiler has come to rest. */
  boolean isCompiled() {
    List<Window> last = last(0);
    double nanos = last.stream().mapToLong(Window::nanos).sum();
    double compiling = last.stream().mapToLong(Window::compiling).sum();
    return last.size() == KEPT && compiling <= nanos * COMPILING / 100.0;
  }

  private boolean isSteady() {
    List<Window> last = last(0);
    List<Window> before = last(KEPT);
    boolean seen =
        Stream.of(last, before).flatMap(List::stream).allMatch(one -> one.operation() > 0);
    return before.size() == KEPT
        && seen
        && Math.abs(median(last) - median(before)) <= median(before) * CHANGE / 100.0;
  }

  /** As many windows as count, without so many at the end; fewer if there are not so many. */
  private List<Window> last(int skipped) {
    int end = Math.max(0, windows.size() - skipped);
    return windows.subList(Math.max(0, end - KEPT), end);
  }

  private static double median(List<Window> some) {
    return MedianInterval.range(some.stream().mapToDouble(Window::operation).toArray()).median();
  }
}
