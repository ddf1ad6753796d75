package plumbline.result.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.result.Finding;
import plumbline.result.RunManifest;
import plumbline.result.RunManifest.Problem;
import plumbline.result.Search;
import plumbline.result.Search.Probe;
import plumbline.result.Warning;

/**
 * The warnings in the sentences that files of the schemas 1 and 2 have instead. These phrases are
 * those of the programs that wrote them, and never change; today's words are elsewhere.
 */
final class Schema2Reasons {
  private static final String SEPARATOR = "; ";
  private static final String COUNT = "([0-9][0-9,]*)";
  private static final String NUMBER = "([0-9]+(?:\\.[0-9]+)?)";
  private static final String OF_OPERATIONS = COUNT + " of " + COUNT + " operations ";

  private record Phrase(Warning warning, Pattern pattern) {}

  private static final List<Phrase> PHRASES =
      List.of(
          phrase(Warning.RATE_MISSED, NUMBER + " % of the target rate was achieved"),
          phrase(Warning.OPERATIONS_FAILED, OF_OPERATIONS + "failed or were not answered"),
          phrase(Warning.WRONG_ANSWERS, OF_OPERATIONS + "had a wrong answer"),
          phrase(Warning.MESSAGES_LOST, OF_OPERATIONS + "were lost"),
          phrase(Warning.MESSAGES_DUPLICATED, OF_OPERATIONS + "arrived more than once"),
          phrase(Warning.RANGE_EXCEEDED, COUNT + " operations took longer than 60 s"),
          phrase(Warning.NOTHING_MEASURED, "no operation ended within the measured time"),
          phrase(
              Warning.NOT_SETTLED,
              "the warm-up had not settled: p50(?: of the service time)? was "
                  + NUMBER
                  + " us in the first third and "
                  + NUMBER
                  + " us in the last"),
          phrase(
              Warning.CLIENT_SATURATED, NUMBER + " % of all processors were taken by the client"),
          phrase(Warning.SCHEDULE_LAG, "schedule lag explains " + NUMBER + " % of it"),
          phrase(
              Warning.GC_PAUSES,
              "garbage collection in the client explains " + NUMBER + " % of it"),
          phrase(
              Warning.SERVER_STALLED,
              "a stall of " + NUMBER + " s without any answer explains " + NUMBER + " % of it"),
          phrase(Warning.PLATFORM_PAUSES, "platform pauses of " + NUMBER + " us came as often"),
          phrase(Warning.PLATFORM_PAUSES, "platform pauses: " + NUMBER + " us at this percentile"));

  /**
   * A sentence taken apart.
   *
   * @param warnings that it tells of
   * @param rest what none of them said
   */
  record Told(List<Finding> warnings, String rest) {
    Told {
      warnings = List.copyOf(warnings);
    }
  }

  private static final Told NOTHING = new Told(List.of(), "");

  /** In front of what kept the last rate of a search from being sustained. */
  private static final Pattern SEARCHED =
      Pattern.compile("no rate was sustained, not even ([0-9,]+) ops/s: (.*)");

  private Schema2Reasons() {}

  private static Phrase phrase(Warning warning, String pattern) {
    return new Phrase(warning, Pattern.compile(pattern));
  }

  static Told told(String reason) {
    if (reason.isEmpty()) {
      return NOTHING;
    }
    List<Finding> warnings = new ArrayList<>();
    List<String> rest = new ArrayList<>();
    Matcher searched = SEARCHED.matcher(reason);
    if (searched.matches()) {
      warnings.add(Finding.of(Warning.NO_RATE_SUSTAINED, number(searched.group(1))));
    }
    String said = searched.matches() ? searched.group(2) : reason;
    for (String part : said.split(SEPARATOR)) {
      if (!add(warnings, part)) {
        rest.add(part);
      }
    }
    return new Told(warnings, String.join(SEPARATOR, rest));
  }

  private static double number(String text) {
    return Double.parseDouble(text.replace(",", ""));
  }

  /** The problems and searches of a {@code run.json}, with their warnings. */
  static RunManifest manifest(RunManifest old) {
    return old.with(
        old.problems().stream().map(Schema2Reasons::problem).toList(),
        old.notes(),
        old.searches().map(searches -> searches.stream().map(Schema2Reasons::search).toList()));
  }

  private static Problem problem(Problem old) {
    Told told = told(old.reason());
    return new Problem(old.round(), old.series(), Optional.of(told.warnings()), told.rest());
  }

  private static Search search(Search old) {
    Told told = told(old.failure());
    return new Search(
        old.shape(),
        old.saturation(),
        Optional.of(told.warnings()),
        told.rest(),
        old.probes().stream().map(Schema2Reasons::probe).toList(),
        old.shares());
  }

  private static Probe probe(Probe old) {
    Told told = told(old.reason());
    return new Probe(
        old.rate(),
        old.achieved(),
        old.sustained(),
        Optional.of(told.warnings()),
        told.rest(),
        old.busiest());
  }

  private static boolean add(List<Finding> warnings, String part) {
    for (Phrase phrase : PHRASES) {
      Matcher matcher = phrase.pattern().matcher(part);
      if (matcher.matches()) {
        double[] numbers = new double[matcher.groupCount()];
        Arrays.setAll(numbers, i -> number(matcher.group(i + 1)));
        return warnings.add(Finding.of(phrase.warning(), numbers));
      }
    }
    return false;
  }
}
