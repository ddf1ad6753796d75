package plumbline.system.redis;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import plumbline.result.RunManifest;
import plumbline.system.check.Check;
import plumbline.system.process.ProgramPath;

/** What a machine means for a Redis on it. */
final class RedisChecks {
  private static final String HUGE_PAGES = "Huge pages";
  private static final String SERVER = "Redis";

  private RedisChecks() {}

  static List<Check> of(RunManifest.Environment machine) {
    return List.of(
        server(ProgramPath.ofEnvironment(), RedisBinary.comesAlong()),
        hugePages(machine.transparentHugePages()));
  }

  /** Where one for {@code --servers processes} would come from. */
  static Check server(ProgramPath path, boolean embedded) {
    Optional<Path> installed = RedisBinary.installed(path);
    if (installed.isPresent()) {
      return Check.ok(SERVER, installed.get().toString());
    }
    return embedded
        ? Check.warning(
            SERVER,
            "none on the PATH; an older one out of this program's jar is used",
            "install valkey or redis to measure the version that you use")
        : Check.missing(
            SERVER,
            "none on the PATH, and none in this program's jar for this platform",
            "install valkey or redis, use containers, or give --redis URI");
  }

  /** Whether saving, which copies memory page by page, holds it up. */
  static Check hugePages(String setting) {
    if (setting.isEmpty()) {
      return Check.ok(HUGE_PAGES, "not known here");
    }
    return setting.equals("always")
        ? Check.warning(
            HUGE_PAGES,
            "transparent huge pages are always on; Redis stalls when it saves",
            "echo madvise > /sys/kernel/mm/transparent_hugepage/enabled")
        : Check.ok(HUGE_PAGES, setting);
  }
}
