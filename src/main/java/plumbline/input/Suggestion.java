package plumbline.input;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The known name that a user probably meant. */
public final class Suggestion {
  private Suggestion() {}

  /**
   * The known name closest to a wrong one, if it is close: at most one edit in three characters.
   *
   * @param wrong what the user wrote
   * @param known the names that would be right
   */
  public static Optional<String> of(String wrong, Collection<String> known) {
    String best = null;
    int least = Integer.MAX_VALUE;
    for (String name : known) {
      int distance = distance(wrong.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
      if (distance < least) {
        least = distance;
        best = name;
      }
    }
    int allowed = Math.max(1, Math.max(wrong.length(), best == null ? 0 : best.length()) / 3);
    return least <= allowed ? Optional.ofNullable(best) : Optional.empty();
  }

  /**
   * The end of a message about an unknown name: the known ones and, if one is close, which was
   * probably meant. Example: {@code known: p50, p99 (did you mean p50?)}.
   */
  public static String known(String wrong, Collection<String> known) {
    String hint = of(wrong, known).map(name -> " (did you mean " + name + "?)").orElse("");
    return "known: " + String.join(", ", known) + hint;
  }

  /** Edits (insert, delete, replace, swap neighbours) from one text to another. */
  private static int distance(String from, String to) {
    int[][] edits = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        if (i == 0 || j == 0) {
          edits[i][j] = i + j;
          continue;
        }
        int replace = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        int least = Math.min(edits[i - 1][j], edits[i][j - 1]) + 1;
        least = Math.min(least, edits[i - 1][j - 1] + replace);
        if (i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1)) {
          least = Math.min(least, edits[i - 2][j - 2] + 1);
        }
        edits[i][j] = least;
      }
    }
    return edits[from.length()][to.length()];
  }
}
