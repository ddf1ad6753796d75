package plumbline.result;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * What {@code run.json} holds: everything about a run that is not a measured figure. No password,
 * no token and no full command line with secrets ever gets in here.
 *
 * @param schema version of this file's layout, {@value #SCHEMA} when written by this code
 * @param run the name of the run, which is the name of its directory
 * @param plumbline version of the program that measured
 * @param status how far the run got
 * @param statusReason one line if the status is not COMPLETE, else empty
 * @param started start of the run
 * @param ended end of the run; empty while it runs and when it was killed
 * @param plan what was asked for
 * @param seed seed of the order of benchmarks in the rounds
 * @param roundsCompleted rounds in which every benchmark was run
 * @param git the working directory's commit; empty outside a repository
 * @param environment the machine and the JVMs
 * @param servers the servers that took part
 * @param problems what went wrong, in the order of time
 * @param notes remarks on conditions, such as why {@code auto} chose processes
 * @param searches of saturation throughputs; empty in a plan without load curves
 * @param handedOn what the user handed on to the JVMs of the forks; empty if nothing
 */
public record RunManifest(
    int schema,
    String run,
    String plumbline,
    Status status,
    String statusReason,
    Instant started,
    Optional<Instant> ended,
    Plan plan,
    long seed,
    int roundsCompleted,
    Optional<Git> git,
    Environment environment,
    List<Server> servers,
    List<Problem> problems,
    List<String> notes,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<Search>> searches,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<HandedOn> handedOn) {

  /**
   * The layout that this code writes. Version 2 added metrics of paced and saturated loads to
   * {@code results.csv}, kinds of histograms to {@code histograms.hlog}, and searches to this file.
   * Version 3 has warnings with their numbers, see {@link Finding}, where sentences were before.
   */
  public static final int SCHEMA = 3;

  /** The claims that a run is judged by if neither its plan nor the user says otherwise. */
  public static final String DEFAULT_CLAIMS = "article";

  public RunManifest {
    servers = List.copyOf(servers);
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
    searches = searches.map(List::copyOf);
  }

  /**
   * What makes forks other ones than those of this program, and their figures such as stand beside
   * none without it.
   *
   * @param profilers of JMH, as its {@code -prof} names them
   * @param jvmArguments that they would not have otherwise; of system properties the names
   */
  public record HandedOn(List<String> profilers, List<String> jvmArguments) {
    public HandedOn {
      profilers = List.copyOf(profilers);
      jvmArguments = List.copyOf(jvmArguments);
    }

    @JsonIgnore
    public boolean isEmpty() {
      return profilers.isEmpty() && jvmArguments.isEmpty();
    }

    /** As a command line has it, such as {@code -prof gc} and {@code -Xint}. */
    public List<String> words() {
      return Stream.concat(
              profilers.stream().map(profiler -> "-prof " + profiler), jvmArguments.stream())
          .toList();
    }

    /** The JVM with them, as rows name it: a file of rows alone tells them, too. */
    public String beside(String javaRuntime) {
      return String.join(" ", Stream.concat(Stream.of(javaRuntime), words().stream()).toList());
    }
  }

  /** How far a run got. */
  public enum Status {
    /** Being measured, or killed while it was: a reader cannot tell and calls it incomplete. */
    RUNNING,
    /**
     * Every round of every benchmark was run, every series has valid ones, and what is not valid
     * was disturbed, see {@link Warning#isDisturbance()}.
     */
    COMPLETE,
    /** Ended in order, but some rounds could not be measured or had wrong answers. */
    FAILED,
    /** Stopped by the user. */
    INTERRUPTED
  }

  /**
   * The plan after command line options were applied.
   *
   * @param name such as {@code quick}
   * @param description one line
   * @param rounds rounds asked for
   * @param claims what the run was to be judged by: a name or a file; empty in a run of a version
   *     that did not write it down
   * @param freshServers whether every round had servers of its own; empty if all rounds had the
   *     same
   * @param warmUpRule when a warm-up was over; empty if each took the time that the plan gives
   * @param entries one per series, in the plan's order
   */
  public record Plan(
      String name,
      String description,
      int rounds,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> claims,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Boolean> freshServers,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> warmUpRule,
      List<PlanEntry> entries) {
    public Plan {
      entries = List.copyOf(entries);
    }

    /** Whether the servers were started anew for every round. */
    public boolean hasFreshServers() {
      return freshServers.orElse(false);
    }
  }

  /**
   * One series of the plan.
   *
   * @param series the tag of the series, see {@link Series#tag()}
   * @param warmup time of the warm-up in each fork, before anything is recorded; where there is a
   *     rule, at most
   * @param measure time that is recorded in each fork
   */
  public record PlanEntry(String series, Duration warmup, Duration measure) {}

  /**
   * The commit of the working directory.
   *
   * @param commit full hash
   * @param branch name, or {@code HEAD} when detached
   * @param dirty whether tracked files differed from the commit
   */
  public record Git(String commit, String branch, boolean dirty) {}

  /**
   * The machine. A field that this platform does not tell is the empty string, or 0.
   *
   * @param host name of the machine
   * @param os name and version
   * @param kernel version of the kernel
   * @param cpu model name
   * @param logicalCpus processors that this process may use
   * @param memoryBytes physical memory
   * @param hypervisor such as {@code KVM}; empty on bare metal or if unknown
   * @param container such as {@code docker}; empty outside a container
   * @param clockSource of the kernel, such as {@code tsc} or {@code kvm-clock}
   * @param governor CPU frequency governor
   * @param transparentHugePages the kernel's setting
   * @param clockGranularityNanos smallest step of {@code System.nanoTime} that was seen
   * @param javaRuntime name and version of the JVM of host and forks
   * @param javaFlags flags of the forks
   * @param loadAverage one-minute load average before the run; negative if unknown
   */
  public record Environment(
      String host,
      String os,
      String kernel,
      String cpu,
      int logicalCpus,
      long memoryBytes,
      String hypervisor,
      String container,
      String clockSource,
      String governor,
      String transparentHugePages,
      long clockGranularityNanos,
      String javaRuntime,
      List<String> javaFlags,
      double loadAverage,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> idle) {
    public Environment {
      javaFlags = List.copyOf(javaFlags);
    }
  }

  /**
   * One server that took part.
   *
   * @param system its id
   * @param set the set that it belongs to, in a plan with several, see {@link Series#servers()}
   * @param provider {@code processes}, {@code containers} or {@code external}
   * @param endpoint address without user or password
   * @param product what it says it is, which may be another name than the system's
   * @param version what it says its version is
   * @param versionSource how that was learnt, such as {@code INFO server}
   * @param conditions what belongs beside every figure, such as persistence=none, network=host
   * @param configuration effective configuration as the server reports it, without secrets
   * @param warmUp how the server was warmed; empty if it needs none
   * @param facts on its system; empty in runs of schema 1 and 2, see {@link #known()}
   * @param dataFolder where it keeps its data; empty if this machine does not have it
   */
  public record Server(
      String system,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> set,
      String provider,
      String endpoint,
      String product,
      String version,
      String versionSource,
      SortedMap<String, String> conditions,
      SortedMap<String, String> configuration,
      Optional<WarmUp> warmUp,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<SystemFacts> facts,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<DataFolder> dataFolder) {
    public Server {
      conditions = Collections.unmodifiableSortedMap(conditions);
      configuration = Collections.unmodifiableSortedMap(configuration);
    }

    /** Whether it is the same product and version, under the same conditions. */
    public boolean isLike(Server other) {
      return text().equals(other.text());
    }

    /** Product, version and conditions in one line. */
    public String text() {
      return product + " " + version + " " + conditions;
    }

    /** The facts on its system, or what is taken for true where the run says nothing. */
    public SystemFacts known() {
      return facts.orElseGet(() -> SystemFacts.unwritten(system));
    }
  }

  /**
   * The folder of a server's data.
   *
   * @param fileSystem its kind, such as {@code ext4}; empty if the platform does not tell
   * @param forcedWriteNanos median of writes of 4 KiB that are forced to the disk one by one; empty
   *     if no benchmark asks for such, or none could be made
   */
  public record DataFolder(
      String fileSystem,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) OptionalLong forcedWriteNanos) {
    private static final Set<String> MEMORY = Set.of("tmpfs", "ramfs");

    /** Whether forcing a write to the disk means nothing there, because it is memory. */
    @JsonIgnore
    public boolean isInMemory() {
      return MEMORY.contains(fileSystem);
    }
  }

  /**
   * The warm-up of a server before the first round.
   *
   * @param rule the rule that decided when it was enough, in words
   * @param settled whether the rule was met before the limit
   * @param took time that it took
   * @param operations operations sent
   * @param windowMedianNanos median of each window, in nanoseconds, in the order of time
   */
  public record WarmUp(
      String rule, boolean settled, Duration took, long operations, List<Long> windowMedianNanos) {
    public WarmUp {
      windowMedianNanos = List.copyOf(windowMedianNanos);
    }
  }

  /**
   * Something that went wrong.
   *
   * @param round the round, 0 if outside of any
   * @param series the tag of the series; empty if it concerns none
   * @param warnings what it was, where it has a name
   * @param reason one line for what they do not say; else empty
   */
  public record Problem(
      int round,
      String series,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<Finding>> warnings,
      String reason) {
    public Problem {
      warnings = warnings.filter(list -> !list.isEmpty()).map(List::copyOf);
    }

    /** Something that went wrong with a series. */
    public static Problem of(int round, String series, Fault fault) {
      return new Problem(round, series, Optional.of(fault.warnings()), fault.reason());
    }

    /** What went wrong. */
    public Fault fault() {
      return new Fault(warnings.orElse(List.of()), reason);
    }
  }

  /** The manifest's server for a system, if one took part; the first, if there are several sets. */
  public Optional<Server> server(String system) {
    return servers.stream().filter(server -> server.system().equals(system)).findFirst();
  }

  /** The same with other problems, notes and searches. */
  public RunManifest with(
      List<Problem> otherProblems, List<String> otherNotes, Optional<List<Search>> otherSearches) {
    return new RunManifest(
        schema,
        run,
        plumbline,
        status,
        statusReason,
        started,
        ended,
        plan,
        seed,
        roundsCompleted,
        git,
        environment,
        servers,
        otherProblems,
        otherNotes,
        otherSearches,
        handedOn);
  }

  /** What the run says of a system, or what is taken for true where it says nothing. */
  public SystemFacts facts(String system) {
    return server(system).map(Server::known).orElseGet(() -> SystemFacts.unwritten(system));
  }

  /** Whether the run ended in order, with everything measured. */
  @com.fasterxml.jackson.annotation.JsonIgnore
  public boolean isComplete() {
    return status == Status.COMPLETE;
  }
}
