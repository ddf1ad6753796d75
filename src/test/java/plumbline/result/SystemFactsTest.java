package plumbline.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import plumbline.load.Load;

class SystemFactsTest {
  private static Series series(String system) {
    return new Series(
        "Some.thing", new TreeMap<>(), system, "GET", Load.CLOSED, 1, OptionalDouble.empty(), 0);
  }

  @Test
  void aRunThatWroteNothingDownNamesASystemByItsIdAndRemarksNothing() {
    SystemFacts facts = SystemFacts.unwritten("some");

    assertThat(facts.nameOf(series("some"))).isEqualTo("Some GET");
    assertThat(facts.remarks()).isEmpty();
    assertThat(facts.promiseParams()).containsExactly("flushMessages", "persistence");
    assertThat(facts.volatileConfiguration()).contains("info.run_id", "info.cluster.id");
    assertThat(SystemFacts.unwritten("").nameOf(series(""))).isEqualTo("GET");
  }

  @Test
  void whatASystemContributesIsFoundByItsTopic() {
    SystemFacts facts =
        SystemFacts.of(
            "RabbitMQ",
            Set.of("pid", "node"),
            Set.of("durable"),
            Map.of(Topic.lacks(Promise.MEMORY), "writes a file", Topic.ONE_NODE, "alone"));

    assertThat(facts.nameOf(series("rabbitmq"))).isEqualTo("RabbitMQ GET");
    assertThat(facts.volatileConfiguration()).containsExactly("node", "pid");
    assertThat(facts.remark(Topic.lacks(Promise.MEMORY))).contains("writes a file");
    assertThat(facts.remark(Topic.lacks(Promise.DISK))).isEmpty();
    assertThat(facts.remark(Topic.gives(Promise.MEMORY))).isEmpty();
    assertThat(facts.remark(Topic.ONE_NODE)).contains("alone");
  }
}
