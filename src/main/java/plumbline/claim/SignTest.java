package plumbline.claim;

import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.BinomialTest;

/**
 * The exact one-sided sign test over rounds: how probable it is that at least so many of the rounds
 * fall on one side if either side is equally likely. It assumes nothing about the distribution.
 */
final class SignTest {
  /** At or below this, chance is ruled out. With 5 rounds it takes all 5: p = 0.03125. */
  static final double LEVEL = 0.05;

  /** The fewest rounds that can decide. */
  static final int LEAST_ROUNDS = 5;

  private static final BinomialTest TEST =
      BinomialTest.withDefaults().with(AlternativeHypothesis.GREATER_THAN);

  private SignTest() {}

  /**
   * P(X >= successes) for X binomial with n = rounds and p = 1/2.
   *
   * @param rounds 0 or more
   * @param successes 0 to rounds
   */
  static double p(int rounds, int successes) {
    return successes == 0 ? 1 : TEST.test(rounds, successes, 0.5).getPValue();
  }

  static boolean decides(int rounds, int successes) {
    return rounds >= LEAST_ROUNDS && p(rounds, successes) <= LEVEL;
  }
}
