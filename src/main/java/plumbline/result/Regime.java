package plumbline.result;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The conditions under which a figure holds, in words. No figure is shown without them. */
public final class Regime {
  /** Twelve digits tell images apart; results.csv and run.json have all 64. */
  private static final Pattern DIGEST = Pattern.compile("(sha256:[0-9a-f]{12})[0-9a-f]{52}");

  private Regime() {}

  /**
   * What tells a series from its neighbours: its parameters, else its client; and its servers, if
   * there are several sets of them.
   */
  public static String brief(Subject subject) {
    Series series = subject.series();
    String params = series.without(List.of(Series.SERVERS)).paramsText();
    String brief = params.isEmpty() ? clientName(subject) : params;
    return series
        .servers()
        .map(servers -> (brief + " " + Series.SERVERS + "=" + servers).strip())
        .orElse(brief);
  }

  /** All conditions, such as {@code acks=all lingerMs=0, 100 B, closed, 1 in flight, …}. */
  public static String full(Subject subject) {
    return String.join(", ", parts(subject));
  }

  /** The parts of which {@link #full} is made. */
  public static List<String> parts(Subject subject) {
    List<String> parts = new ArrayList<>();
    Series series = subject.series();
    if (!series.params().isEmpty()) {
      parts.add(series.paramsText());
    }
    if (series.payload() > 0) {
      parts.add(series.payload() + " B");
    }
    parts.addAll(List.of(series.loadText().split(", ")));
    for (String text :
        List.of(subject.clientVersion(), subject.serverVersion(), subject.servers())) {
      if (!text.isEmpty()) {
        parts.add(DIGEST.matcher(text).replaceAll("$1"));
      }
    }
    return parts;
  }

  /** The client without its version, such as {@code lettuce-core} or {@code bare socket}. */
  public static String clientName(Subject subject) {
    return subject.clientVersion().replaceFirst(" [0-9][^ ]*$", "");
  }
}
