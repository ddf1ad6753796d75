package plumbline.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import plumbline.claim.ClaimsFile;
import plumbline.claim.Decidability;
import plumbline.claim.Foresight;
import plumbline.report.words.BoundWords;
import plumbline.report.words.LimitWords;
import plumbline.report.words.Wording;
import plumbline.result.MachineReading;
import plumbline.result.Series;

/** Which claims can be decided here, for a terminal of 80 columns. */
final class ForesightText {
  private static final int WIDTH = 80;
  private static final int ANSWER = 9;

  private static final LimitWords WORDS = new LimitWords(Wording.USUAL);

  private ForesightText() {}

  /**
   * A section for each file; metrics of a claim with the same answer stand together.
   *
   * @param forcing by system, values by parameter that ask for writes forced to the disk
   * @param paced what plans measure at a rate
   */
  static String of(
      List<ClaimsFile> files,
      MachineReading machine,
      Map<String, Map<String, Set<String>>> forcing,
      List<Series> paced) {
    StringBuilder text = new StringBuilder("\nWhich claims can be decided on this machine\n");
    Map<Decidability.Answer, Integer> counts = new EnumMap<>(Decidability.Answer.class);
    for (ClaimsFile file : files) {
      text.append('\n').append(file.name()).append('\n');
      List<Decidability> answers = Foresight.of(file.claims(), machine, forcing, paced);
      answers.forEach(answer -> counts.merge(answer.answer(), 1, Integer::sum));
      together(answers).forEach((first, bounds) -> append(text, first, bounds));
    }
    return text.append("\nDecidable here: ").append(counted(counts)).append('\n').toString();
  }

  /** How many answers of each kind there are, in all and for each file. */
  static String brief(
      List<ClaimsFile> files,
      MachineReading machine,
      Map<String, Map<String, Set<String>>> forcing,
      List<Series> paced) {
    Map<Decidability.Answer, Integer> all = new EnumMap<>(Decidability.Answer.class);
    StringBuilder lines = new StringBuilder();
    for (ClaimsFile file : files) {
      Map<Decidability.Answer, Integer> own = new EnumMap<>(Decidability.Answer.class);
      Foresight.of(file.claims(), machine, forcing, paced)
          .forEach(answer -> own.merge(answer.answer(), 1, Integer::sum));
      own.forEach((answer, count) -> all.merge(answer, count, Integer::sum));
      lines.append("  %-14s".formatted(file.name())).append(counted(own)).append('\n');
    }
    return "Claims decidable here, by metric and reading: " + counted(all) + "\n" + lines;
  }

  private static String counted(Map<Decidability.Answer, Integer> counts) {
    return Arrays.stream(Decidability.Answer.values())
        .map(answer -> counts.getOrDefault(answer, 0) + " " + name(answer))
        .collect(Collectors.joining(", "));
  }

  /** What is said in the same words, with its bounds. */
  private record Same(String claim, Decidability.Answer answer, String reason) {}

  private static Map<Same, List<String>> together(List<Decidability> answers) {
    Map<Same, List<String>> together = new LinkedHashMap<>();
    for (Decidability one : answers) {
      together
          .computeIfAbsent(
              new Same(one.claim(), one.answer(), WORDS.of(one)), key -> new ArrayList<>())
          .add(
              BoundWords.of(one.bounds(), List.of(one.metric()))
                  + one.reading().map(name -> " (" + name + ")").orElse(""));
    }
    return together;
  }

  private static void append(StringBuilder text, Same same, List<String> bounds) {
    List<String> lines =
        new ArrayList<>(
            DoctorText.wrap(same.claim() + ": " + String.join(", ", bounds), WIDTH - ANSWER));
    if (!same.reason().isEmpty()) {
      lines.addAll(DoctorText.wrap("- " + same.reason(), WIDTH - ANSWER));
    }
    DoctorText.append(text, "%-9s".formatted(name(same.answer())), lines);
  }

  private static String name(Decidability.Answer answer) {
    return answer.name().toLowerCase(Locale.ROOT);
  }
}
