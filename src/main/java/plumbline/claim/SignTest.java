package plumbline.claim;

/**
 * The exact one-sided sign test over rounds: how probable it is that at least so many of the rounds
 * fall on one side if either side is equally likely. It assumes nothing about the distribution.
 */
final class SignTest {
  /** At or below this, chance is ruled out. With 5 rounds it takes all 5: p = 0.03125. */
  static final double LEVEL = 0.05;

  /** The fewest rounds that can decide. */
  static final int LEAST_ROUNDS = 5;

  private SignTest() {}

  /** The probability that so many of the rounds, or more, fall on one side by chance. */
  static double p(int rounds, int successes) {
    return plumbline.statistics.SignTest.p(rounds, successes);
  }

  static boolean decides(int rounds, int successes) {
    return rounds >= LEAST_ROUNDS && p(rounds, successes) <= LEVEL;
  }
}
