package plumbline.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.result.Metric;
import plumbline.result.Row;

/**
 * What marks rows of one series, in as few remarks as say it: rows of one metric whose reasons only
 * differ in their numbers share one, with the range of each number.
 */
final class RowRemarks {
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final int MOST_NAMED = 3;

  /** Rows by their metric and their reason without its numbers. */
  private final Map<String, List<Row>> groups = new LinkedHashMap<>();

  /** Adds a row that has a reason. */
  void add(Row row) {
    String key =
        row.metric() == Metric.FAILURE
            ? row.reason()
            : row.metric().text() + " " + NUMBER.matcher(row.reason()).replaceAll("#");
    groups.computeIfAbsent(key, name -> new ArrayList<>()).add(row);
  }

  /** One line each, in the order in which they were added. */
  List<String> lines() {
    Map<String, List<String>> wheres = new LinkedHashMap<>();
    for (List<Row> rows : groups.values()) {
      wheres.computeIfAbsent(reason(rows), reason -> new ArrayList<>()).add(where(rows));
    }
    List<String> lines = new ArrayList<>();
    wheres.forEach(
        (reason, where) ->
            lines.add(
                (where.size() > MOST_NAMED ? where.size() + " rows" : String.join(", ", where))
                    + ": "
                    + reason));
    return lines;
  }

  private static String where(List<Row> rows) {
    Metric metric = rows.get(0).metric();
    List<Integer> rounds = new ArrayList<>();
    boolean all = false;
    for (Row row : rows) {
      row.round().ifPresent(rounds::add);
      all |= row.round().isEmpty();
    }
    List<String> parts = new ArrayList<>();
    if (!rounds.isEmpty()) {
      parts.add(
          rounds.size() == 1 ? "in round " + rounds.get(0) : "in " + rounds.size() + " rounds");
    }
    if (all) {
      parts.add("over all rounds");
    }
    String text = String.join(" and ", parts);
    return metric == Metric.FAILURE ? text : metric.text() + " " + text;
  }

  /** The reason of the rows, with the range of each number. */
  private static String reason(List<Row> rows) {
    List<List<Long>> numbers = new ArrayList<>();
    for (Row row : rows) {
      Matcher matcher = NUMBER.matcher(row.reason());
      for (int i = 0; matcher.find(); i++) {
        if (numbers.size() <= i) {
          numbers.add(new ArrayList<>());
        }
        numbers.get(i).add(Long.valueOf(matcher.group()));
      }
    }
    int[] place = {0};
    return NUMBER
        .matcher(rows.get(0).reason())
        .replaceAll(match -> range(match.group(), numbers.get(place[0]++)));
  }

  private static String range(String first, List<Long> values) {
    long low = values.stream().mapToLong(Long::longValue).min().orElseThrow();
    long high = values.stream().mapToLong(Long::longValue).max().orElseThrow();
    return low == high ? first : low + " to " + high;
  }
}
