package plumbline.bench.shape;

import java.io.IOException;
import java.util.function.IntFunction;

/**
 * A connection to a key-value server with one key of its own, or many that are numbered: what a
 * system brings so that its GETs and increments are measured as those of others are. For one
 * thread.
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
   * Sets many keys instead of one, the fastest way there is. Not timed.
   *
   * @param count of keys, at least 2
   * @param value of the key of a number from 0 on; all of the same length
   */
  void store(int count, IntFunction<byte[]> value) throws Exception;

  /** From now on the key of this number is meant, of those that were stored. Not timed. */
  void use(int number);

  /** What {@link #get()} must return if this is the value. Safe for all threads. */
  default byte[] answer(byte[] value) {
    return value;
  }

  /**
   * Gets the key, and waits for the answer. Timed.
   *
   * @return an array that nobody else changes before the next call; null if there is no value
   */
  byte[] get() throws Exception;

  /** Increments the key by 1, and waits for the answer: the first is 1. Timed. */
  long increment() throws Exception;

  /** Deletes the key, or all of them, and disconnects. */
  @Override
  void close() throws IOException;
}
