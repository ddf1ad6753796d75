package plumbline.statistics;

import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.BinomialTest;

/** The exact one-sided sign test. */
public final class SignTest {
  private static final BinomialTest TEST =
      BinomialTest.withDefaults().with(AlternativeHypothesis.GREATER_THAN);

  private SignTest() {}

  /**
   * P(X >= successes) for X binomial with n = trials and p = 1/2: how probable it is that at least
   * so many fall on one side if either side is equally likely.
   *
   * @param trials 0 or more
   * @param successes 0 to trials
   */
  public static double p(int trials, int successes) {
    return successes == 0 ? 1 : TEST.test(trials, successes, 0.5).getPValue();
  }
}
