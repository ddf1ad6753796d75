package plumbline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import plumbline.load.Load;
import plumbline.result.Metric;
import plumbline.result.Units;

/** What limits throughput: the processor time that each operation takes, for saturated loads. */
final class Saturation {
  private Saturation() {}

  /** One line for each saturated series of which the processor time is known. */
  static List<String> texts(Figures figures, List<SeriesName> names) {
    List<String> texts = new ArrayList<>();
    for (SeriesName name : names) {
      OptionalDouble client = figures.value(name.series(), Metric.CLIENT_CPU);
      if (name.series().load() == Load.SATURATED && client.isPresent()) {
        texts.add(
            name.text()
                + ": "
                + bytes(figures.value(name.series(), Metric.THROUGHPUT_MB))
                + Units.micros(client.getAsDouble())
                + " of client and "
                + server(figures.value(name.series(), Metric.SERVER_CPU))
                + " of server per operation.");
      }
    }
    return texts;
  }

  private static String bytes(OptionalDouble megabytes) {
    return megabytes.isPresent() ? Units.of(megabytes.getAsDouble(), "MB/s") + " of payload; " : "";
  }

  private static String server(OptionalDouble micros) {
    return micros.isPresent() ? Units.micros(micros.getAsDouble()) : "unknown time";
  }
}
