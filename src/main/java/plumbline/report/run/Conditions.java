package plumbline.report.run;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plumbline.report.limit.Limits;
import plumbline.report.page.Block;
import plumbline.report.page.Block.Entries;
import plumbline.report.page.Block.Entry;
import plumbline.report.page.Block.Section;
import plumbline.report.page.Format;
import plumbline.report.page.Table;
import plumbline.report.page.Table.Row;
import plumbline.report.page.Text;
import plumbline.report.words.Phrase;
import plumbline.report.words.Wording;
import plumbline.result.RunData;
import plumbline.result.RunManifest;
import plumbline.result.RunManifest.Environment;
import plumbline.result.RunManifest.PlanEntry;
import plumbline.result.RunManifest.Server;
import plumbline.result.Units;

/** The conditions under which a run was measured. */
final class Conditions {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final int COMMIT_LETTERS = 10;
  private static final String UNCOMMITTED = ", with uncommitted changes";

  private final RunData data;
  private final RunManifest manifest;
  private final Environment environment;
  private final Wording wording;

  Conditions(RunData data, Wording wording) {
    this.data = data;
    this.wording = wording;
    this.manifest = data.manifest();
    this.environment = manifest.environment();
  }

  String started() {
    return TIME.format(manifest.started());
  }

  /** The machine in a few words. */
  String machine() {
    return Wording.joined(", ", environment.host(), environment.cpu(), cpus());
  }

  /** The commit in so many letters as tell it from others; empty without one. */
  String briefCommit() {
    return manifest
        .git()
        .map(
            git ->
                git.commit().substring(0, Math.min(COMMIT_LETTERS, git.commit().length()))
                    + (git.dirty() ? UNCOMMITTED : ""))
        .orElse("");
  }

  /** What a reader must know beside any figure, in one line. */
  String setting() {
    return Wording.joined(
        "; ",
        manifest.plan().name() + " plan, " + rounds(),
        serversInBrief(),
        Wording.joined(", ", cpus(), environment.hypervisor(), environment.container()),
        environment.javaRuntime());
  }

  /** The same without the machine, whose line is in the details. */
  String briefSetting() {
    return Wording.joined("; ", manifest.plan().name() + ", " + rounds(), serversInBrief(), cpus());
  }

  /** With several sets, products are named once: all sets have the same. */
  private String serversInBrief() {
    List<Server> servers = manifest.servers();
    List<String> sets =
        servers.stream().flatMap(server -> server.set().stream()).distinct().toList();
    Stream<String> products =
        sets.isEmpty()
            ? servers.stream().map(one -> Limits.product(one) + " (" + one.provider() + ")")
            : servers.stream().map(Limits::product).distinct();
    List<String> providers = servers.stream().map(Server::provider).distinct().toList();
    if (sets.isEmpty() && servers.size() > 1 && providers.size() == 1) {
      return servers.stream().map(Limits::product).collect(Collectors.joining(" and "))
          + " ("
          + providers.get(0)
          + ")";
    }
    String all = products.collect(Collectors.joining(" and "));
    return sets.isEmpty() ? all : all + " (" + String.join(", ", sets) + ")";
  }

  /** Everything, each server with its settings. */
  Section section() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(entries());
    for (Server server : manifest.servers()) {
      blocks.add(section(server, "server-" + blocks.size()));
    }
    return Section.of("conditions", Text.of("Conditions"), blocks)
        .only(Format.MARKDOWN, Format.HTML)
        .folded(Format.MARKDOWN);
  }

  private Entries entries() {
    String description = manifest.plan().description();
    String clients =
        data.rows().stream()
            .map(row -> row.subject().clientVersion())
            .filter(client -> !client.isEmpty())
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    long memory = environment.memoryBytes();
    double load = environment.loadAverage();
    return Entries.of(
        Entry.of("Run", manifest.run()),
        Entry.of("Started", started()),
        Entry.of("Ended", manifest.ended().map(TIME::format).orElse("")),
        Entry.of(
            "Plan",
            Wording.joined(
                ": ", Wording.joined(", ", manifest.plan().name(), rounds()), description)),
        Entry.of("Order", order()),
        Entry.of("Time", times()),
        Entry.of("Commit", manifest.git().map(Conditions::commit).orElse("")),
        Entry.of("Plumbline", manifest.plumbline()),
        Entry.of("Clients", clients),
        Entry.of("Host", environment.host()),
        Entry.of("Processor", Wording.joined(", ", environment.cpu(), cpus())),
        Entry.of("Memory", memory > 0 ? Units.memory(memory) : ""),
        Entry.of("Hypervisor", environment.hypervisor()),
        Entry.of("Container", environment.container()),
        Entry.of("System", Wording.joined(", kernel ", environment.os(), environment.kernel())),
        Entry.of("Clock", clock()),
        Entry.of("CPU governor", environment.governor()),
        Entry.of("Idle processors", environment.idle().orElse("")),
        Entry.of("Huge pages", environment.transparentHugePages()),
        Entry.of(
            "Load before",
            load < 0 ? "" : String.format(Locale.ROOT, "%.2f (one-minute average)", load)),
        Entry.of("JVM", environment.javaRuntime()),
        Entry.of("JVM flags", String.join(" ", environment.javaFlags())));
  }

  private Section section(Server server, String id) {
    List<Row> settings =
        server.configuration().entrySet().stream()
            .map(one -> Row.of(one.getKey(), List.of(one.getValue())))
            .toList();
    String conditions =
        server.conditions().entrySet().stream()
            .map(condition -> condition.getKey() + "=" + condition.getValue())
            .collect(Collectors.joining(", "));
    return Section.of(
        id,
        Limits.title(server),
        Entries.of(
            Entry.of("Provider", server.provider()),
            Entry.of("Endpoint", server.endpoint()),
            Entry.of("Version learnt from", server.versionSource()),
            Entry.of("Conditions", conditions),
            Entry.of("Data folder", server.dataFolder().map(this::folder).orElse("")),
            Entry.of(
                "Warm-up",
                server.warmUp().map(warmUp -> Limits.warmUp(warmUp, wording)).orElse(""))),
        Section.of(
                id + "-settings",
                "Effective configuration, as the server reports it ("
                    + Wording.counted(settings.size(), "setting")
                    + ")",
                Table.stacked().words("Key", "Value").rows(settings).otherwise("It reports none."))
            .folded(Format.MARKDOWN, Format.HTML)
            .as("settings"));
  }

  private String folder(RunManifest.DataFolder folder) {
    return folder.forcedWriteNanos().isEmpty()
        ? folder.fileSystem()
        : wording.say(
            Phrase.FORCED_WRITES,
            folder.fileSystem(),
            Units.time(folder.forcedWriteNanos().getAsLong()));
  }

  private String order() {
    return "every round runs every benchmark once, each in a fresh JVM, shuffled with seed "
        + manifest.seed()
        + "; "
        + Wording.counted(manifest.roundsCompleted(), "round")
        + " completed";
  }

  /** Warm-up and measuring time; the exceptions by name, the rest at the end. */
  private List<String> times() {
    Map<String, List<String>> series =
        manifest.plan().entries().stream()
            .collect(
                Collectors.groupingBy(
                    Conditions::times,
                    LinkedHashMap::new,
                    Collectors.mapping(PlanEntry::series, Collectors.toList())));
    List<String> rising = new ArrayList<>(series.keySet());
    rising.sort(Comparator.comparing(times -> series.get(times).size()));
    List<String> texts = new ArrayList<>();
    for (String times : rising) {
      boolean isRest = texts.size() == rising.size() - 1;
      String what = isRest ? "all others" : String.join(", ", series.get(times));
      texts.add(rising.size() == 1 ? times : times + ": " + what);
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
    long nanos = environment.clockGranularityNanos();
    return Wording.joined(
        ", ",
        environment.clockSource(),
        nanos > 0 ? "nanoTime moves in steps of " + Units.time(nanos) : "");
  }

  private String cpus() {
    int cpus = environment.logicalCpus();
    return cpus < 1 ? "" : Wording.counted(cpus, "CPU");
  }

  private static String commit(RunManifest.Git git) {
    String branch = git.branch().isEmpty() ? "" : " on " + git.branch();
    return git.commit() + branch + (git.dirty() ? UNCOMMITTED : "");
  }

  private String rounds() {
    return Wording.counted(manifest.plan().rounds(), "round");
  }
}
