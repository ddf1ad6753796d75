package plumbline.claim;

import java.util.List;

/**
 * All verdicts on one run.
 *
 * @param schema version of the layout of verdicts.json
 * @param headline one or two sentences that say what is true in which regime
 * @param claimsFile where the claims came from: {@code article} when built in, else the file's name
 * @param verdicts in the order of the claims file, then of the series
 */
public record Judgement(int schema, String headline, String claimsFile, List<Verdict> verdicts) {
  /** The layout that this code writes. */
  public static final int SCHEMA = 1;

  public Judgement {
    verdicts = List.copyOf(verdicts);
  }
}
