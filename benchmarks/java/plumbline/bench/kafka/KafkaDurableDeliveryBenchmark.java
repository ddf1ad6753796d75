package plumbline.bench.kafka;

import java.util.Map;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * {@link KafkaDeliveryBenchmark} by what an acknowledgement promises, see {@link
 * KafkaDurableAckBenchmark}. A consumer gets a record only after the broker has done what it
 * promises.
 *
 * <p>{@code java -jar target/benchmarks.jar run durability --only KafkaDurableDeliveryBenchmark}
 */
@State(Scope.Thread)
public class KafkaDurableDeliveryBenchmark extends KafkaDeliveryBenchmark {
  @Param({"0", "1"})
  int flushMessages;

  @Override
  Map<String, String> topicSettings() {
    return KafkaFlush.settings(flushMessages);
  }
}
