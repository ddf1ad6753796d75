package plumbline.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import plumbline.result.ControlIds;

/**
 * Which series share the one picture that a reader sees first: whole operations through a client
 * library, over the floor. Parts of operations and bare sockets have charts of their own.
 */
final class Overview {
  private Overview() {}

  static boolean shows(SeriesName name) {
    return name.series().system().equals(ControlIds.LOOPBACK)
        || (!name.isControl()
            && !SeriesName.isPart(name.series())
            && !name.client().equals(SeriesName.BARE_SOCKET));
  }

  /** The series to show, each benchmark with its smallest payload only. */
  static List<SeriesName> of(List<SeriesName> names) {
    Map<String, Integer> smallest = new HashMap<>();
    for (SeriesName name : names) {
      smallest.merge(name.series().benchmark(), name.series().payload(), Math::min);
    }
    List<SeriesName> shown = new ArrayList<>();
    for (SeriesName name : names) {
      if (shows(name) && name.series().payload() == smallest.get(name.series().benchmark())) {
        shown.add(name);
      }
    }
    // A run of parts alone still has a picture.
    return shown.stream().allMatch(SeriesName::isControl) ? names : shown;
  }
}
