package plumbline.compare;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import plumbline.load.Load;
import plumbline.result.Metric;
import plumbline.result.ResultsCsv;
import plumbline.result.Row;
import plumbline.result.Series;

/** Files of made-up rounds, with a known difference. */
public final class TestSides {
  private static final Instant STARTED = Instant.parse("2026-01-15T10:20:30Z");

  private final String run;
  private final Random random;
  private final List<Row> rows = new ArrayList<>();
  private String java = "OpenJDK 17.0.15+6";

  /** Begins a run of that name, whose rounds come from that seed. */
  public TestSides(String run, long seed) {
    this.run = run;
    this.random = new Random(seed);
  }

  /** Sets the JVM of the rows that follow. */
  public TestSides java(String version) {
    java = version;
    return this;
  }

  /** A closed load, one in flight. */
  public static Series series(String benchmark, String... params) {
    return series(benchmark, Load.CLOSED, params);
  }

  /** A series of redis, or of the system that the benchmark's name begins with. */
  public static Series series(String benchmark, Load load, String... params) {
    Map<String, String> byName = new TreeMap<>();
    for (String param : params) {
      byName.put(param.substring(0, param.indexOf('=')), param.substring(param.indexOf('=') + 1));
    }
    String system =
        benchmark.startsWith("Kafka")
            ? "kafka"
            : benchmark.startsWith("Loopback") ? "loopback" : "redis";
    return new Series(
        benchmark,
        new TreeMap<>(byName),
        system,
        system.equals("kafka") ? "round trip" : "GET",
        load,
        1,
        OptionalDouble.empty(),
        100);
  }

  /** Adds rounds of a metric that scatter around a value. */
  public TestSides rounds(Series series, Metric metric, int count, double around, double spread) {
    for (int round = 1; round <= count; round++) {
      value(series, metric, round, around * Math.exp(spread * random.nextGaussian()));
    }
    return this;
  }

  /** Adds rounds with these values. */
  public TestSides values(Series series, Metric metric, double... values) {
    for (int i = 0; i < values.length; i++) {
      value(series, metric, i + 1, values[i]);
    }
    return this;
  }

  /** Adds one round. */
  public TestSides value(Series series, Metric metric, int round, double value) {
    return add(series, metric, OptionalInt.of(round), value, true, "");
  }

  /** Adds a figure of all rounds merged. */
  public TestSides merged(Series series, Metric metric, double value) {
    return add(series, metric, OptionalInt.empty(), value, true, "");
  }

  /** Adds a round that failed. */
  public TestSides failed(Series series, int round, String reason) {
    return add(series, Metric.FAILURE, OptionalInt.of(round), Double.NaN, false, reason);
  }

  private TestSides add(
      Series series, Metric metric, OptionalInt round, double value, boolean valid, String reason) {
    rows.add(
        new Row(
            run,
            STARTED,
            "0123456789abcdef0123456789abcdef01234567",
            "quick",
            series,
            round,
            metric,
            value,
            10_000,
            valid,
            reason,
            "processes persistence=none",
            "Redis 7.0.15",
            "lettuce-core 7.7.0.RELEASE",
            java,
            "bench-host"));
    return this;
  }

  /** Writes the rows and returns the file as an argument. */
  public String write(Path folder) {
    Path file = folder.resolve(run + ".csv");
    ResultsCsv.write(file, rows);
    return file.toString();
  }
}
