package plumbline.record;

/**
 * One operation of a paced load. Times are in nanoseconds of {@link System#nanoTime()}, so they
 * mean something only in the JVM that sent it.
 *
 * @param sequence counts the operations of a fork, from 0
 * @param intended when it was due: response time counts from here
 * @param sent when it was sent: service time counts from here
 */
public record Operation(long sequence, long intended, long sent) {}
