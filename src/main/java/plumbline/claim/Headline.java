package plumbline.claim;

import java.util.List;

/** placeholder. */
public final class Headline {
  private Headline() {}

  /** One or two sentences. */
  public static String of(List<Verdict> verdicts) {
    return verdicts.size() + " verdicts";
  }
}
