package plumbline.system.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Container;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Containers of earlier runs that nobody could remove, because the machine itself went down. Those
 * that run are spared, whatever their age: they may belong to a run that goes on.
 */
final class Leftovers {
  /** A run that goes on may restart its server; that takes seconds. */
  static final Duration LEAST_AGE = Duration.ofMinutes(10);

  private static final Set<String> ENDED = Set.of("created", "exited", "dead");

  private Leftovers() {}

  /** Removes them and says how many there were. */
  static int remove(EngineLink link, Instant now) {
    try {
      List<String> left =
          link.ask(
              DockerEngine.ANSWER_LIMIT,
              client ->
                  client
                      .listContainersCmd()
                      .withShowAll(true)
                      .withLabelFilter(List.of(ServerContainer.LABEL))
                      .exec()
                      .stream()
                      .filter(container -> isLeft(client, container, now.minus(LEAST_AGE)))
                      .map(Container::getId)
                      .toList());
      left.forEach(container -> DockerEngine.removeFrom(link, container));
      return left.size();
    } catch (DockerException e) {
      // Somebody else removed one of them meanwhile, or may not be asked: no reason not to measure.
      return 0;
    }
  }

  private static boolean isLeft(DockerClient client, Container container, Instant latest) {
    if (!ENDED.contains(String.valueOf(container.getState()))
        || Instant.ofEpochSecond(container.getCreated()).isAfter(latest)) {
      return false;
    }
    ContainerState state = client.inspectContainerCmd(container.getId()).exec().getState();
    return !Boolean.TRUE.equals(state.getRunning())
        && finished(state).map(instant -> instant.isBefore(latest)).orElse(true);
  }

  /** Empty for one that never ran. */
  private static Optional<Instant> finished(ContainerState state) {
    try {
      return Optional.ofNullable(state.getFinishedAt())
          .map(OffsetDateTime::parse)
          .map(OffsetDateTime::toInstant);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
