package plumbline.bench.shape;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import plumbline.record.OpenLoop;

/**
 * Delivery of messages at a rate from one client to another. Lost, duplicated and reordered ones
 * are counted.
 */
@State(Scope.Thread)
public abstract class Delivery extends PacedMessages {
  @Override
  final void begin(OpenLoop paced) {
    paced.messages(this::send);
  }
}
