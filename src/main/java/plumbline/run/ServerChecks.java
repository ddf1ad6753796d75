package plumbline.run;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import plumbline.problem.BadInputException;
import plumbline.problem.CannotMeasureException;
import plumbline.result.RunManifest;
import plumbline.system.Deployment;
import plumbline.system.Servers;
import plumbline.system.Systems;
import plumbline.system.spi.ServerHandle;
import plumbline.system.spi.ServerRequest;
import plumbline.system.spi.Setting;

/** Whether servers that were started are those that figures will be said to be of. */
final class ServerChecks {
  private ServerChecks() {}

  /**
   * Servers that took the place of others are what those were.
   *
   * @param before in the order of {@code after}
   * @throws CannotMeasureException if one is not
   */
  static void alike(List<RunManifest.Server> before, List<RunManifest.Server> after) {
    for (int i = 0; i < before.size(); i++) {
      if (!after.get(i).isLike(before.get(i))) {
        throw new CannotMeasureException(
            before.get(i).system()
                + " is not what it was before it was started again: "
                + after.get(i).text()
                + " instead of "
                + before.get(i).text());
      }
    }
  }

  /**
   * Servers are on the network that their deployment names.
   *
   * @throws CannotMeasureException if one is not
   */
  static void network(Deployment deployment, Servers servers) {
    for (ServerHandle handle : servers.handles()) {
      String network = handle.conditions().getOrDefault("network", "");
      if (deployment.network().isPresent() && !network.equals(deployment.network().get().text())) {
        throw new CannotMeasureException(
            handle.system() + " of " + deployment.text() + " is on the network '" + network + "'");
      }
    }
  }

  /**
   * The servers of a system are of one version: a factor between two would be taken for one between
   * two places.
   *
   * @param system its id
   * @param handles its servers by their deployments
   * @param request what the user said of them
   * @throws BadInputException if they are not, and the user named an image
   * @throws CannotMeasureException if they are not although the user named none
   */
  static void versions(
      String system, Map<Deployment, ServerHandle> handles, ServerRequest request) {
    if (handles.values().stream().map(ServerChecks::version).distinct().count() < 2) {
      return;
    }
    String problem =
        "the sets of servers do not compare: "
            + handles.entrySet().stream()
                .map(one -> version(one.getValue()) + " in " + one.getKey().text())
                .collect(Collectors.joining(", "))
            + "; name an image of the same version"
            + Systems.named(system)
                .setting(Setting.Kind.IMAGE)
                .map(image -> " with " + image.option())
                .orElse("");
    boolean named =
        request.said().keySet().stream().anyMatch(one -> one.kind() == Setting.Kind.IMAGE);
    throw named ? new BadInputException(problem) : new CannotMeasureException(problem);
  }

  private static String version(ServerHandle handle) {
    return handle.product() + " " + handle.version();
  }
}
