package plumbline.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import plumbline.report.page.Text;
import plumbline.report.page.Tone;
import plumbline.result.Series;
import plumbline.result.Units;

/**
 * Names of series that fit beside a picture: without what all series of a system have in common.
 */
public final class BriefName {
  private final Set<String> told = new HashSet<>();
  private final Collection<SeriesName> all;

  /** Names some series among each other. */
  public BriefName(Collection<SeriesName> all) {
    this.all = all;
    for (SeriesName name : all) {
      name.series().params().keySet().forEach(param -> tell(name.series().system(), param));
    }
  }

  /** A parameter is told if series of the system have different values of it. */
  private void tell(String system, String param) {
    long values =
        all.stream()
            .map(SeriesName::series)
            .filter(one -> one.system().equals(system))
            .flatMap(one -> one.params().entrySet().stream())
            .filter(one -> one.getKey().equals(param))
            .map(Map.Entry::getValue)
            .distinct()
            .count();
    if (values > 1) {
      told.add(system + " " + param);
    }
  }

  /** System and operation, and what tells it from the others. */
  public Text of(SeriesName name) {
    Series series = name.series();
    List<String> parts = new ArrayList<>();
    for (String part : name.regime().replace(series.loadText(), "").split(", ")) {
      parts.add(told(part, series.system()));
    }
    if (name.regime().contains(series.loadText())) {
      parts.add(series.inFlight() > 1 ? series.inFlight() + " in flight" : "");
      series.targetRate().ifPresent(rate -> parts.add(Units.rate(rate) + "/s"));
    }
    parts.removeIf(String::isEmpty);
    String regime = String.join(", ", parts);
    return Text.of(name.operation()).plus(regime.isEmpty() ? "" : ", ").plus(regime, Tone.FAINT);
  }

  /** Words, but for parameters that all series of the system share. */
  private String told(String part, String system) {
    return Arrays.stream(part.split(" "))
        .filter(
            word -> {
              int equals = word.indexOf('=');
              return equals < 0 || told.contains(system + " " + word.substring(0, equals));
            })
        .collect(Collectors.joining(" "));
  }
}
