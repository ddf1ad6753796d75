package plumbline.report.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import plumbline.result.ControlIds;
import plumbline.result.Regime;
import plumbline.result.RunData;
import plumbline.result.RunManifest.PlanEntry;
import plumbline.result.Series;
import plumbline.result.Subject;

/**
 * What a report calls a series.
 *
 * @param series the series
 * @param operation system and operation in prose
 * @param regime what tells it from the other series of the same operation, such as {@code acks=all
 *     lingerMs=0} or {@code bare socket}; never empty
 * @param client the client library without its version, or {@code bare socket}, or empty
 */
public record SeriesName(Series series, String operation, String regime, String client) {
  /** What clientVersion says where no client library is used. */
  private static final String BARE_SOCKET = "bare socket";

  /** The subject of a sentence. */
  public String text() {
    return operation + ", " + regime;
  }

  /** Whether this is a figure of the machine or the instrument, beside which others are read. */
  public boolean isControl() {
    return ControlIds.is(series);
  }

  /** Whether no client library is used. */
  public boolean isBareSocket() {
    return client.equals(BARE_SOCKET);
  }

  /** Whether it is an operation of a system, whole and through a client library. */
  public boolean isWhole() {
    boolean isLeg = series.operation().startsWith("ack");
    return !isControl() && !isLeg && !isBareSocket();
  }

  /** The names of all series of a run, systems first and controls last. */
  static List<SeriesName> of(RunData data) {
    List<Subject> subjects =
        data.series().stream().map(series -> data.rows(series).get(0).subject()).toList();
    Map<String, List<Subject>> namesakes =
        subjects.stream().collect(Collectors.groupingBy(subject -> briefName(subject, data)));
    List<SeriesName> names = new ArrayList<>();
    for (Subject subject : subjects) {
      String regime = regime(subject, namesakes.get(briefName(subject, data)));
      Series series = subject.series();
      names.add(new SeriesName(series, data.nameOf(series), regime, Regime.clientName(subject)));
    }
    sort(names, data);
    return names;
  }

  private static String briefName(Subject subject, RunData data) {
    return data.nameOf(subject.series()) + "\n" + Regime.brief(subject);
  }

  /** The brief regime, and whatever else differs among the series of the same name. */
  private static String regime(Subject subject, List<Subject> namesakes) {
    List<String> parts = new ArrayList<>();
    if (!Regime.brief(subject).isEmpty()) {
      parts.add(Regime.brief(subject));
    }
    String payload = subject.series().payload() + " B";
    addIfDifferent(parts, subject, namesakes, Regime::clientName);
    addIfDifferent(parts, subject, namesakes, other -> other.series().payload() + " B");
    addIfDifferent(parts, subject, namesakes, other -> other.series().loadText());
    if (parts.isEmpty()) {
      parts.add(subject.series().payload() > 0 ? payload : "in this JVM");
    }
    return String.join(", ", parts);
  }

  private static void addIfDifferent(
      List<String> parts, Subject one, List<Subject> namesakes, Function<Subject, String> what) {
    if (namesakes.stream().map(what).distinct().count() > 1 && !parts.contains(what.apply(one))) {
      parts.add(what.apply(one));
    }
  }

  /**
   * Systems before controls, and the order of the plan, with the regimes of an operation together.
   */
  private static void sort(List<SeriesName> names, RunData data) {
    List<String> plan = data.manifest().plan().entries().stream().map(PlanEntry::series).toList();
    Map<Series, Integer> places = new HashMap<>();
    Map<String, Integer> operations = new HashMap<>();
    for (SeriesName name : names) {
      int index = plan.indexOf(name.series().tag());
      int place = index < 0 ? plan.size() : index;
      places.put(name.series(), place);
      operations.merge(name.operation(), place, Math::min);
    }
    names.sort(
        Comparator.comparing((SeriesName name) -> rank(name.series().system()))
            .thenComparing(name -> operations.get(name.operation()))
            .thenComparing(SeriesName::operation)
            .thenComparing(name -> places.get(name.series()))
            .thenComparing(SeriesName::series));
  }

  private static int rank(String system) {
    return switch (system) {
      case ControlIds.LOOPBACK -> 1;
      case ControlIds.INSTRUMENT -> 2;
      default -> 0;
    };
  }
}
