package plumbline.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The conditions under which a figure holds, in words. No figure is shown without them. */
public final class Regime {
  /** Twelve digits tell images apart; results.csv and run.json have all 64. */
  private static final Pattern DIGEST = Pattern.compile("(sha256:[0-9a-f]{12})[0-9a-f]{52}");

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

  /**
   * What tells a series from its neighbours: its parameters, else its client; and its servers, if
   * there are several sets of them.
   */
  public static String brief(Row row) {
    Series series = row.series();
    String params = series.without(List.of(Series.SERVERS)).paramsText();
    String brief = params.isEmpty() ? clientName(row) : params;
    return series
        .servers()
        .map(servers -> (brief + " " + Series.SERVERS + "=" + servers).strip())
        .orElse(brief);
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
    parts.add(series.loadText());
    for (String text : List.of(row.clientVersion(), row.serverVersion(), row.servers())) {
      if (!text.isEmpty()) {
        parts.add(DIGEST.matcher(text).replaceAll("$1"));
      }
    }
    return String.join(", ", parts);
  }

  /** The client without its version, such as {@code lettuce-core} or {@code bare socket}. */
  public static String clientName(Row row) {
    return row.clientVersion().replaceFirst(" [0-9][^ ]*$", "");
  }
}
