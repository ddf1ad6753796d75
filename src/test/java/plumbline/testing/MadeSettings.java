package plumbline.testing;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import plumbline.compare.Settings;
import plumbline.result.Metric;

/** Ways to compare, each with one thing that is not the default. */
public final class MadeSettings {
  private MadeSettings() {}

  /** With a gate that these metrics break, or any of the principal ones. */
  public static Settings gate(Metric... metrics) {
    return of(
        Settings.GATE_ALPHA,
        Set.of(),
        Optional.empty(),
        Optional.of(new Settings.Gate(Set.of(metrics), Optional.empty())));
  }

  /** With a gate, of series in whose name this is found. */
  public static Settings gateOf(String regex) {
    return of(
        Settings.GATE_ALPHA,
        Set.of(),
        Optional.of(Pattern.compile(regex)),
        Optional.of(new Settings.Gate(Set.of(), Optional.empty())));
  }

  /** With a gate that lets conditions change in whose name this is found. */
  public static Settings gateWithChanged(String regex) {
    return of(
        Settings.GATE_ALPHA,
        Set.of(),
        Optional.empty(),
        Optional.of(new Settings.Gate(Set.of(), Optional.of(Pattern.compile(regex)))));
  }

  /** At the level of a gate, but without one. */
  public static Settings strict() {
    return of(Settings.GATE_ALPHA, Set.of(), Optional.empty(), Optional.empty());
  }

  /** Of these metrics. */
  public static Settings metrics(Metric... metrics) {
    return of(Settings.ALPHA, Set.of(metrics), Optional.empty(), Optional.empty());
  }

  /** Of series in whose name this is found. */
  public static Settings filter(String regex) {
    return of(Settings.ALPHA, Set.of(), Optional.of(Pattern.compile(regex)), Optional.empty());
  }

  private static Settings of(
      double alpha, Set<Metric> metrics, Optional<Pattern> filter, Optional<Settings.Gate> gate) {
    return new Settings(alpha, Settings.MIN_EFFECT, metrics, filter, Settings.Sort.NAME, gate);
  }
}
