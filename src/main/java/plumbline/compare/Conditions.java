package plumbline.compare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import plumbline.result.Row;
import plumbline.result.RunManifest;
import plumbline.result.Subject;

/** The conditions of a side: facts by name, of which pooled runs may have several values. */
final class Conditions {
  private static final Pattern ADDRESS =
      Pattern.compile("(?<=[0-9A-Za-z\\]]):[0-9]{2,5}(?![0-9A-Za-z.])");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}");

  /** The name of the plan; what it asks of each row stands in facts of their own. */
  static final String PLAN = "plan";

  private final Map<Fact, SortedSet<String>> facts = new LinkedHashMap<>();
  private Row last;

  Map<Fact, SortedSet<String>> facts() {
    return Collections.unmodifiableMap(facts);
  }

  void add(RunManifest manifest) {
    RunManifest.Environment machine = manifest.environment();
    add("CPU", machine.cpu());
    add("logical CPUs", machine.logicalCpus() == 0 ? "" : "" + machine.logicalCpus());
    add("memory", machine.memoryBytes() == 0 ? "" : machine.memoryBytes() + " B");
    add("operating system", machine.os());
    add("kernel", machine.kernel());
    add("hypervisor", machine.hypervisor().isEmpty() ? "none" : machine.hypervisor());
    add("container", machine.container().isEmpty() ? "none" : machine.container());
    add("clock source", machine.clockSource());
    add("CPU governor", machine.governor());
    add("idle processors", machine.idle().orElse(""));
    add("transparent huge pages", machine.transparentHugePages());
    add("JVM flags", String.join(" ", machine.javaFlags()));
    add("plumbline", manifest.plumbline());
    for (RunManifest.PlanEntry entry : manifest.plan().entries()) {
      add(
          Fact.ofSeries(entry.series()),
          "warm-up " + entry.warmup() + ", measured " + entry.measure());
    }
    manifest.servers().forEach(this::add);
  }

  private void add(RunManifest.Server server) {
    String name = server.system() + server.set().map(set -> " (" + set + ")").orElse("");
    addOfServer(name, "provider", server.provider());
    server.dataFolder().ifPresent(folder -> addOfServer(name, "file system", folder.fileSystem()));
    server.conditions().forEach((key, value) -> addOfServer(name, key, value));
    server
        .configuration()
        .forEach(
            (key, value) -> {
              if (!server.known().volatileConfiguration().contains(key)) {
                addOfServer(name, "configuration: " + key, withoutPlace(value));
              }
            });
  }

  private void addOfServer(String name, String what, String value) {
    add(new Fact(Fact.Kind.SERVER, name, name + " " + what), value);
  }

  /** A value without what is new at every start: ports and random names of folders. */
  private static String withoutPlace(String value) {
    return UUID.matcher(ADDRESS.matcher(value).replaceAll(":*")).replaceAll("*");
  }

  void add(Row row) {
    if (last != null
        && row.subject().equals(last.subject())
        && row.context().equals(last.context())) {
      return;
    }
    last = row;
    Subject subject = row.subject();
    String system = row.series().system();
    add("host", row.context().host());
    add("Java", row.context().java());
    add(PLAN, row.context().plan());
    add(new Fact(Fact.Kind.VERSION, system, system + " server"), subject.serverVersion());
    add(new Fact(Fact.Kind.SUMMARY, system, system + " servers"), subject.servers());
    add(
        new Fact(Fact.Kind.VERSION, system, system + " client of " + row.series().benchmark()),
        subject.clientVersion());
  }

  private void add(String fact, String value) {
    add(Fact.machine(fact), value);
  }

  private void add(Fact fact, String value) {
    if (!value.isEmpty()) {
      facts.computeIfAbsent(fact, unknown -> new TreeSet<>()).add(value);
    }
  }
}
