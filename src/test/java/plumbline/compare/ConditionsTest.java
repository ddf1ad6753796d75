package plumbline.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import plumbline.result.RunManifest;
import plumbline.result.SystemFacts;
import plumbline.testing.MadeRun;

class ConditionsTest {
  /** The configuration of a server of an unknown system, by what two starts of it tell. */
  private static List<String> differing(
      Optional<SystemFacts> facts, Map<String, String> one, Map<String, String> other) {
    Conditions conditions = new Conditions();
    for (Map<String, String> configuration : List.of(one, other)) {
      conditions.add(
          new MadeRun()
              .servers(
                  server ->
                      new RunManifest.Server(
                          "some",
                          Optional.empty(),
                          "processes",
                          "127.0.0.1:1",
                          "Some",
                          "1",
                          "itself",
                          new TreeMap<>(),
                          new TreeMap<>(configuration),
                          Optional.empty(),
                          facts,
                          Optional.empty()))
              .build()
              .manifest());
    }
    return conditions.facts().entrySet().stream()
        .filter(fact -> fact.getValue().size() > 1)
        .map(fact -> fact.getKey().text())
        .toList();
  }

  @Test
  void whatChangesAtEveryStartIsToldByTheRun() {
    Optional<SystemFacts> facts =
        Optional.of(SystemFacts.of("Some", Set.of("pid"), Set.of(), Map.of()));

    assertThat(
            differing(
                facts,
                Map.of("pid", "7", "threads", "1", "port", "x"),
                Map.of("pid", "8", "threads", "2", "port", "y")))
        .containsExactlyInAnyOrder("some configuration: threads", "some configuration: port");
  }

  @Test
  void ofOlderRunsItIsAListOfTheirTime() {
    assertThat(
            differing(
                Optional.empty(),
                Map.of("info.run_id", "7", "info.cluster.id", "a", "threads", "1"),
                Map.of("info.run_id", "8", "info.cluster.id", "b", "threads", "2")))
        .containsExactly("some configuration: threads");
  }
}
