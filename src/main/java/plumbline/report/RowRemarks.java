package plumbline.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.report.words.WarningWords;
import plumbline.result.Fault;
import plumbline.result.Finding;
import plumbline.result.Metric;
import plumbline.result.Round;
import plumbline.result.Row;
import plumbline.result.Warning;

/**
 * What is wrong with the rounds of one series and what marks its rows, in as few remarks as say it:
 * warnings that only differ in their numbers share one, with the range of each number. Which row
 * has which number, results.csv tells.
 */
final class RowRemarks {
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:,\\d{3})*(?:\\.\\d+)?");

  private final WarningWords warnings;
  private final Map<Key, Group<Integer>> rounds = new LinkedHashMap<>();
  private final Map<Key, Group<Row>> rows = new LinkedHashMap<>();
  private final Set<Fault> ofRounds = new LinkedHashSet<>();

  /** What faults have in common that share a remark. */
  private record Key(List<Warning> warnings, String reason) {
    static Key of(Fault fault) {
      return new Key(
          fault.warnings().stream().map(Finding::warning).toList(),
          NUMBER.matcher(fault.reason()).replaceAll("#"));
    }
  }

  /** Where the same is wrong, with other numbers. */
  private static final class Group<T> {
    private final List<T> places = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    private void add(T place, Fault fault) {
      places.add(place);
      faults.add(fault);
    }

    private String words(WarningWords warnings) {
      List<Finding> first = faults.get(0).warnings();
      List<String> parts = new ArrayList<>();
      for (int i = 0; i < first.size(); i++) {
        int place = i;
        parts.add(warnings.ofAll(faults.stream().map(one -> one.warnings().get(place)).toList()));
      }
      if (!faults.get(0).reason().isEmpty()) {
        parts.add(withRanges(faults.stream().map(Fault::reason).toList()));
      }
      return String.join("; ", parts);
    }
  }

  RowRemarks(WarningWords warnings) {
    this.warnings = warnings;
  }

  /** Adds a round that is not valid. */
  void add(Round round) {
    round
        .fault()
        .ifPresent(
            fault -> {
              ofRounds.add(fault);
              rounds
                  .computeIfAbsent(Key.of(fault), key -> new Group<>())
                  .add(round.number(), fault);
            });
  }

  /** Adds a row that is marked, unless a round was added for the same. */
  void add(Row row) {
    Fault all = new Fault(row.warnings(), row.reason());
    if (ofRounds.contains(all)) {
      return;
    }
    if (row.metric() == Metric.FAILURE) {
      add(row, all);
      return;
    }
    row.warnings().forEach(finding -> add(row, new Fault(List.of(finding), "")));
    if (!row.reason().isEmpty()) {
      add(row, Fault.of(row.reason()));
    }
  }

  private void add(Row row, Fault fault) {
    rows.computeIfAbsent(Key.of(fault), key -> new Group<>()).add(row, fault);
  }

  /** One line each: the rounds that are not valid, then the marks, in the order of adding. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Group<Integer> group : rounds.values()) {
      lines.add(
          (group.places.size() == 1 ? "Round " : "Rounds ")
              + listed(group.places.stream().map(String::valueOf).toList())
              + (group.places.size() == 1 ? " is invalid: " : " are invalid: ")
              + group.words(warnings));
    }
    for (Group<Row> group : rows.values()) {
      lines.add(where(group.places) + ": " + group.words(warnings));
    }
    return lines;
  }

  private static String where(List<Row> rows) {
    SortedMap<Metric, Set<Integer>> byMetric = new TreeMap<>();
    boolean all = false;
    for (Row row : rows) {
      Set<Integer> numbers = byMetric.computeIfAbsent(row.metric(), metric -> new TreeSet<>());
      row.round().ifPresent(numbers::add);
      all |= row.round().isEmpty();
    }
    List<String> parts = new ArrayList<>();
    String in = rounds(byMetric.values());
    if (!in.isEmpty()) {
      parts.add(in);
    }
    if (all) {
      parts.add("over all rounds");
    }
    String text = String.join(" and ", parts);
    return byMetric.containsKey(Metric.FAILURE)
        ? text
        : listed(byMetric.keySet().stream().map(Metric::text).toList()) + " " + text;
  }

  private static String rounds(Collection<Set<Integer>> sets) {
    Set<Integer> most = sets.stream().max(Comparator.comparingInt(Set::size)).orElseThrow();
    if (most.isEmpty()) {
      return "";
    }
    boolean same = sets.stream().allMatch(most::equals);
    if (most.size() == 1) {
      return same ? "in round " + most.iterator().next() : "in one round";
    }
    return (same ? "in " : "in up to ") + most.size() + " rounds";
  }

  /** {@code a, b and c}. */
  private static String listed(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.get(0)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }

  /** Reasons that differ only in their numbers, as one with the range of each number. */
  private static String withRanges(List<String> reasons) {
    List<List<String>> numbers = new ArrayList<>();
    for (String reason : reasons) {
      Matcher matcher = NUMBER.matcher(reason);
      for (int i = 0; matcher.find(); i++) {
        if (numbers.size() <= i) {
          numbers.add(new ArrayList<>());
        }
        numbers.get(i).add(matcher.group());
      }
    }
    int[] place = {0};
    return NUMBER.matcher(reasons.get(0)).replaceAll(match -> range(numbers.get(place[0]++)));
  }

  private static String range(List<String> values) {
    Comparator<String> bySize =
        Comparator.comparingDouble(value -> Double.parseDouble(value.replace(",", "")));
    String low = values.stream().min(bySize).orElseThrow();
    String high = values.stream().max(bySize).orElseThrow();
    return low.equals(high) ? low : low + " to " + high;
  }
}
