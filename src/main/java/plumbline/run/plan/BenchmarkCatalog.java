package plumbline.run.plan;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;
import plumbline.input.Suggestion;
import plumbline.problem.BadInputException;
import plumbline.record.Measured;
import plumbline.result.Series;

/** The benchmarks on the class path, as JMH's annotation processor listed them. */
public final class BenchmarkCatalog {
  private final List<Entry> entries;

  private BenchmarkCatalog(List<Entry> entries) {
    this.entries = entries;
  }

  /**
   * One benchmark method.
   *
   * @param name simple class name and method, such as {@code LoopbackEchoBenchmark.echo}
   * @param qualifiedName the same with the package, as JMH knows it
   * @param system see {@link Measured#system()}
   * @param measured what it measures
   * @param params the values of each parameter that its source gives
   */
  public record Entry(
      String name,
      String qualifiedName,
      String system,
      Measured measured,
      SortedMap<String, List<String>> params) {

    /** The class without the method. */
    public String className() {
      return name.substring(0, name.indexOf('.'));
    }

    /** The names of the parameters that its series can have, those that plans add included. */
    public SortedSet<String> seriesParams() {
      SortedSet<String> names = new TreeSet<>(params.keySet());
      names.removeAll(List.of(Expansion.PAYLOAD, Measurement.RATE, Expansion.IN_FLIGHT));
      names.addAll(List.of(Series.SERVERS, Series.TOOL, Series.PROCESSORS, Series.PIN));
      return names;
    }
  }

  /**
   * Reads the list.
   *
   * @throws IllegalStateException if a benchmark does not say what it measures
   */
  public static BenchmarkCatalog load() {
    SortedSet<BenchmarkListEntry> found =
        BenchmarkList.defaultList()
            .find(
                OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT),
                List.of(".*"),
                List.of());
    List<Entry> entries = new ArrayList<>();
    for (BenchmarkListEntry benchmark : found) {
      entries.add(entry(benchmark));
    }
    entries.sort(Comparator.comparing(Entry::name));
    return new BenchmarkCatalog(List.copyOf(entries));
  }

  private static Entry entry(BenchmarkListEntry benchmark) {
    String qualified = benchmark.getUsername();
    String className = benchmark.getUserClassQName();
    String method = qualified.substring(className.length() + 1);
    String name = className.substring(className.lastIndexOf('.') + 1) + "." + method;
    Measured measured = measured(className, method);
    SortedMap<String, List<String>> params = new TreeMap<>();
    benchmark
        .getParams()
        .orElse(Map.of())
        .forEach((param, values) -> params.put(param, List.of(values)));
    Map.of(
            Series.SERVERS,
            "server sets",
            Series.TOOL,
            "native tools",
            Series.PROCESSORS,
            "processors that are kept awake",
            Series.PIN,
            "processors of each side")
        .forEach(
            (reserved, use) -> {
              if (params.containsKey(reserved)) {
                throw new IllegalStateException(
                    name + " has a parameter " + reserved + ", a name that plans use for " + use);
              }
            });
    return new Entry(
        name, qualified, measured.system(), measured, Collections.unmodifiableSortedMap(params));
  }

  private static Measured measured(String className, String method) {
    try {
      for (Method candidate : Class.forName(className).getMethods()) {
        Measured measured = candidate.getAnnotation(Measured.class);
        if (candidate.getName().equals(method) && measured != null) {
          return measured;
        }
      }
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the list of benchmarks names a class that is missing", e);
    }
    throw new IllegalStateException(className + "." + method + " lacks @Measured");
  }

  /** All benchmarks, by name. */
  public List<Entry> entries() {
    return entries;
  }

  /**
   * The benchmarks of a class, or the one of a class and method.
   *
   * @param name such as {@code LoopbackEchoBenchmark} or {@code LoopbackEchoBenchmark.echo}
   * @param where the place that the name stands in, for the message
   * @throws BadInputException if there is none
   */
  public List<Entry> named(String name, String where) {
    List<Entry> found =
        entries.stream()
            .filter(entry -> entry.name().equals(name) || entry.className().equals(name))
            .toList();
    if (found.isEmpty()) {
      SortedSet<String> known = new TreeSet<>();
      entries.forEach(
          entry -> {
            known.add(entry.className());
            known.add(entry.name());
          });
      Optional<String> suggestion = Suggestion.of(name, known);
      throw new BadInputException(
          where
              + ": unknown benchmark '"
              + name
              + "'"
              + suggestion.map(text -> "; did you mean '" + text + "'?").orElse("")
              + " (`list` shows them all)");
    }
    return found;
  }
}
