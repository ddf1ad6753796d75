package plumbline.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The conditions under which a figure holds, in words. No figure is shown without them. */
public final class Regime {
  private Regime() {}

  /** System and operation, such as {@code Kafka round trip} or {@code Redis GET}. */
  public static String operation(Series series) {
    String system = series.system();
    String capital =
        system.isEmpty()
            ? ""
            : system.substring(0, 1).toUpperCase(Locale.ROOT) + system.substring(1) + " ";
    return capital + series.operation();
  }

  /** What tells a series from its neighbours: its parameters, else its client. */
  public static String brief(Row row) {
    String params = row.series().paramsText();
    return params.isEmpty() ? clientName(row) : params;
  }

  /** All conditions, such as {@code acks=all lingerMs=0, 100 B, closed, 1 in flight, …}. */
  public static String full(Row row) {
    List<String> parts = new ArrayList<>();
    Series series = row.series();
    if (!series.params().isEmpty()) {
      parts.add(series.paramsText());
    }
    if (series.payload() > 0) {
      parts.add(series.payload() + " B");
    }
    parts.add(series.load().text() + ", " + series.inFlight() + " in flight");
    series.targetRate().ifPresent(rate -> parts.add(Numbers.plain(rate) + " ops/s"));
    for (String text : List.of(row.clientVersion(), row.serverVersion(), row.servers())) {
      if (!text.isEmpty()) {
        parts.add(text);
      }
    }
    return String.join(", ", parts);
  }

  /** The client without its version, such as {@code lettuce-core} or {@code bare socket}. */
  public static String clientName(Row row) {
    return row.clientVersion().replaceFirst(" [0-9][^ ]*$", "");
  }
}
