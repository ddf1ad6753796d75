package plumbline.report;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import plumbline.report.ReportModel.Entry;
import plumbline.report.ReportModel.Server;
import plumbline.result.RunData;
import plumbline.result.RunManifest;
import plumbline.result.RunManifest.Environment;
import plumbline.result.RunManifest.PlanEntry;
import plumbline.result.Units;

/** The conditions under which a run was measured. */
final class Conditions {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final RunData data;
  private final RunManifest manifest;
  private final Environment environment;

  Conditions(RunData data) {
    this.data = data;
    this.manifest = data.manifest();
    this.environment = manifest.environment();
  }

  String started() {
    return TIME.format(manifest.started());
  }

  /** What a reader must know beside any figure, in one line. */
  String setting() {
    List<String> parts = new ArrayList<>();
    parts.add(manifest.plan().name() + " plan, " + rounds(manifest.plan().rounds()));
    String servers = serversInBrief();
    if (!servers.isEmpty()) {
      parts.add(servers);
    }
    parts.add(cpus() + joined(", ", environment.hypervisor(), environment.container()));
    parts.add(environment.javaRuntime());
    return String.join("; ", parts.stream().filter(part -> !part.isEmpty()).toList());
  }

  /** With several sets, products are named once: all sets have the same. */
  private String serversInBrief() {
    List<String> sets =
        manifest.servers().stream().flatMap(server -> server.set().stream()).distinct().toList();
    if (!sets.isEmpty()) {
      return manifest.servers().stream()
              .map(Conditions::product)
              .distinct()
              .collect(Collectors.joining(" and "))
          + " ("
          + String.join(", ", sets)
          + ")";
    }
    return manifest.servers().stream()
        .map(server -> product(server) + " (" + server.provider() + ")")
        .collect(Collectors.joining(" and "));
  }

  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    add(entries, "Run", manifest.run());
    add(entries, "Started", started());
    manifest.ended().ifPresent(ended -> add(entries, "Ended", TIME.format(ended)));
    String description = manifest.plan().description();
    add(
        entries,
        "Plan",
        manifest.plan().name()
            + ", "
            + rounds(manifest.plan().rounds())
            + (description.isEmpty() ? "" : ": " + description));
    add(entries, "Order", order());
    List<String> times = times();
    if (!times.isEmpty()) {
      entries.add(new Entry("Time", times));
    }
    manifest.git().ifPresent(git -> add(entries, "Commit", commit(git)));
    add(entries, "Plumbline", manifest.plumbline());
    Set<String> clients =
        data.rows().stream()
            .map(row -> row.subject().clientVersion())
            .filter(client -> !client.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    add(entries, "Clients", String.join(", ", clients));
    add(entries, "Host", environment.host());
    add(
        entries,
        "Processor",
        environment.cpu().isEmpty() ? cpus() : environment.cpu() + ", " + cpus());
    if (environment.memoryBytes() > 0) {
      add(entries, "Memory", Units.memory(environment.memoryBytes()));
    }
    add(entries, "Hypervisor", environment.hypervisor());
    add(entries, "Container", environment.container());
    add(entries, "System", environment.os() + joined(", kernel ", environment.kernel()));
    add(entries, "Clock", clock());
    add(entries, "CPU governor", environment.governor());
    add(entries, "Huge pages", environment.transparentHugePages());
    if (environment.loadAverage() >= 0) {
      add(
          entries,
          "Load before",
          String.format(Locale.ROOT, "%.2f (one-minute average)", environment.loadAverage()));
    }
    add(entries, "JVM", environment.javaRuntime());
    add(entries, "JVM flags", String.join(" ", environment.javaFlags()));
    return entries;
  }

  List<Server> servers() {
    return manifest.servers().stream().map(Conditions::server).toList();
  }

  static String product(RunManifest.Server server) {
    return server.product() + (server.version().isEmpty() ? "" : " " + server.version());
  }

  /** The product, and the set if there are several. */
  static String title(RunManifest.Server server) {
    return product(server) + server.set().map(set -> " (" + set + ")").orElse("");
  }

  private static Server server(RunManifest.Server server) {
    List<Entry> facts = new ArrayList<>();
    add(facts, "Provider", server.provider());
    add(facts, "Endpoint", server.endpoint());
    add(facts, "Version learnt from", server.versionSource());
    add(facts, "Conditions", pairs(server.conditions()));
    server.warmUp().ifPresent(warmUp -> add(facts, "Warm-up", Limits.warmUp(warmUp)));
    return new Server(title(server), facts, server.configuration());
  }

  private String order() {
    return "every round runs every benchmark once, each in a fresh JVM, shuffled with seed "
        + manifest.seed()
        + "; "
        + rounds(manifest.roundsCompleted())
        + " completed";
  }

  /** Warm-up and measuring time; the exceptions by name, the rest at the end. */
  private List<String> times() {
    Map<String, List<PlanEntry>> groups =
        manifest.plan().entries().stream()
            .collect(
                Collectors.groupingBy(Conditions::times, LinkedHashMap::new, Collectors.toList()));
    List<Map.Entry<String, List<PlanEntry>>> rising = new ArrayList<>(groups.entrySet());
    rising.sort(Comparator.comparing(group -> group.getValue().size()));
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < rising.size(); i++) {
      boolean rest = i == rising.size() - 1;
      texts.add(
          rising.get(i).getKey()
              + (rest
                  ? i == 0 ? "" : ": all others"
                  : ": "
                      + rising.get(i).getValue().stream()
                          .map(PlanEntry::series)
                          .collect(Collectors.joining(", "))));
    }
    return texts;
  }

  private static String times(PlanEntry entry) {
    return "warm-up "
        + Units.duration(entry.warmup())
        + ", measured "
        + Units.duration(entry.measure())
        + " in each fork";
  }

  private String clock() {
    String step =
        environment.clockGranularityNanos() > 0
            ? "nanoTime moves in steps of " + Units.time(environment.clockGranularityNanos())
            : "";
    return environment.clockSource().isEmpty()
        ? step
        : environment.clockSource() + joined(", ", step);
  }

  private String cpus() {
    int cpus = environment.logicalCpus();
    return cpus < 1 ? "" : cpus == 1 ? "1 CPU" : cpus + " CPUs";
  }

  private static String commit(RunManifest.Git git) {
    String branch = git.branch().isEmpty() ? "" : " on " + git.branch();
    return git.commit() + branch + (git.dirty() ? ", with uncommitted changes" : "");
  }

  static String rounds(int rounds) {
    return rounds == 1 ? "1 round" : rounds + " rounds";
  }

  private static String pairs(Map<String, String> settings) {
    return settings.entrySet().stream()
        .map(setting -> setting.getKey() + "=" + setting.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String joined(String separator, String... texts) {
    StringBuilder joined = new StringBuilder();
    for (String text : texts) {
      if (!text.isEmpty()) {
        joined.append(separator).append(text);
      }
    }
    return joined.toString();
  }

  private static void add(List<Entry> entries, String title, String text) {
    if (!text.isEmpty()) {
      entries.add(new Entry(title, List.of(text)));
    }
  }
}
