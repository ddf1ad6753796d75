package plumbline.run.fork;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.ProfilerException;
import org.openjdk.jmh.profile.ProfilerFactory;
import org.openjdk.jmh.runner.options.ProfilerConfig;
import org.openjdk.jmh.util.Utils;
import plumbline.input.Processors;
import plumbline.problem.BadInputException;
import plumbline.problem.CannotMeasureException;
import plumbline.result.ControlIds;
import plumbline.result.RunManifest.HandedOn;
import plumbline.result.Series;
import plumbline.system.process.JavaCommand;

/**
 * What the user hands on to the JVMs of the forks, by the options of JMH's own main.
 *
 * @param profilers as {@code -prof} names them, such as {@code gc} or {@code stack:lines=3}
 * @param jvmArgs arguments instead of those that forks take over from this JVM; empty to take over
 * @param jvmArgsAppend arguments that come last
 * @param pinned the only processors that clients of servers may use; empty for all
 * @param beside those of the servers, which controls may use as well: they are client and server in
 *     one fork
 */
public record ForkOptions(
    List<String> profilers,
    Optional<List<String>> jvmArgs,
    List<String> jvmArgsAppend,
    Optional<Processors> pinned,
    Optional<Processors> beside) {

  /** Nothing: forks are as this program makes them. */
  public static final ForkOptions NONE = new ForkOptions(List.of(), Optional.empty(), List.of());

  /** What the build gives to its run, and means nothing to a fork. */
  private static final String OWN = "-Dplumbline=";

  /** Options that pin nothing. */
  public ForkOptions(
      List<String> profilers, Optional<List<String>> jvmArgs, List<String> jvmArgsAppend) {
    this(profilers, jvmArgs, jvmArgsAppend, Optional.empty(), Optional.empty());
  }

  public ForkOptions {
    profilers = List.copyOf(profilers);
    jvmArgs = jvmArgs.map(List::copyOf);
    jvmArgsAppend = List.copyOf(jvmArgsAppend);
  }

  /**
   * Reads options as JMH does: one value is a line of arguments with blanks between them, several
   * values are an argument each.
   *
   * @throws BadInputException if there is no such profiler, or a JVM does not start with these
   *     arguments
   */
  public static ForkOptions of(
      List<String> profilers, List<String> jvmArgs, List<String> jvmArgsAppend) {
    profilers.forEach(ForkOptions::check);
    ForkOptions options =
        new ForkOptions(
            profilers,
            jvmArgs.isEmpty() ? Optional.empty() : Optional.of(split(jvmArgs)),
            split(jvmArgsAppend));
    if (!options.asked().isEmpty()) {
      options.tryJvm();
    }
    return options;
  }

  private static List<String> split(List<String> values) {
    return values.size() == 1 ? List.copyOf(Utils.splitQuotedEscape(values.get(0))) : values;
  }

  private static void check(String profiler) {
    try {
      ProfilerFactory.getProfilerOrException(config(profiler));
    } catch (ProfilerException e) {
      boolean unknown = String.valueOf(e.getMessage()).contains("ClassNotFoundException");
      String why =
          unknown
              ? "JMH has no such profiler"
              : String.valueOf(e.getMessage()).strip().split("\n", 2)[0].strip();
      throw new BadInputException(
          "-prof " + profiler + ": " + why + "; JMH's own main lists those it has with -lprof", e);
    }
  }

  private static ProfilerConfig config(String profiler) {
    int colon = profiler.indexOf(':');
    return colon < 0
        ? new ProfilerConfig(profiler, "")
        : new ProfilerConfig(profiler.substring(0, colon), profiler.substring(colon + 1));
  }

  /** The same with clients on some processors only, beside servers on others. */
  public ForkOptions pinnedTo(Processors clients, Processors servers) {
    return new ForkOptions(
        profilers, jvmArgs, jvmArgsAppend, Optional.of(clients), Optional.of(servers));
  }

  /** The only processors that a fork may use; empty for all. */
  public Optional<Processors> pinned(Series series) {
    return ControlIds.is(series)
        ? pinned.flatMap(client -> beside.map(client::and)).or(() -> pinned)
        : pinned;
  }

  /** How many processors a fork can use. */
  int processors(Series series) {
    return pinned(series)
        .map(some -> some.numbers().size())
        .orElseGet(() -> Runtime.getRuntime().availableProcessors());
  }

  /** The profilers as JMH has them. */
  List<ProfilerConfig> configs() {
    return profilers.stream().map(ForkOptions::config).toList();
  }

  /** A wrong argument would fail the first fork, when servers have been started in vain. */
  private void tryJvm() {
    List<String> flags = Stream.concat(own().stream(), asked().stream()).toList();
    try {
      Process jvm =
          new ProcessBuilder(JavaCommand.of(flags, "-version", List.of()))
              .redirectErrorStream(true)
              .start();
      jvm.getOutputStream().close();
      String said = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (jvm.waitFor() != 0) {
        throw new BadInputException(
            "-jvmArgs: a JVM does not start with "
                + String.join(" ", told(asked()))
                + ": "
                + said.strip().split("\n", 2)[0]);
      }
    } catch (IOException e) {
      throw new CannotMeasureException("cannot start a JVM: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotMeasureException("interrupted while a JVM was being tried", e);
    }
  }

  /** All arguments that the user asked for. */
  List<String> asked() {
    return Stream.concat(jvmArgs.stream().flatMap(List::stream), jvmArgsAppend.stream()).toList();
  }

  /** The flags of this program, without its heap where the user asks for another. */
  List<String> own() {
    boolean heap = asked().stream().anyMatch(ForkOptions::isOfTheHeap);
    return JmhFork.flags().stream().filter(flag -> !heap || !isOfTheHeap(flag)).toList();
  }

  private List<String> takenOver() {
    return jvmArgs.isPresent()
        ? List.of()
        : ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(flag -> !flag.startsWith(OWN))
            .toList();
  }

  private static boolean isOfTheHeap(String flag) {
    return flag.startsWith("-Xms") || flag.startsWith("-Xmx");
  }

  /**
   * All flags of a fork, for run.json: also those that it takes over from this JVM, whose user may
   * have set them on its command line or in {@code JAVA_TOOL_OPTIONS}. System properties are told
   * by their names, since a value may be a secret.
   */
  public List<String> allFlags() {
    List<String> all = new ArrayList<>(takenOver());
    all.addAll(own());
    all.addAll(asked());
    return told(all);
  }

  /**
   * What makes a fork another one than this program's: profilers, and arguments that it would not
   * have otherwise. The heap of this JVM is not taken over, and its system properties count for
   * nothing.
   */
  public HandedOn handedOn() {
    List<String> arguments = new ArrayList<>();
    for (String flag : takenOver()) {
      if (!flag.startsWith("-D") && !isOfTheHeap(flag) && !own().contains(flag)) {
        arguments.add(flag);
      }
    }
    arguments.addAll(asked());
    return new HandedOn(profilers, told(arguments));
  }

  /** Flags as files may have them: a value of a system property may be a secret. */
  static List<String> told(Collection<String> flags) {
    return flags.stream()
        .map(flag -> flag.startsWith("-D") ? flag.replaceFirst("=.*", "=...") : flag)
        .toList();
  }
}
