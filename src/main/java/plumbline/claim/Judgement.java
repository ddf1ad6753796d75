package plumbline.claim;

import java.util.List;

/**
 * All verdicts on one run.
 *
 * @param claimsFile where the claims came from: {@code article} when built in, else the file's name
 * @param verdicts in the order of the claims file, then of the series
 */
public record Judgement(String claimsFile, List<Verdict> verdicts) {
  public Judgement {
    verdicts = List.copyOf(verdicts);
  }
}
