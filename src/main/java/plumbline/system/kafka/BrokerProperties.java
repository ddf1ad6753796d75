package plumbline.system.kafka;

import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import plumbline.system.spi.Place;

/**
 * The configuration of the one broker that this program starts: a combined node of broker and
 * controller, with every replication factor at 1, because there is nothing to replicate to.
 * Everything else is Kafka's default, so that what is measured is what Kafka is.
 */
record BrokerProperties(SortedMap<String, String> values) {

  /** The configuration at a place with a port for clients and one for the controller. */
  static BrokerProperties of(Place place) {
    int controllerPort = place.ports().get(1);
    SortedMap<String, String> values = new TreeMap<>();
    values.put("process.roles", "broker,controller");
    values.put("node.id", "1");
    values.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    values.put(
        "listeners",
        "PLAINTEXT://"
            + place.listen()
            + ":"
            + place.port()
            + ",CONTROLLER://127.0.0.1:"
            + controllerPort);
    values.put("advertised.listeners", "PLAINTEXT://" + place.address());
    values.put("controller.listener.names", "CONTROLLER");
    values.put("inter.broker.listener.name", "PLAINTEXT");
    values.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    values.put("default.replication.factor", "1");
    values.put("min.insync.replicas", "1");
    values.put("offsets.topic.replication.factor", "1");
    values.put("transaction.state.log.replication.factor", "1");
    values.put("transaction.state.log.min.isr", "1");
    values.put("share.coordinator.state.topic.replication.factor", "1");
    values.put("share.coordinator.state.topic.min.isr", "1");
    values.put("group.initial.rebalance.delay.ms", "0");
    values.put("auto.create.topics.enable", "false");
    return new BrokerProperties(values);
  }

  /** The same with the folder of its data. */
  BrokerProperties withData(String folder) {
    SortedMap<String, String> more = new TreeMap<>(values);
    more.put("log.dirs", folder);
    return new BrokerProperties(more);
  }

  /** As a properties file. */
  String text() {
    // A backslash, as in a folder's name on Windows, begins an escape in properties files.
    return values.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue().replace("\\", "\\\\") + "\n")
        .collect(Collectors.joining());
  }

  /** As the variables from which the official image makes its properties file. */
  Map<String, String> environment() {
    return values.entrySet().stream()
        .collect(Collectors.toMap(entry -> variable(entry.getKey()), Map.Entry::getValue));
  }

  private static String variable(String property) {
    return "KAFKA_"
        + property
            .replace("_", "__")
            .replace("-", "___")
            .replace(".", "_")
            .toUpperCase(Locale.ROOT);
  }
}
