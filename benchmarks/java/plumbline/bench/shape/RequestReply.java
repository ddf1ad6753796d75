package plumbline.bench.shape;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import plumbline.record.OpenLoop;

/**
 * Request and reply at a rate, over a system that delivers messages: a responder sends each request
 * back, and that is its reply. Requester and responder are threads of one JVM.
 */
@State(Scope.Thread)
public abstract class RequestReply extends PacedMessages {
  @Override
  final void begin(OpenLoop paced) {
    paced.requests(this::send);
  }
}
