package plumbline.report.words;

import java.util.ArrayList;
import java.util.List;
import plumbline.claim.Judge;
import plumbline.claim.Outlook;
import plumbline.result.Metric;

/** What a run cannot decide, said before it takes its time. */
public final class OutlookWords {
  /** Characters of a line in a terminal. */
  private static final int LINE = 80;

  private final Wording wording;

  /** In some words. */
  public OutlookWords(Wording wording) {
    this.wording = wording;
  }

  /** Two lines at most; none if nothing is known to stay open. */
  public List<String> of(Outlook outlook) {
    if (outlook.hasTooFewRounds()) {
      return List.of(tooFewRounds(outlook.rounds()));
    }
    List<String> lines = new ArrayList<>();
    if (!outlook.sparse().isEmpty()) {
      // Who has too few for a percentile has too few for those beyond it.
      Metric first = outlook.sparse().firstKey();
      lines.add(
          wording.say(
              Phrase.TOO_FEW_AT_THE_RATE,
              outlook.sparse().get(first).size(),
              first.text(),
              first.samplesNeeded()));
    }
    if (!outlook.unmeasured().isEmpty()) {
      lines.add(named(Phrase.NOT_IN_THE_PLAN, outlook.unmeasured()));
    }
    return lines;
  }

  /** That so few rounds decide nothing. */
  public String tooFewRounds(int rounds) {
    return wording.say(Phrase.TOO_FEW_FOR_A_VERDICT, rounds, Judge.LEAST_ROUNDS);
  }

  /** A phrase with as many names as fit into a line of a terminal, and how many more there are. */
  public String named(Phrase phrase, List<String> names) {
    String all = wording.say(phrase, String.join(", ", names));
    for (int left = 1; all.length() > LINE && left < names.size(); left++) {
      String first = String.join(", ", names.subList(0, names.size() - left));
      all = wording.say(phrase, wording.say(Phrase.AND_OTHERS, first, left));
    }
    return all;
  }
}
