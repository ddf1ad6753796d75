package plumbline.bench.kafka;

import java.util.Map;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * {@link KafkaAckBenchmark} by what an acknowledgement promises: with {@code flushMessages} 0 the
 * record is in the page cache of the broker's machine, with 1 the broker has forced its log to the
 * disk before it answers.
 *
 * <p>{@code java -jar target/benchmarks.jar run durability --only KafkaDurableAckBenchmark}
 */
@State(Scope.Thread)
public class KafkaDurableAckBenchmark extends KafkaAckBenchmark {
  @Param({"0", "1"})
  int flushMessages;

  @Override
  Map<String, String> topicSettings() {
    return KafkaFlush.settings(flushMessages);
  }
}
