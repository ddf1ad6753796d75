package plumbline.run;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import plumbline.result.RunManifest.DataFolder;
import plumbline.run.machine.ForcedWrites;
import plumbline.run.plan.Measurement;
import plumbline.run.plan.Plan;
import plumbline.system.Systems;
import plumbline.system.spi.ServerHandle;

/** The folders of servers' data, each looked at once. */
final class DataFolders {
  private final Map<ServerHandle, DataFolder> seen = new HashMap<>();

  /**
   * Ids of systems whose benchmarks ask for a promise: there, writes are forced to see how long.
   */
  private final Set<String> forcing;

  DataFolders(Plan plan) {
    forcing =
        plan.shapes().stream()
            .filter(DataFolders::asks)
            .map(one -> one.benchmark().system())
            .collect(Collectors.toSet());
  }

  private static boolean asks(Measurement one) {
    return Systems.find(one.benchmark().system())
        .filter(system -> !Collections.disjoint(system.asks().keySet(), one.params().keySet()))
        .isPresent();
  }

  /** The folder of a server, if this machine has it. */
  Optional<DataFolder> of(ServerHandle server) {
    return server
        .dataDirectory()
        .map(
            folder ->
                seen.computeIfAbsent(
                    server, any -> ForcedWrites.folder(folder, forcing.contains(server.system()))));
  }

  /** The servers are gone. */
  void forget() {
    seen.clear();
  }
}
