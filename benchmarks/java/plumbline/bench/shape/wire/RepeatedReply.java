package plumbline.bench.shape.wire;

/** A reply that is known beforehand and comes many times, prepared for comparing. */
final class RepeatedReply {
  private final byte[] repeated;
  private final int length;

  /**
   * Prepares it.
   *
   * @param reply its bytes, at least one
   */
  RepeatedReply(byte[] reply) {
    length = reply.length;
    // Wherever in a reply a full buffer begins, there is enough to compare it with.
    repeated = Repeated.of(reply, Replies.BUFFER_BYTES / reply.length + 2);
  }

  /** The bytes, over and over. */
  byte[] repeated() {
    return repeated;
  }

  /** Of one reply, in bytes. */
  int length() {
    return length;
  }
}
