package plumbline.testing;

import java.util.OptionalDouble;
import java.util.TreeMap;
import plumbline.load.Load;
import plumbline.result.Series;

/** Identities of made-up measurements: system, operation and payload follow from the benchmark. */
public final class MadeSeries {
  public static final Series GET = of("RedisGetBenchmark.get");
  public static final Series ROUND_TRIP = of("KafkaRoundTripBenchmark.roundTrip");

  private MadeSeries() {}

  /** A closed load, one in flight; parameters as {@code acks=all}. */
  public static Series of(String benchmark, String... params) {
    return of(benchmark, Load.CLOSED, params);
  }

  /** A load at a rate, in operations per second. */
  public static Series paced(String benchmark, double rate, String... params) {
    return paced(of(benchmark, params), rate);
  }

  /** The same at a rate, in operations per second. */
  public static Series paced(Series other, double rate) {
    return new Series(
        other.benchmark(),
        other.params(),
        other.system(),
        other.operation(),
        Load.PACED,
        0,
        OptionalDouble.of(rate),
        other.payload());
  }

  /** A series under a load. */
  public static Series of(String benchmark, Load load, String... params) {
    String operation = operation(benchmark);
    return new Series(
        benchmark,
        new TreeMap<>(Series.parseParams(String.join(" ", params))),
        system(benchmark),
        operation,
        load,
        1,
        OptionalDouble.empty(),
        operation.equals("INCR") || benchmark.startsWith("Recording") ? 0 : 100);
  }

  private static String system(String benchmark) {
    if (benchmark.startsWith("Kafka")) {
      return "kafka";
    }
    if (benchmark.startsWith("Recording")) {
      return "instrument";
    }
    return benchmark.startsWith("Loopback") ? "loopback" : "redis";
  }

  private static String operation(String benchmark) {
    String method = benchmark.substring(benchmark.indexOf('.') + 1);
    return switch (method) {
      case "get", "incr" -> method.toUpperCase(java.util.Locale.ROOT);
      case "append" -> "XADD";
      case "roundTrip" -> "round trip";
      case "deliver" -> benchmark.contains("Stream") ? "stream delivery" : "delivery";
      default -> method;
    };
  }
}
