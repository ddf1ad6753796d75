package plumbline.result;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import plumbline.input.Processors;
import plumbline.load.Load;

/**
 * The identity of what was measured: the same series in two runs can be compared. Servers, versions
 * and machine are conditions and not part of it; only in a plan with several sets of servers, the
 * set is a parameter, {@value #SERVERS}.
 *
 * @param benchmark simple class name and method, such as {@code LoopbackEchoBenchmark.echo}
 * @param params the benchmark's parameters by name, without those that have a column: payload, rate
 *     and number in flight
 * @param system id of a system, {@code loopback} or {@code instrument}
 * @param operation the operation as the field calls it, such as {@code GET} or {@code round trip}
 * @param load how operations are sent
 * @param inFlight operations in flight, at least 1; 0 where no number bounds them: of a paced load,
 *     and of a saturated one that is bounded by bytes
 * @param targetRate operations per second that were asked for; only for a paced load
 * @param payload bytes of payload; 0 where there is none
 */
public record Series(
    String benchmark,
    SortedMap<String, String> params,
    String system,
    String operation,
    Load load,
    int inFlight,
    OptionalDouble targetRate,
    int payload)
    implements Comparable<Series> {

  /** The parameter that names the set of servers, in plans that have several. */
  public static final String SERVERS = "servers";

  /** The parameter that tells our figure from that of a native tool, in plans that compare them. */
  public static final String TOOL = "tool";

  /** The value of {@value #TOOL} that stands for this program. */
  public static final String OURS = "plumbline";

  /**
   * The parameter that says whether processors may fall asleep while they wait, in plans that ask
   * for it: as this machine lets them, or not at all.
   */
  public static final String PROCESSORS = "processors";

  /** The value of {@value #PROCESSORS} that stands for the machine as it is. */
  public static final String DEFAULT_PROCESSORS = "default";

  /** The value of {@value #PROCESSORS} with which none falls asleep. */
  public static final String AWAKE = "awake";

  /** The parameter that says which processors clients and servers were pinned to, if they were. */
  public static final String PIN = "pin";

  /**
   * The parameter that says how many keys operations choose from. One is the usual case, and no
   * part of an identity: a series without the parameter has one.
   */
  public static final String KEYS = "keys";

  /** The value of {@value #KEYS} of a series that does not name it. */
  public static final String ONE_KEY = "1";

  private static final Comparator<Series> ORDER =
      Comparator.comparing(Series::system)
          .thenComparing(Series::benchmark)
          .thenComparing(Series::compareParams)
          .thenComparing(Series::load)
          .thenComparingInt(Series::inFlight)
          .thenComparingDouble(series -> series.targetRate().orElse(0))
          .thenComparingInt(Series::payload)
          .thenComparing(Series::operation);

  public Series {
    SortedMap<String, String> named = new TreeMap<>(params);
    named.remove(KEYS, ONE_KEY);
    params = java.util.Collections.unmodifiableSortedMap(named);
    int least = load == Load.CLOSED ? 1 : 0;
    if (inFlight < least) {
      throw new IllegalArgumentException(
          "in flight must be at least " + least + ", not " + inFlight);
    }
    if (payload < 0) {
      throw new IllegalArgumentException("payload must not be negative, but is " + payload);
    }
  }

  /** The set of servers, in a plan that has several. */
  public Optional<String> servers() {
    return Optional.ofNullable(params.get(SERVERS));
  }

  /** The value of a parameter; empty if it has none of that name. */
  public Optional<String> param(String name) {
    return Optional.ofNullable(params.getOrDefault(name, name.equals(KEYS) ? ONE_KEY : null));
  }

  /**
   * How many processors clients could use.
   *
   * @param all that the machine has
   */
  public int clientProcessors(int all) {
    return pinned("client", all);
  }

  /** How many processors each server could use. */
  public int serverProcessors(int all) {
    return pinned("server", all);
  }

  /** Whether clients and servers could use the same processors. */
  public boolean sharesProcessors() {
    return !params.containsKey(PIN);
  }

  private int pinned(String side, int all) {
    return Arrays.stream(params.getOrDefault(PIN, "").split("/"))
        .filter(part -> part.startsWith(side + ":"))
        .mapToInt(part -> new Processors(part.substring(side.length() + 1)).numbers().size())
        .filter(count -> count > 0)
        .findFirst()
        .orElse(all);
  }

  /** Whether no processor may fall asleep meanwhile. */
  public boolean keepsAwake() {
    return AWAKE.equals(params.get(PROCESSORS));
  }

  /** Whether a native tool measured it, which tells a few figures and no histogram. */
  public boolean isNative() {
    return !params.getOrDefault(TOOL, OURS).equals(OURS);
  }

  /** The same without some of its parameters. */
  public Series without(Collection<String> names) {
    SortedMap<String, String> others = new TreeMap<>(params);
    others.keySet().removeAll(names);
    return new Series(benchmark, others, system, operation, load, inFlight, targetRate, payload);
  }

  /** The same with one more parameter. */
  public Series with(String name, String value) {
    SortedMap<String, String> more = new TreeMap<>(params);
    more.put(name, value);
    return new Series(benchmark, more, system, operation, load, inFlight, targetRate, payload);
  }

  /** The same at another rate, in operations per second. */
  public Series at(double rate) {
    return new Series(
        benchmark, params, system, operation, load, inFlight, OptionalDouble.of(rate), payload);
  }

  /** The parameters as one text, such as {@code acks=all lingerMs=0}; empty without parameters. */
  public String paramsText() {
    StringBuilder text = new StringBuilder();
    params.forEach(
        (name, value) ->
            text.append(text.isEmpty() ? "" : " ").append(name).append('=').append(value));
    return text.toString();
  }

  /**
   * Reads what {@link #paramsText()} wrote.
   *
   * @throws IllegalArgumentException if a part is no {@code name=value}
   */
  public static SortedMap<String, String> parseParams(String text) {
    SortedMap<String, String> params = new TreeMap<>();
    for (String part : text.split(" ")) {
      if (part.isEmpty()) {
        continue;
      }
      int equals = part.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("not name=value: " + part);
      }
      params.put(part.substring(0, equals), part.substring(equals + 1));
    }
    return params;
  }

  /** How operations are sent, in words: {@code closed, 1 in flight} or {@code paced, 500 ops/s}. */
  public String loadText() {
    StringBuilder text = new StringBuilder(load.text());
    if (inFlight > 0) {
      text.append(", ").append(inFlight).append(" in flight");
    }
    targetRate.ifPresent(rate -> text.append(", ").append(Numbers.plain(rate)).append(" ops/s"));
    return text.toString();
  }

  /**
   * The tag of this series in {@code histograms.hlog} and in file names of logs, without the round:
   * no spaces and no commas, as the log format demands.
   */
  public String tag() {
    StringBuilder tag = new StringBuilder(benchmark);
    for (Map.Entry<String, String> param : params.entrySet()) {
      tag.append(';').append(param.getKey()).append('=').append(param.getValue());
    }
    targetRate.ifPresent(rate -> tag.append(";rate=").append(Numbers.plain(rate)));
    // With one in flight, which is the usual case, as ever.
    if (inFlight > 1) {
      tag.append(";inFlight=").append(inFlight);
    }
    if (payload > 0) {
      tag.append(";payload=").append(payload);
    }
    return tag.toString().replaceAll("[\\s,]", "_");
  }

  /** Name by name, and of the same name by value; who has fewer comes first. */
  private static int compareParams(Series one, Series other) {
    Iterator<Map.Entry<String, String>> others = other.params.entrySet().iterator();
    for (Map.Entry<String, String> param : one.params.entrySet()) {
      if (!others.hasNext()) {
        return 1;
      }
      Map.Entry<String, String> counterpart = others.next();
      int byName = param.getKey().compareTo(counterpart.getKey());
      int order = byName != 0 ? byName : param.getValue().compareTo(counterpart.getValue());
      if (order != 0) {
        return order;
      }
    }
    return others.hasNext() ? -1 : 0;
  }

  @Override
  public int compareTo(Series other) {
    return ORDER.compare(this, other);
  }
}
