package plumbline.bench.shape;

import java.io.IOException;

/**
 * A connection to a key-value server with one key of its own: what a system brings so that its GETs
 * and increments are measured as those of others are. For one thread.
 */
public interface KeyValueClient extends AutoCloseable {
  /**
   * Connects to the run's server.
   *
   * @param <C> the kind of client
   */
  @FunctionalInterface
  interface Opener<C extends KeyValueClient> {
    /**
     * Connects.
     *
     * @param what the key is for, which becomes part of its name
     */
    C open(String what) throws Exception;
  }

  /**
   * Sets the key. Not timed.
   *
   * @return what every {@link #get()} must return from now on: the value, or all of its reply
   */
  byte[] set(byte[] value) throws Exception;

  /**
   * Gets the key, and waits for the answer. Timed.
   *
   * @return an array that nobody else changes before the next call; null if there is no value
   */
  byte[] get() throws Exception;

  /** Increments the key by 1, and waits for the answer: the first is 1. Timed. */
  long increment() throws Exception;

  /** Deletes the key and disconnects. */
  @Override
  void close() throws IOException;
}
