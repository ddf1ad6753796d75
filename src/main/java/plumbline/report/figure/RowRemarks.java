package plumbline.report.figure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import plumbline.report.words.Phrase;
import plumbline.report.words.WarningWords;
import plumbline.report.words.Wording;
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

  private final Wording wording;
  private final WarningWords warnings;
  private final List<Remark<Integer>> rounds = new ArrayList<>();
  private final List<Remark<Row>> rows = new ArrayList<>();

  private final Set<Fault> ofRounds = new HashSet<>();

  /** What is wrong, and where. */
  private record Remark<T>(T place, Fault fault) {}

  /** What faults have in common that share a remark. */
  private record Key(List<Warning> warnings, String reason) {
    static Key of(Fault fault) {
      return new Key(
          fault.warnings().stream().map(Finding::warning).toList(), withoutNumbers(fault.reason()));
    }
  }

  /** What reasons have in common that differ only in their numbers. */
  static String withoutNumbers(String reason) {
    return NUMBER.matcher(reason).replaceAll("#");
  }

  RowRemarks(Wording wording) {
    this.wording = wording;
    this.warnings = new WarningWords(wording);
  }

  /** Adds a round, if it is not valid. */
  void add(Round round) {
    round.fault().ifPresent(fault -> rounds.add(new Remark<>(round.number(), fault)));
    round.fault().ifPresent(ofRounds::add);
  }

  /** Adds a row that is marked, unless a round was added for the same. */
  void add(Row row) {
    Fault all = new Fault(row.warnings(), row.reason());
    if (ofRounds.contains(all)) {
      return;
    }
    if (row.metric() == Metric.FAILURE) {
      rows.add(new Remark<>(row, all));
      return;
    }
    row.warnings().forEach(one -> rows.add(new Remark<>(row, new Fault(List.of(one), ""))));
    if (!row.reason().isEmpty()) {
      rows.add(new Remark<>(row, Fault.of(row.reason())));
    }
  }

  /** One line each: the rounds that are not valid, then the marks, in the order of adding. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (List<Remark<Integer>> group : groups(rounds)) {
      lines.add(
          wording.say(
              group.size() == 1 ? Phrase.ROUND_IS_INVALID : Phrase.ROUNDS_ARE_INVALID,
              listed(group.stream().map(remark -> remark.place().toString()).toList()),
              words(group)));
    }
    for (List<Remark<Row>> group : groups(rows)) {
      lines.add(where(group.stream().map(Remark::place).toList()) + ": " + words(group));
    }
    return lines;
  }

  private static <T> Collection<List<Remark<T>>> groups(List<Remark<T>> remarks) {
    return remarks.stream()
        .collect(
            Collectors.groupingBy(
                remark -> Key.of(remark.fault()), LinkedHashMap::new, Collectors.toList()))
        .values();
  }

  private <T> String words(List<Remark<T>> group) {
    List<Fault> faults = group.stream().map(Remark::fault).toList();
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < faults.get(0).warnings().size(); i++) {
      int place = i;
      parts.add(warnings.ofAll(faults.stream().map(one -> one.warnings().get(place)).toList()));
    }
    if (!faults.get(0).reason().isEmpty()) {
      parts.add(withRanges(faults.stream().map(Fault::reason).toList()));
    }
    return String.join("; ", parts);
  }

  private String where(List<Row> rows) {
    SortedMap<Metric, Set<Integer>> byMetric = new TreeMap<>();
    for (Row row : rows) {
      Set<Integer> numbers = byMetric.computeIfAbsent(row.metric(), metric -> new TreeSet<>());
      row.round().ifPresent(numbers::add);
    }
    List<String> parts = new ArrayList<>();
    String in = rounds(byMetric.values());
    if (!in.isEmpty()) {
      parts.add(in);
    }
    if (rows.stream().anyMatch(row -> row.round().isEmpty())) {
      parts.add(wording.say(Phrase.MARKED_OVER_ALL));
    }
    String text = String.join(" and ", parts);
    return byMetric.containsKey(Metric.FAILURE)
        ? text
        : listed(byMetric.keySet().stream().map(Metric::text).toList()) + " " + text;
  }

  private String rounds(Collection<Set<Integer>> sets) {
    Set<Integer> most = sets.stream().max(Comparator.comparingInt(Set::size)).orElseThrow();
    if (most.isEmpty()) {
      return "";
    }
    boolean same = sets.stream().allMatch(most::equals);
    if (most.size() == 1) {
      return same
          ? wording.say(Phrase.MARKED_IN_ROUND, most.iterator().next())
          : wording.say(Phrase.MARKED_IN_ONE_ROUND);
    }
    return wording.say(same ? Phrase.MARKED_IN_ROUNDS : Phrase.MARKED_IN_UP_TO, most.size());
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
