package plumbline.result.file;

import java.util.List;
import java.util.Optional;
import plumbline.report.words.WarningWords;
import plumbline.result.Fault;
import plumbline.result.Finding;
import plumbline.result.Row;

/** Warnings for made-up rows and rounds, from the sentences that say most in a test. */
public final class Faults {
  private Faults() {}

  /** A fault in the words of schema 2. */
  public static Fault of(String reason) {
    return new Fault(warnings(reason), rest(reason));
  }

  /** The same, or none. */
  public static Optional<Fault> of(Optional<String> reason) {
    return reason.map(Faults::of);
  }

  /** What it tells of. */
  public static List<Finding> warnings(String reason) {
    return Schema2Reasons.told(reason).warnings();
  }

  /** What no warning says. */
  public static String rest(String reason) {
    return Schema2Reasons.told(reason).rest();
  }

  /** The words for a row's warnings and reason. */
  public static String words(Row row) {
    return WarningWords.USUAL.of(row.warnings(), row.reason());
  }
}
