package plumbline.bench.shape.wire;

import java.io.Closeable;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.net.SocketTimeoutException;

/**
 * Closes a connection that has kept its reader waiting for {@value #LIMIT_SECONDS} s. A time-out of
 * the socket would do the same, but makes Java read in another way: without blocking, and with a
 * poll before each wait, which would be a part of what is timed. This costs the reader two writes
 * to memory. For one reading thread.
 */
public final class Patience implements AutoCloseable {
  private static final int LIMIT_SECONDS = 10;
  private static final long LOOK_MILLIS = 1_000;
  private static final VarHandle READS;

  static {
    try {
      READS = MethodHandles.lookup().findVarHandle(Patience.class, "reads", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Closeable connection;
  private final Thread watch;

  /** Even while nobody reads, odd while somebody waits. */
  @SuppressWarnings("unused") // by its handle
  private long reads;

  private volatile boolean lost;

  /** Watches over a connection. */
  public Patience(Closeable connection) {
    this.connection = connection;
    watch = new Thread(this::watch, "patience");
    watch.setDaemon(true);
    watch.start();
  }

  /** A read begins. */
  public void begin() {
    READS.setOpaque(this, (long) READS.getOpaque(this) + 1);
  }

  /** It has ended. */
  public void end() {
    READS.setOpaque(this, (long) READS.getOpaque(this) + 1);
  }

  /**
   * What to throw instead of what a read threw: the connection may have been closed from here.
   *
   * @param server what the message calls the other side
   */
  public IOException reason(IOException thrown, String server) {
    if (!lost) {
      return thrown;
    }
    IOException late =
        new SocketTimeoutException(server + " sent nothing for " + LIMIT_SECONDS + " s");
    late.initCause(thrown);
    return late;
  }

  private void watch() {
    long seen = 0;
    int looks = 0;
    try {
      while (true) {
        Thread.sleep(LOOK_MILLIS);
        long now = (long) READS.getOpaque(this);
        looks = now == seen && now % 2 == 1 ? looks + 1 : 0;
        seen = now;
        if (looks >= LIMIT_SECONDS) {
          lost = true;
          connection.close();
          return;
        }
      }
    } catch (InterruptedException e) {
      // The connection was closed by its owner.
    } catch (IOException e) {
      System.err.println("cannot close a connection that was kept waiting: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    watch.interrupt();
  }
}
