package plumbline.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a reader of a comparison should know, one line each. */
final class Notes {
  private Notes() {}

  static List<String> of(List<Side> sides, List<ComparedRow> rows) {
    Set<String> notes = new LinkedHashSet<>();
    Side base = sides.get(0);
    for (Side side : sides.subList(1, sides.size())) {
      side.sharedWith(base)
          .forEach(
              run -> notes.add("the run " + run + " is on both sides: its rounds cannot differ"));
    }
    for (Side side : sides) {
      side.notes().forEach(note -> notes.add(side.name() + ": " + note));
      if (!side.machineKnown()) {
        notes.add(
            side.name()
                + ": no run.json beside a file, so only what its rows tell of the conditions was"
                + " compared");
      }
    }
    notes.addAll(controls(rows));
    return new ArrayList<>(notes);
  }

  /** If the machine itself was faster or slower, other differences may be its own. */
  private static List<String> controls(List<ComparedRow> rows) {
    return rows.stream()
        .filter(row -> row.figure().isControl())
        .filter(row -> row.verdict() == Verdict.BETTER || row.verdict() == Verdict.WORSE)
        .collect(Collectors.groupingBy(ComparedRow::side, Collectors.toList()))
        .entrySet()
        .stream()
        .map(
            entry ->
                entry.getKey()
                    + ": the machine itself differs ("
                    + entry.getValue().stream()
                        .map(row -> row.figure() + " is " + row.verdict().text())
                        .collect(Collectors.joining("; "))
                    + "), so other differences may be the machine's")
        .sorted()
        .toList();
  }
}
